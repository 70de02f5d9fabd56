import type { JobCondition, Pod, Stored } from '../../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../../api/time.ts';
import type { View, Write } from '../../controller.ts';
import { eventAbout } from '../../podcontrol.ts';
import { isPodActive, isPodReady, isPodTerminating } from '../../pods.ts';
import { type BackOffRecord, nextRecord } from './backoff.ts';
import {
  type Context,
  hasFinalizer,
  hasValidIndex,
  isIndexed,
  isPerIndex,
  isPodFailed,
  isSuspended,
  jobController,
  newCondition,
  type StoredJob,
  withCondition,
} from './context.ts';
import { matchFailurePolicy } from './failurepolicy.ts';
import { delayedPods, failedIndexes, succeededIndexes } from './indexes.ts';
import { totalOf } from './intervals.ts';
import { deleteActive, managePods } from './manage.ts';
import { matchSuccessPolicy } from './successpolicy.ts';
import { trackStatus } from './track.ts';

/** What a pass came to. */
export interface Pass {
  writes: Write[];
  looks: number[];
  record: BackOffRecord;
  /** Whether the Pods that the record knows are noted in the status. */
  isNoted: boolean;
}

/** One pass over a Job that has not ended. Without `mayCreate` no Pods are made. Source: syncJob. */
export function syncJob(
  view: View,
  job: StoredJob,
  pods: readonly Stored<Pod>[],
  known: BackOffRecord | undefined,
  mayCreate: boolean,
): Pass {
  const context = newContext(view, job, pods, known);
  if (!isSuspended(job) && !context.status.startTime)
    context.status = { ...context.status, startTime: toTimestamp(view.now) };
  context.finished = endingOf(context);
  countIndexes(context);
  let active = 0;
  if (context.finished) deleteActive(context);
  else active = goOn(context, mayCreate);
  const { active: _active, ready: _ready, terminating: _terminating, ...rest } = context.status;
  context.status = {
    ...rest,
    ...(active > 0 && { active }),
    ready: context.ready,
    terminating: context.terminating,
  };
  const isNoted = trackStatus(context);
  return { writes: context.writes, looks: context.looks, record: context.record, isNoted };
}

function newContext(
  view: View,
  job: StoredJob,
  pods: readonly Stored<Pod>[],
  known: BackOffRecord | undefined,
): Context {
  const { status = {}, spec } = job;
  const active = pods.filter(isPodActive);
  const uncounted = status.uncountedTerminatedPods ?? {};
  const fresh = (uids: readonly string[] | undefined) =>
    pods.filter(
      (pod) => hasFinalizer(pod) && !uids?.includes(pod.metadata.uid) && (!isIndexed(job) || hasValidIndex(pod, job)),
    );
  const succeeded = fresh(uncounted.succeeded).filter((pod) => pod.status?.phase === 'Succeeded');
  const failed = fresh(uncounted.failed).filter((pod) => isPodFailed(pod, job));
  const counting = failed.filter((pod) => matchFailurePolicy(spec?.podFailurePolicy, pod).counts);
  return {
    view,
    job,
    status: { ...status, uncountedTerminatedPods: uncounted },
    pods,
    active,
    ready: active.filter(isPodReady).length,
    terminating: pods.filter(isPodTerminating).length,
    succeeded: (status.succeeded ?? 0) + succeeded.length + (uncounted.succeeded?.length ?? 0),
    failed: (status.failed ?? 0) + counting.length + (uncounted.failed?.length ?? 0),
    record: nextRecord(known, succeeded, failed),
    finished: undefined,
    succeededIndexes: [],
    countedIndexes: [],
    failedIndexes: undefined,
    delayed: new Map(),
    writes: [],
    looks: [],
  };
}

const failure = ({ view }: Context, reason: string, message: string): JobCondition =>
  newCondition(view.now, 'FailureTarget', 'True', reason, message);

