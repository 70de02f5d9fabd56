import { isSame } from '../../../../api/equal.ts';
import type { JobCondition, JobStatus, Pod, Stored } from '../../../../api/objects.ts';
import { toTimestamp } from '../../../../api/time.ts';
import { eventAbout, writeStatus } from '../../podcontrol.ts';
import {
  type Context,
  hasFinalizer,
  hasValidIndex,
  indexOf,
  isIndexed,
  isPerIndex,
  isPodFailed,
  jobController,
  newCondition,
  withCondition,
} from './context.ts';
import { matchFailurePolicy } from './failurepolicy.ts';
import { formatIndexes, hasIndex, totalOf, withIndexes } from './intervals.ts';
import { removeFinalizer } from './manage.ts';

/** At most so many Pods are counted in a pass. Source: MaxUncountedPods. */
const mostUncounted = 500;

/**
 * Counts ended Pods: notes them in the status, takes their finalizers off, counts them in the status; then, where the
 * Job is to end, ends it. True where the status is written. Source: trackJobStatusAndRemoveFinalizers.
 */
export function trackStatus(context: Context): boolean {
  const { job, writes } = context;
  const held = new Set(context.pods.filter(hasFinalizer).map(({ metadata }) => metadata.uid));
  context.status = withoutUncounted(context.status, held);
  const { counted, isFull } = noteUncounted(context);
  noteIndexes(context, counted);
  noteInterim(context);
  const isFirst = !isSame(context.status, job.status);
  if (isFirst) writes.push(writeStatus('jobs', job, context.status));
  writes.push(...counted.map(removeFinalizer));
  for (const { metadata } of counted) held.delete(metadata.uid);
  const before = context.status;
  context.status = withoutUncounted(context.status, held);
  const end = isFull ? undefined : finish(context);
  if (isSame(before, context.status)) return isFirst;
  writes.push(writeStatus('jobs', job, context.status));
  if (end) writes.push(...endEvents(context, end));
  return isFirst;
}

/** Those without finalizer have been counted: the counters say so. Source: cleanUncountedPodsWithoutFinalizers. */
function withoutUncounted(status: JobStatus, held: ReadonlySet<string>): JobStatus {
  const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
  const [succeededLeft, failedLeft] = [succeeded.filter((uid) => held.has(uid)), failed.filter((uid) => held.has(uid))];
  return {
    ...status,
    ...counter('succeeded', (status.succeeded ?? 0) + succeeded.length - succeededLeft.length),
    ...counter('failed', (status.failed ?? 0) + failed.length - failedLeft.length),
    uncountedTerminatedPods: {
      ...(succeededLeft.length > 0 && { succeeded: succeededLeft }),
      ...(failedLeft.length > 0 && { failed: failedLeft }),
    },
  };
}

const counter = (name: 'succeeded' | 'failed', count: number) => (count > 0 ? { [name]: count } : {});

/** Notes Pods whose finalizer may go; those of an Indexed Job that succeeded are known by their index. */
function noteUncounted(context: Context): { counted: Stored<Pod>[]; isFull: boolean } {
  const { job, pods, countedIndexes, finished } = context;
  const known = context.status.uncountedTerminatedPods ?? {};
  const succeeded = [...(known.succeeded ?? [])];
  const failed = [...(known.failed ?? [])];
  const counted: Stored<Pod>[] = [];
  let fresh = 0;
  const ordered = isIndexed(job) ? [...pods].sort((a, b) => (indexOf(a) ?? -1) - (indexOf(b) ?? -1)) : pods;
  for (const pod of ordered) {
    const { uid } = pod.metadata;
    if (!hasFinalizer(pod) || !mayCount(context, pod)) continue;
    counted.push(pod);
    const index = indexOf(pod);
    if (pod.status?.phase === 'Succeeded' && !failed.includes(uid)) {
      if (!isIndexed(job)) {
        if (!succeeded.includes(uid)) succeeded.push(uid);
      } else if (index !== undefined && hasValidIndex(pod, job) && !hasIndex(countedIndexes, index)) fresh++;
    } else if (isPodFailed(pod, job) || (finished && !isSuccess(finished))) {
      const isValid = !isIndexed(job) || hasValidIndex(pod, job);
      const { counts } = matchFailurePolicy(job.spec?.podFailurePolicy, pod);
      if (isValid && counts && !failed.includes(uid)) failed.push(uid);
    }
    if (fresh + succeeded.length + failed.length >= mostUncounted) break;
  }
  const uncountedTerminatedPods = { ...(succeeded.length > 0 && { succeeded }), ...(failed.length > 0 && { failed }) };
  context.status = { ...context.status, uncountedTerminatedPods };
  return { counted, isFull: fresh + succeeded.length + failed.length >= mostUncounted };
}

