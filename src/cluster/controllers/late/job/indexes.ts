import type { Pod, Stored } from '../../../../api/objects.ts';
import { byActivity } from '../../podorder.ts';
import { isPodTerminating } from '../../pods.ts';
import { finishedAt } from './backoff.ts';
import {
  allFailures,
  type Context,
  countOf,
  hasFinalizer,
  hasValidIndex,
  indexOf,
  isPodFailed,
  replacesOnlyFailed,
  type StoredJob,
} from './context.ts';
import { matchFailurePolicy } from './failurepolicy.ts';
import { hasIndex, type Intervals, mergeIndexes, parseIndexes, withIndexes } from './intervals.ts';

/** The indexes that the status counts as succeeded, and those with Pods that have succeeded since. Source: calculateSucceededIndexes. */
export function succeededIndexes({ spec, status }: StoredJob, pods: readonly Stored<Pod>[], job: StoredJob) {
  const counted = parseIndexes(status?.completedIndexes ?? '', spec?.completions ?? 0);
  const fresh = pods.filter((pod) => pod.status?.phase === 'Succeeded' && hasValidIndex(pod, job) && hasFinalizer(pod));
  return { counted, all: withIndexes(counted, indexesOf(fresh)) };
}

/** The indexes that have failed for good. Source: calculateFailedIndexes. */
export function failedIndexes(job: StoredJob, pods: readonly Stored<Pod>[]): Intervals {
  const counted = parseIndexes(job.status?.failedIndexes ?? '', job.spec?.completions ?? 0);
  const fresh = pods.filter((pod) => isPodFailed(pod, job) && hasValidIndex(pod, job) && hasFinalizer(pod));
  return withIndexes(counted, indexesOf(fresh.filter((pod) => failsIndex(job, pod))));
}

function failsIndex({ spec }: StoredJob, pod: Stored<Pod>): boolean {
  const { action, counts } = matchFailurePolicy(spec?.podFailurePolicy, pod);
  if (action === 'FailIndex') return true;
  return counts && countOf(pod, 'counted') >= (spec?.backoffLimitPerIndex ?? 0);
}

/** By index the last failed Pod, which stays until another has taken over its count. Source: getPodsWithDelayedDeletionPerIndex. */
export function delayedPods(context: Context): Map<number, Stored<Pod>> {
  const active = new Set(indexesOf(context.active));
  const delayed = new Map<number, Stored<Pod>>();
  for (const pod of context.pods) {
    const index = indexOf(pod);
    if (index === undefined || active.has(index) || !hasFinalizer(pod) || !hasValidIndex(pod, context.job)) continue;
    if (!isPodFailed(pod, context.job)) continue;
    if (hasIndex(context.succeededIndexes, index) || hasIndex(context.failedIndexes ?? [], index)) continue;
    const other = delayed.get(index);
    if (!other || (allFailures(other) <= allFailures(pod) && finishedAt(other) <= finishedAt(pod)))
      delayed.set(index, pod);
  }
  return delayed;
}

/** The lowest indexes that have neither a Pod nor an end, at most so many. Source: firstPendingIndexes. */
export function firstPending(
  { job, active, pods, succeededIndexes: done, failedIndexes: failed }: Context,
  count: number,
): number[] {
  const going = replacesOnlyFailed(job) ? pods.filter(isPodTerminating) : [];
  const taken = mergeIndexes(withIndexes(done, indexesOf([...active, ...going])), failed ?? []);
  const pending: number[] = [];
  let candidate = 0;
  for (const [first, last] of [...taken, [job.spec?.completions ?? 0, Number.POSITIVE_INFINITY] as const]) {
    while (candidate < Math.min(first, job.spec?.completions ?? 0) && pending.length < count) pending.push(candidate++);
    candidate = Math.max(candidate, last + 1);
  }
  return pending;
}

/** Active Pods that must go: those without a proper index, of several with one index all but one, then others. Source: activePodsForRemoval. */
export function podsForRemoval({ job, active }: Context, atLeast: number, isIndexed: boolean): Stored<Pod>[] {
  const removed: Stored<Pod>[] = [];
  let left: Stored<Pod>[] = [...active];
  if (isIndexed) {
    const byIndex = new Map<number, Stored<Pod>[]>();
    for (const pod of active) {
      const index = indexOf(pod);
      if (index === undefined || !hasValidIndex(pod, job)) removed.push(pod);
      else byIndex.set(index, [...(byIndex.get(index) ?? []), pod]);
    }
    for (const pods of byIndex.values()) removed.push(...byActivity(pods).slice(0, -1));
    left = active.filter((pod) => !removed.includes(pod));
  }
  return [...removed, ...byActivity(left).slice(0, Math.max(0, atLeast - removed.length))];
}

function indexesOf(pods: readonly Stored<Pod>[]): number[] {
  return pods.flatMap((pod) => indexOf(pod) ?? []);
}