/** The condition with which the Job has to end, by what does not depend on indexes. */
function endingOf(context: Context): JobCondition | undefined {
  const { job, pods, view, status } = context;
  const { spec } = job;
  const condition = (wanted: string) =>
    status.conditions?.find(({ type, status: is }) => type === wanted && is === 'True');
  const met = condition('SuccessCriteriaMet');
  if (met) return met;
  const target = condition('FailureTarget');
  if (target) return newCondition(view.now, 'Failed', 'True', target.reason ?? '', target.message ?? '');
  for (const pod of pods) {
    const { failJob } = isPodFailed(pod, job) ? matchFailurePolicy(spec?.podFailurePolicy, pod) : {};
    if (failJob) return failure(context, 'PodFailurePolicy', failJob);
  }
  if (context.failed > (spec?.backoffLimit ?? 6) || isPastRestarts(job, pods))
    return failure(context, 'BackoffLimitExceeded', 'Job has reached the specified backoff limit');
  if (spec?.activeDeadlineSeconds === undefined || isSuspended(job)) return undefined;
  // What this pass writes as the start is told in whole seconds only later.
  const start = job.status?.startTime ? fromTimestamp(job.status.startTime) : view.now;
  const deadline = start + spec.activeDeadlineSeconds * 1000;
  if (deadline <= view.now)
    return failure(context, 'DeadlineExceeded', 'Job was active longer than specified deadline');
  context.looks.push(deadline);
  return undefined;
}

/** With restartPolicy OnFailure restarts count, too. Source: pastBackoffLimitOnFailure. */
function isPastRestarts({ spec }: StoredJob, pods: readonly Stored<Pod>[]): boolean {
  if (spec?.template.spec?.restartPolicy !== 'OnFailure') return false;
  let restarts = 0;
  for (const { status } of pods) {
    if (status?.phase !== 'Running' && status?.phase !== 'Pending') continue;
    for (const one of [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])])
      restarts += one.restartCount;
  }
  const limit = spec.backoffLimit ?? 6;
  return limit === 0 ? restarts > 0 : restarts >= limit;
}

function countIndexes(context: Context): void {
  const { job, pods, view } = context;
  if (!isIndexed(job)) return;
  const { counted, all } = succeededIndexes(job, pods, job);
  context.countedIndexes = counted;
  context.succeededIndexes = all;
  context.succeeded = totalOf(all);
  const { completions = 0, maxFailedIndexes, successPolicy } = job.spec ?? {};
  if (isPerIndex(job)) {
    context.failedIndexes = failedIndexes(job, pods);
    const failed = totalOf(context.failedIndexes);
    if (!context.finished && maxFailedIndexes !== undefined && failed > maxFailedIndexes)
      context.finished = failure(
        context,
        'MaxFailedIndexesExceeded',
        'Job has exceeded the specified maximal number of failed indexes',
      );
    else if (!context.finished && failed > 0 && failed + totalOf(all) >= completions)
      context.finished = failure(context, 'FailedIndexes', 'Job has failed indexes');
    context.delayed = delayedPods(context);
  }
  const met = context.finished ? undefined : matchSuccessPolicy(successPolicy, completions, all);
  if (met !== undefined) context.finished = newCondition(view.now, 'SuccessCriteriaMet', 'True', 'SuccessPolicy', met);
}

/** Makes and deletes Pods; ends the Job where it is complete, otherwise notes whether it is suspended. */
function goOn(context: Context, mayCreate: boolean): number {
  const { job, view } = context;
  const isManaged = job.metadata.deletionTimestamp === undefined;
  const active = isManaged ? managePods(context, mayCreate) : context.active.length;
  const { completions } = job.spec ?? {};
  const isEnough = completions === undefined ? context.succeeded > 0 : context.succeeded >= completions;
  if (isEnough && active === 0)
    context.finished = newCondition(
      view.now,
      'SuccessCriteriaMet',
      'True',
      'CompletionsReached',
      'Reached expected number of succeeded pods',
    );
  else if (isManaged) noteSuspension(context);
  return active;
}

function noteSuspension(context: Context): void {
  const { job, view, writes } = context;
  const isHeld = isSuspended(job);
  const [status, reason, message] = isHeld
    ? ['True', 'JobSuspended', 'Job suspended']
    : ['False', 'JobResumed', 'Job resumed'];
  const condition = newCondition(view.now, 'Suspended', status ?? '', reason ?? '', message ?? '');
  const conditions = withCondition(context.status.conditions, condition);
  const { startTime, ...rest } = context.status;
  // The deadline counts the seconds that a Job is active without a break.
  const start = isHeld ? undefined : conditions ? toTimestamp(view.now) : startTime;
  context.status = {
    ...rest,
    ...(start !== undefined && { startTime: start }),
    ...(conditions && { conditions }),
  };
  if (conditions)
    writes.push({
      event: eventAbout(jobController, job, 'Normal', isHeld ? 'Suspended' : 'Resumed', message ?? ''),
    });
}
