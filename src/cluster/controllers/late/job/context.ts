import type { Job, JobCondition, JobStatus, Pod, Stored } from '../../../../api/objects.ts';
import { toTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import type { View, Write } from '../../controller.ts';
import type { BackOffRecord } from './backoff.ts';
import type { Intervals } from './intervals.ts';

export type StoredJob = Stored<Job>;

/** The component of its Events and the actor of its causes. */
export const jobController = 'job-controller';
export const trackingFinalizer = 'batch.kubernetes.io/job-tracking';
export const indexKey = 'batch.kubernetes.io/job-completion-index';
const failureCountKey = 'batch.kubernetes.io/job-index-failure-count';
const ignoredCountKey = 'batch.kubernetes.io/job-index-ignored-failure-count';
export const countKeys = { counted: failureCountKey, ignored: ignoredCountKey };

/** What the controller keeps between passes, by key. */
export interface JobMemory {
  records: Map<string, BackOffRecord>;
  /** What the records were before the last pass, whose writes may be refused. */
  before: Map<string, BackOffRecord | undefined>;
}

/** A pass over a Job under way. Source: syncJobCtx. */
export interface Context {
  view: View;
  job: StoredJob;
  status: JobStatus;
  pods: readonly Stored<Pod>[];
  active: readonly Stored<Pod>[];
  ready: number;
  terminating: number;
  /** Succeeded and failed Pods, those that the status does not count yet included. */
  succeeded: number;
  failed: number;
  record: BackOffRecord;
  /** The condition with which the Job is to end. */
  finished: JobCondition | undefined;
  succeededIndexes: Intervals;
  countedIndexes: Intervals;
  failedIndexes: Intervals | undefined;
  /** By index: a failed Pod whose count of failures its replacement has to take over. */
  delayed: ReadonlyMap<number, Stored<Pod>>;
  writes: Write[];
  /** When to look again. */
  looks: Milliseconds[];
}

export const isIndexed = ({ spec }: StoredJob): boolean => spec?.completionMode === 'Indexed';
export const isSuspended = ({ spec }: StoredJob): boolean => spec?.suspend === true;
export const isPerIndex = ({ spec }: StoredJob): boolean => spec?.backoffLimitPerIndex !== undefined;
/** Managed by the Job controller, not by somebody else. */
export const isOurs = ({ spec }: StoredJob): boolean =>
  (spec?.managedBy ?? 'kubernetes.io/job-controller') === 'kubernetes.io/job-controller';

/** Whether the Job has ended: condition Complete or Failed. */
export function isFinished({ status }: Pick<Job, 'status'>): boolean {
  return finishedCondition({ ...(status && { status }) }) !== undefined;
}

export function finishedCondition({ status }: Pick<Job, 'status'>): JobCondition | undefined {
  return status?.conditions?.find(
    ({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True',
  );
}

export const hasFinalizer = ({ metadata }: Stored<Pod>): boolean =>
  metadata.finalizers?.includes(trackingFinalizer) === true;

/** Whether a Pod that is going is replaced only when it has ended. Source: onlyReplaceFailedPods. */
export const replacesOnlyFailed = ({ spec }: StoredJob): boolean =>
  spec?.podReplacementPolicy === 'Failed' || spec?.podFailurePolicy !== undefined;

/** Whether a Pod counts as failed: one that is deleted may never get to tell. Source: isPodFailed. */
export function isPodFailed({ metadata, status }: Stored<Pod>, job: StoredJob): boolean {
  if (status?.phase === 'Failed') return true;
  if (replacesOnlyFailed(job)) return false;
  return metadata.deletionTimestamp !== undefined && status?.phase !== 'Succeeded';
}

/** The Pod's completion index, undefined without a proper one. */
export function indexOf({ metadata }: Stored<Pod>): number | undefined {
  const text = metadata.annotations?.[indexKey];
  return text !== undefined && /^[0-9]+$/.test(text) ? Number(text) : undefined;
}

/** Whether a Pod's index is one that the Job still has. */
export function hasValidIndex(pod: Stored<Pod>, { spec }: StoredJob): boolean {
  const index = indexOf(pod);
  return index !== undefined && index < (spec?.completions ?? 0);
}

/** How often the index had failed, as one of its Pods says. */
export function countOf({ metadata }: Stored<Pod>, which: keyof typeof countKeys): number {
  return Number(metadata.annotations?.[countKeys[which]]) || 0;
}

export const allFailures = (pod: Stored<Pod>): number => countOf(pod, 'counted') + countOf(pod, 'ignored');

export function newCondition(
  now: Milliseconds,
  type: string,
  status: string,
  reason: string,
  message: string,
): JobCondition {
  const time = toTimestamp(now);
  return { type, status, lastProbeTime: time, lastTransitionTime: time, reason, message } as JobCondition;
}

/**
 * The conditions with one set; a condition that was never there is not said to be False. Undefined where nothing
 * changes. Source: ensureJobConditionStatus.
 */
export function withCondition(
  list: readonly JobCondition[] | undefined,
  condition: JobCondition,
): JobCondition[] | undefined {
  const old = list?.find(({ type }) => type === condition.type);
  if (!old) return condition.status === 'False' ? undefined : [...(list ?? []), condition];
  const isSaid =
    old.status === condition.status && old.reason === condition.reason && old.message === condition.message;
  return isSaid ? undefined : (list ?? []).map((one) => (one === old ? condition : one));
}
