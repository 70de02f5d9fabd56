import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job, JobSpec, Stored } from '../../../api/objects.ts';
import { isPodActive } from '../pods.ts';
import { createBench } from '../testing/bench.ts';
import { finishedCondition, hasFinalizer } from './job/context.ts';
import { job } from './job.ts';

const key = 'default/work';
const labels = { job: 'work' };

function bench(spec: Partial<JobSpec>) {
  const made = createBench(job, { records: new Map(), before: new Map() });
  const metadata = { name: 'work', namespace: 'default', uid: 'job', creationTimestamp: '2026-01-01T00:00:00Z' };
  const template = { metadata: { labels }, spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] } };
  const set = (change: Partial<JobSpec>) => {
    const old = made.get<Stored<Job>>('jobs', key);
    const common = { backoffLimit: 6, completionMode: 'NonIndexed', selector: { matchLabels: labels }, template };
    made.set('jobs', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec: { ...common, ...spec, ...old?.spec, ...change },
      status: old?.status ?? {},
    });
  };
  set({});
  const stored = () => made.get<Stored<Job>>('jobs', key) as Stored<Job>;
  const active = () => made.pods().filter(isPodActive);
  const ended = (phase: string) => made.pods().filter((pod) => pod.status?.phase === phase);
  return { ...made, change: set, stored, active, ended };
}

const ending = fc.record({ which: fc.nat(5), phase: fc.constantFrom('Succeeded', 'Failed'), wait: fc.nat(40) });

describe('Job', () => {
  it('never runs more than its parallelism, nor more than are left to do, and counts each end once', () => {
    fc.assert(
      fc.property(
        fc.array(ending, { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (endings, parallelism, completions, indexed) => {
          const made = bench({ parallelism, completions, ...(indexed && { completionMode: 'Indexed' }) });
          for (const { which, phase, wait } of endings) {
            made.pass(key);
            expect(made.active().length).toBeLessThanOrEqual(parallelism);
            expect(made.active().length + made.ended('Succeeded').length).toBeLessThanOrEqual(completions);
            const pod = made.active()[which];
            if (pod) made.setPod(pod, phase);
            made.reap();
            made.advance(wait * 1000);
          }
          for (let round = 0; round < 4; round++) made.pass(key);
          const { status } = made.stored();
          expect(status?.succeeded ?? 0).toBe(made.ended('Succeeded').length);
          const isOver = finishedCondition(made.stored()) !== undefined;
          if (!isOver) expect(status?.failed ?? 0).toBe(made.ended('Failed').length);
          expect(made.pods().filter((pod) => !isPodActive(pod) && hasFinalizer(pod))).toEqual([]);
          if (made.ended('Succeeded').length === completions)
            expect(finishedCondition(made.stored())?.type).toBe('Complete');
          if ((status?.failed ?? 0) > 6) expect(finishedCondition(made.stored())?.type).toBe('Failed');
        },
      ),
      { numRuns: 80 },
    );
  });

  it('an Indexed one has no two Pods at work on one index', () => {
    fc.assert(
      fc.property(fc.array(ending, { maxLength: 25 }), (endings) => {
        const made = bench({ parallelism: 3, completions: 5, completionMode: 'Indexed', backoffLimitPerIndex: 2 });
        for (const { which, phase, wait } of endings) {
          made.pass(key);
          const indexes = made
            .active()
            .map(({ metadata }) => metadata.annotations?.['batch.kubernetes.io/job-completion-index']);
          expect(new Set(indexes).size).toBe(indexes.length);
          const pod = made.active()[which];
          if (pod) made.setPod(pod, phase);
          made.advance(wait * 1000);
        }
        made.pass(key);
        expect(made.stored().status?.succeeded ?? 0).toBe(made.ended('Succeeded').length);
      }),
      { numRuns: 60 },
    );
  });

  it('suspended it has no Pods and no start; resumed it begins anew', () => {
    const made = bench({ parallelism: 2, completions: 4 });
    made.pass(key);
    made.change({ suspend: true });
    made.pass(key);
    expect([made.active().length, made.stored().status?.startTime]).toEqual([0, undefined]);
    expect(made.events).toContain('Suspended Job suspended');
    made.advance(5000);
    made.change({ suspend: false });
    made.pass(key);
    expect([made.active().length, made.stored().status?.startTime]).toEqual([2, '2026-01-01T00:00:05Z']);
    expect(made.events).toContain('Resumed Job resumed');
  });

  it('fails past its deadline, first saying so, and at last when its Pods are gone', () => {
    const made = bench({ parallelism: 1, completions: 1, activeDeadlineSeconds: 10 });
    expect(made.pass(key).requeueAfter).toBe(10_000);
    made.advance(10_000);
    made.pass(key);
    expect(made.stored().status?.conditions?.map(({ type }) => type)).toEqual(['FailureTarget']);
    made.reap();
    made.pass(key);
    expect(finishedCondition(made.stored())).toMatchObject({ type: 'Failed', reason: 'DeadlineExceeded' });
    expect(made.events.at(-1)).toBe('DeadlineExceeded Job was active longer than specified deadline');
  });

  it('leaves a Job to the controller that it names', () => {
    const made = bench({ parallelism: 1, completions: 1, managedBy: 'example.com/other' });
    expect(made.pass(key).writes).toEqual([]);
  });
});
