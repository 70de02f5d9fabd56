import { describe, expect, it } from 'vitest';
import type { CronJob, CronJobSpec, Job, Stored } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import { listObjects } from '../../world/store.ts';
import { createBench } from '../testing/bench.ts';
import { cronJob } from './cronjob.ts';
import { ttlAfterFinished } from './ttlafterfinished.ts';

const key = 'default/tick';
const minute = 60_000;

function bench(spec: Partial<CronJobSpec> = {}) {
  const made = createBench(cronJob, new Map());
  const change = (more: Partial<CronJobSpec>) => {
    const old = made.get<Stored<CronJob>>('cronjobs', key);
    const jobTemplate = { spec: { template: { spec: { containers: [{ name: 'c', image: 'i' }] } } } };
    const common = { schedule: '* * * * *', concurrencyPolicy: 'Allow', successfulJobsHistoryLimit: 1, jobTemplate };
    made.set('cronjobs', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'tick', namespace: 'default', uid: 'cj', creationTimestamp: '2026-01-01T00:00:00Z' },
      spec: { ...common, ...spec, ...old?.spec, ...more },
      status: old?.status ?? {},
    });
  };
  change({});
  const jobs = () => listObjects<Stored<Job>>(made.store, 'jobs');
  const finish = (job: Stored<Job> | undefined) => {
    const time = toTimestamp(made.now);
    const conditions = [{ type: 'Complete', status: 'True', lastTransitionTime: time }];
    if (job) made.set('jobs', { ...job, status: { startTime: time, completionTime: time, conditions } });
  };
  /** A pass, and the one that the Job it made brings about. */
  const tick = (after: number = minute) => {
    made.advance(after);
    made.pass(key);
    made.pass(key);
  };
  const active = () => made.get<Stored<CronJob>>('cronjobs', key)?.status?.active?.map(({ name }) => name) ?? [];
  return { ...made, change, jobs, finish, tick, active };
}

describe('CronJob', () => {
  it('starts a Job when it is time, notes it, and looks again a little after the next time', () => {
    const made = bench();
    expect(made.pass(key).requeueAfter).toBe(minute + 100);
    made.tick();
    expect(made.jobs().map(({ metadata }) => metadata.name)).toEqual(['tick-29453761']);
    expect(made.active()).toEqual(['tick-29453761']);
    expect(made.events).toEqual(['SuccessfulCreate Created job tick-29453761']);
    expect(made.jobs()[0]?.metadata.annotations).toEqual({
      'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-01T00:01:00Z',
    });
  });

  it.each([
    ['Allow', 2, 'SuccessfulCreate Created job tick-29453762'],
    [
      'Forbid',
      1,
      'JobAlreadyActive Not starting job because prior execution is running and concurrency policy is Forbid',
    ],
    ['Replace', 1, 'SuccessfulDelete Deleted job tick-29453761'],
  ] as const)('with %s a Job that still runs when the next is due', (concurrencyPolicy, running, said) => {
    const made = bench({ concurrencyPolicy });
    made.tick();
    made.tick();
    expect(made.jobs()).toHaveLength(running);
    expect(made.active()).toHaveLength(running);
    expect(made.events).toContain(said);
  });

  it('keeps as many ended Jobs as its history may have, the newest', () => {
    const made = bench();
    for (let time = 0; time < 3; time++) {
      made.tick();
      made.finish(made.jobs().at(-1));
    }
    made.tick(1000);
    expect(made.jobs().map(({ metadata }) => metadata.name)).toEqual(['tick-29453763']);
    expect(made.active()).toEqual([]);
  });

  it('suspended it starts nothing; resumed only the last start that was missed', () => {
    const made = bench({ suspend: true });
    for (let time = 0; time < 3; time++) made.tick();
    expect(made.jobs()).toEqual([]);
    made.change({ suspend: false });
    made.tick(1000);
    expect(made.jobs().map(({ metadata }) => metadata.name)).toEqual(['tick-29453763']);
  });

  it('forgets a start that is too late', () => {
    const made = bench({ suspend: true, startingDeadlineSeconds: 30 });
    made.tick(minute + 40_000);
    made.change({ suspend: false });
    made.tick(1000);
    expect(made.jobs()).toEqual([]);
  });

  it('goes by the clocks of its time zone', () => {
    const made = bench({ schedule: '0 9 * * *', timeZone: 'Asia/Seoul' });
    made.tick(24 * 60 * minute);
    expect(made.jobs()[0]?.metadata.annotations).toEqual({
      'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-02T09:00:00+09:00',
    });
  });

  it('tells of a Job that it did not make', () => {
    const made = bench({ schedule: '@hourly' });
    const owner = { apiVersion: 'batch/v1', kind: 'CronJob', name: 'tick', uid: 'cj', controller: true };
    const metadata = {
      name: 'manual',
      namespace: 'default',
      uid: 'm',
      ownerReferences: [owner],
      creationTimestamp: '',
    };
    made.set('jobs', { apiVersion: 'batch/v1', kind: 'Job', metadata });
    made.pass(key);
    expect(made.events).toEqual(['UnexpectedJob Saw a job that the controller did not create or forgot: manual']);
  });
});

describe('TTL after finished', () => {
  it('deletes a Job exactly so long after its end, foreground', () => {
    const made = createBench(ttlAfterFinished, {});
    const conditions = [{ type: 'Complete', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }];
    const metadata = { name: 'work', namespace: 'default', uid: 'w', creationTimestamp: '' };
    made.set('jobs', { kind: 'Job', metadata, spec: { ttlSecondsAfterFinished: 10 }, status: { conditions } });
    made.advance(4000);
    expect(made.pass('default/work')).toEqual({ writes: [], requeueAfter: 6000 });
    made.advance(6000);
    const [write] = made.pass('default/work').writes;
    expect(write).toMatchObject({ request: { verb: 'delete', options: { propagationPolicy: 'Foreground' } } });
    expect(made.get('jobs', 'default/work')).toBeUndefined();
  });
});
