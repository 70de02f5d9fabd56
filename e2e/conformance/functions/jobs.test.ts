import { describe } from 'vitest';
import type { Pod, PodFailurePolicy, Stored, SuccessPolicy } from '../../../src/api/objects.ts';
import { fromTimestamp } from '../../../src/api/time.ts';
import type { View } from '../../../src/cluster/controllers/controller.ts';
import { nextRecord, remainingBackOff } from '../../../src/cluster/controllers/late/job/backoff.ts';
import { isFinished, type StoredJob } from '../../../src/cluster/controllers/late/job/context.ts';
import { matchFailurePolicy } from '../../../src/cluster/controllers/late/job/failurepolicy.ts';
import {
  formatIndexes,
  mergeIndexes,
  parseIndexes,
  totalOf,
  withIndexes,
} from '../../../src/cluster/controllers/late/job/intervals.ts';
import { matchSuccessPolicy } from '../../../src/cluster/controllers/late/job/successpolicy.ts';
import { syncJob } from '../../../src/cluster/controllers/late/job/sync.ts';
import { createStore } from '../../../src/cluster/world/store.ts';
import { type Case, readCases, testCases } from './recorded.ts';

type Input = { fn: string };
const all = readCases<Input, unknown>('jobs.json');
const only = <In extends object>(fn: string) =>
  all.filter((one) => one.in.fn === fn) as unknown as Case<In & Input, unknown>[];

describe('indexes as text', () => {
  testCases(only<{ a: string; b: string; completions: number }>('indexes'), ({ a, b, completions }) => {
    const [left, right] = [parseIndexes(a, completions), parseIndexes(b, completions)];
    const merged = mergeIndexes(left, right);
    return { a: formatIndexes(left), b: formatIndexes(right), merged: formatIndexes(merged), total: totalOf(merged) };
  });
  testCases(only<{ indexes: number[] }>('formatIndexes'), ({ indexes }) => formatIndexes(withIndexes([], indexes)));
});

describe('back-off', () => {
  testCases(
    only<{ failures: number; lastFailureSecondsAgo: number }>('remainingBackOff'),
    ({ failures, lastFailureSecondsAgo }) => {
      const now = 1e12;
      return remainingBackOff({ failures, lastFailure: now - lastFailureSecondsAgo * 1000 }, now) / 1000;
    },
  );
});

describe('policies', () => {
  testCases(
    only<{ pod: Pod; podFailurePolicy?: PodFailurePolicy }>('matchPodFailurePolicy'),
    ({ pod, podFailurePolicy }) => {
      const { action = null, counts, failJob = null } = matchFailurePolicy(podFailurePolicy, pod);
      return { action, countsAsFailure: counts, jobFailureMessage: failJob };
    },
  );
  testCases(
    only<{ completions: number; succeededIndexes: string; successPolicy?: SuccessPolicy }>('matchSuccessPolicy'),
    ({ completions, succeededIndexes, successPolicy }) => {
      const message = matchSuccessPolicy(successPolicy, completions, parseIndexes(succeededIndexes, completions));
      return { message: message ?? '', met: message !== undefined };
    },
  );
});

/** Counters of nothing are not stored. */
function withoutZeros(status: object): NonNullable<StoredJob['status']> {
  return Object.fromEntries(Object.entries(status).filter(([, value]) => value !== 0));
}

/** The status that a pass leaves behind, and what it does to Pods. */
function pass(now: number, job: StoredJob, pods: Stored<Pod>[]) {
  const view: View = { now, store: createStore(), memory: undefined, generateName: (base) => base };
  const { writes } = syncJob(view, job, pods, undefined, true);
  const created: object[] = [];
  const deleted: string[] = [];
  const finalizerRemoved: string[] = [];
  let status = job.status;
  for (const write of writes) {
    if (!('request' in write)) continue;
    const { request } = write;
    if (request.verb === 'delete') deleted.push(request.name);
    if (request.verb === 'patch') finalizerRemoved.push(request.name);
    if (request.verb === 'update') status = request.object.status as StoredJob['status'];
    if (request.verb !== 'create') continue;
    const { labels, annotations, generateName } = request.object.metadata ?? {};
    const { hostname } = request.object.spec as { hostname?: string };
    const isIndexed = annotations?.['batch.kubernetes.io/job-completion-index'] !== undefined;
    created.push({ labels, annotations, hostname, ...(isIndexed && { generateName }) });
  }
  return { created, deleted: deleted.sort(), finalizerRemoved: finalizerRemoved.sort(), status };
}

describe('a whole pass', () => {
  testCases(
    only<{ now: string; job: StoredJob; pods: Stored<Pod>[] }>('syncJob'),
    ({ now: text, job: given, pods }) => {
      const job = { ...given, ...(given.status && { status: withoutZeros(given.status) }) };
      const now = fromTimestamp(text);
      const first = pass(now, job, pods);
      const next = { ...job, ...(first.status && { status: first.status }) };
      // A second pass was recorded where the Job ends as soon as its Pods are gone.
      const isEnding = first.status?.conditions?.some(
        ({ type }) => type === 'FailureTarget' || type === 'SuccessCriteriaMet',
      );
      if (first.deleted.length === 0 || !isEnding || isFinished(next)) return first;
      const left = pods
        .filter(({ metadata }) => !first.deleted.includes(metadata.name))
        .map((pod) => {
          const { finalizers, ...metadata } = pod.metadata;
          return first.finalizerRemoved.includes(metadata.name) ? { ...pod, metadata } : pod;
        });
      return { ...first, thenOnceDeletedPodsAreGone: pass(now, next, left) };
    },
  );
});

describe('the record of failures', () => {
  testCases([{ name: 'a success starts it over', in: { fn: 'record' }, out: { failures: 0 } }], () =>
    nextRecord({ failures: 3 }, [{ metadata: { creationTimestamp: '2026-01-01T00:00:00Z' } } as Stored<Pod>], []),
  );
});
