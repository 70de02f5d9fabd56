import type { Pod, Stored } from '../../../../api/objects.ts';
import { fromTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import { podCondition } from '../../pods.ts';

const firstBackOff: Milliseconds = 10_000;
const longestBackOff: Milliseconds = 600_000;

/** How a Job has failed lately. */
export interface BackOffRecord {
  /** Since the last success. */
  failures: number;
  lastFailure?: Milliseconds;
}

/** The record with newly finished Pods. Source: pkg/controller/job/backoff_utils.go newBackoffRecord. */
export function nextRecord(
  record: BackOffRecord | undefined,
  succeeded: readonly Stored<Pod>[],
  failed: readonly Stored<Pod>[],
): BackOffRecord {
  const times = failed.map(finishedAt);
  const lastFailure = times.length > 0 ? Math.max(...times) : record?.lastFailure;
  const lastSuccess = Math.max(...succeeded.map(finishedAt));
  const failures =
    succeeded.length === 0
      ? (record?.failures ?? 0) + failed.length
      : times.filter((time) => time > lastSuccess).length;
  return { failures, ...(lastFailure !== undefined && { lastFailure }) };
}

/** How long to wait still after so many failures in a row. Source: getRemainingTimeForFailuresCount. */
export function remainingBackOff({ failures, lastFailure }: BackOffRecord, now: Milliseconds): Milliseconds {
  if (failures === 0 || lastFailure === undefined) return 0;
  const length = Math.min(firstBackOff * 2 ** (failures - 1), longestBackOff);
  return Math.max(0, lastFailure + length - now);
}

/** When a Pod's containers had all ended, or else when it became unready, or was deleted, or made. Source: getFinishedTime. */
export function finishedAt(pod: Stored<Pod>): Milliseconds {
  const statuses = pod.status?.containerStatuses ?? [];
  const ends = statuses.map(({ state }) => state?.terminated?.finishedAt);
  if (ends.length > 0 && ends.every((end) => end !== undefined))
    return Math.max(...ends.map((end) => fromTimestamp(end)));
  const ready = podCondition(pod, 'Ready');
  if (ready?.status === 'False' && ready.lastTransitionTime) return fromTimestamp(ready.lastTransitionTime);
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, creationTimestamp } = pod.metadata;
  return deletionTimestamp
    ? fromTimestamp(deletionTimestamp) - deletionGracePeriodSeconds * 1000
    : fromTimestamp(creationTimestamp);
}