/** Whether a Pod's finalizer may go. Source: canRemoveFinalizer. */
function mayCount({ job, finished, delayed }: Context, pod: Stored<Pod>): boolean {
  if (job.metadata.deletionTimestamp || finished || pod.status?.phase === 'Succeeded') return true;
  if (!isPodFailed(pod, job)) return false;
  const index = indexOf(pod);
  return !(isPerIndex(job) && index !== undefined && delayed.get(index) === pod);
}

function noteIndexes(context: Context, counted: readonly Stored<Pod>[]): void {
  const { job, failedIndexes } = context;
  if (!isIndexed(job)) return;
  const fresh = counted.filter((pod) => pod.status?.phase === 'Succeeded' && hasValidIndex(pod, job));
  const all = withIndexes(
    context.succeededIndexes,
    fresh.flatMap((pod) => indexOf(pod) ?? []),
  );
  const { succeeded: _succeeded, completedIndexes: _completed, ...status } = context.status;
  context.status = {
    ...status,
    ...counter('succeeded', totalOf(all)),
    ...(all.length > 0 && { completedIndexes: formatIndexes(all) }),
    ...(failedIndexes && { failedIndexes: formatIndexes(failedIndexes) }),
  };
}

const isSuccess = ({ type }: JobCondition): boolean => type === 'SuccessCriteriaMet';

/** Says first how the Job will end, while Pods may still be ending. */
function noteInterim(context: Context): void {
  const { finished, view, status } = context;
  if (!finished) return;
  const isMet = isSuccess(finished);
  if (finished.type === 'FailureTarget' || (isMet && !status.conditions?.some(isSuccess)))
    context.status = { ...status, conditions: [...(status.conditions ?? []), finished] };
  if (finished.type !== 'FailureTarget' && !isMet) return;
  const type = isMet ? 'Complete' : 'Failed';
  context.finished = newCondition(view.now, type, 'True', finished.reason ?? '', finished.message ?? '');
}

/** Ends the Job where all Pods are counted and none is ending; answers the condition it ended with. Source: enactJobFinished. */
function finish(context: Context): JobCondition | undefined {
  const { finished, status, terminating, view } = context;
  const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
  if (!finished || succeeded.length + failed.length > 0 || terminating > 0) return undefined;
  const conditions = withCondition(status.conditions, finished) ?? status.conditions ?? [];
  const completionTime = finished.type === 'Complete' ? { completionTime: toTimestamp(view.now) } : {};
  context.status = { ...status, conditions, ...completionTime };
  return finished;
}

function endEvents({ job, status }: Context, { type, reason, message }: JobCondition) {
  const event = (kind: 'Normal' | 'Warning', why: string, text: string) => ({
    event: eventAbout(jobController, job, kind, why, text),
  });
  if (type !== 'Complete') return [event('Warning', reason ?? '', message ?? '')];
  const { completions } = job.spec ?? {};
  const isTooMany = completions !== undefined && (status.succeeded ?? 0) > completions;
  return [
    ...(isTooMany
      ? [event('Warning', 'TooManySucceededPods', 'Too many succeeded pods running after completion count reached')]
      : []),
    event('Normal', 'Completed', 'Job completed'),
  ];
}
