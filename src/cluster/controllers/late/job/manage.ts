import type { Pod, Stored } from '../../../../api/objects.ts';
import type { RequestWrite } from '../../controller.ts';
import { createPod, deletePods, slowStart } from '../../podcontrol.ts';
import { isPodReady } from '../../pods.ts';
import { finishedAt, remainingBackOff } from './backoff.ts';
import {
  allFailures,
  type Context,
  hasFinalizer,
  isIndexed,
  isPerIndex,
  isSuspended,
  jobController,
  replacesOnlyFailed,
  trackingFinalizer,
} from './context.ts';
import { firstPending, podsForRemoval } from './indexes.ts';
import { newJobPod } from './template.ts';

/** At most so many Pods are made or deleted in a pass. Source: MaxPodCreateDeletePerSync. */
const most = 500;

/** Changes of Pods are gathered for so long, and no look comes sooner. Source: syncJobBatchPeriod. */
export const batchPeriod = 1000;

/** Makes or deletes Pods as the Job wants; answers how many are active then. Source: manageJob. */
export function managePods(context: Context, mayCreate: boolean): number {
  const { job, active: pods, view } = context;
  const active = pods.length;
  if (isSuspended(job)) return active - remove(context, podsForRemoval(context, active, isIndexed(job)));
  const { completions, parallelism = 1 } = job.spec ?? {};
  const wanted = wantedActive(context, completions, parallelism);
  const surplus = podsForRemoval(context, Math.max(0, active - wanted), isIndexed(job)).slice(0, most);
  if (surplus.length > 0) return active - remove(context, surplus);
  const missing = wanted - (replacesOnlyFailed(job) ? context.terminating : 0) - active;
  if (missing <= 0) return active;
  const wait = isPerIndex(job) ? 0 : remainingBackOff(context.record, view.now);
  if (wait > 0) return lookAfter(context, wait);
  let indexes: number[] | undefined;
  if (isIndexed(job)) {
    indexes = firstPending(context, Math.min(missing, most));
    if (isPerIndex(job)) {
      const waits = new Map(indexes.map((index) => [index, waitOfIndex(context, index)]));
      const now = indexes.filter((index) => waits.get(index) === 0);
      if (now.length === 0 && indexes.length > 0) return lookAfter(context, Math.min(...waits.values()));
      indexes = now;
    }
  }
  if (!mayCreate) return active;
  const count = indexes?.length ?? Math.min(missing, most);
  for (const [position, batch] of slowStart(count).entries())
    context.writes.push(createPod(jobController, job, newJobPod(context, indexes?.[position]), batch));
  return active + count;
}

function wantedActive({ active, succeeded }: Context, completions: number | undefined, parallelism: number): number {
  // Without a number of completions one success is enough: those that run may go on, no more are made.
  if (completions === undefined) return succeeded > 0 ? active.length : parallelism;
  return Math.max(0, Math.min(completions - succeeded, parallelism));
}

/** Waiting, the Job counts no Pod as active, whatever runs: so does the real one. */
function lookAfter({ looks, view }: Context, wait: number): 0 {
  looks.push(view.now + Math.max(wait, batchPeriod));
  return 0;
}

function waitOfIndex({ delayed, view }: Context, index: number): number {
  const pod = delayed.get(index);
  return pod ? remainingBackOff({ failures: allFailures(pod) + 1, lastFailure: finishedAt(pod) }, view.now) : 0;
}

/** Deletes Pods that are not to be counted; answers how many. Source: deleteJobPods. */
function remove(context: Context, pods: readonly Stored<Pod>[]): number {
  for (const pod of pods) {
    if (hasFinalizer(pod)) context.writes.push(removeFinalizer(pod));
    context.writes.push(...deletePods(jobController, context.job, [pod]));
  }
  context.terminating += pods.length;
  context.ready -= pods.filter(isPodReady).length;
  return pods.length;
}

/** Deletes the active Pods, which are counted when their finalizer goes. Source: deleteActivePods. */
export function deleteActive(context: Context): void {
  context.writes.push(...deletePods(jobController, context.job, context.active));
  context.terminating += context.active.length;
  context.ready -= context.active.filter(isPodReady).length;
}

/** Takes the Job's finalizer off a Pod: from then on it may go. */
export function removeFinalizer({ metadata: { name, namespace, finalizers } }: Stored<Pod>): RequestWrite {
  const rest = (finalizers ?? []).filter((one) => one !== trackingFinalizer);
  return {
    request: {
      verb: 'patch',
      resource: 'pods',
      ...(namespace && { namespace }),
      name,
      patchType: 'merge',
      patch: { metadata: { finalizers: rest.length > 0 ? rest : null } },
    },
    tolerate: [404],
    batch: 1,
  };
}
