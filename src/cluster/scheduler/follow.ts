import type { Pod, Stored } from '../../api/objects.ts';
import { latency } from '../latency.ts';
import { type Change, getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { requestCycle } from './due.ts';
import { priorityOf } from './filter.ts';
import type { ClusterEvent } from './plugin.ts';
import { bringBack, enqueue, leaveQueue, unschedulable } from './queue.ts';
import { plugins } from './registry.ts';
import type { QueuedPod } from './state.ts';

/** The name in `spec.schedulerName` of the Pods that are this scheduler's. */
export const schedulerName = 'default-scheduler';

/** Keeps the queue in step with a Pod: it comes in when it needs a node, and leaves when it has one or is gone. */
export function followQueue(world: World, change: Change): void {
  const { queue, assumed } = world.scheduler;
  const pod = change.object as Stored<Pod>;
  const queued = queue.pods.get(change.key);
  const finished = pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
  if (change.type === 'DELETED' || pod.spec?.nodeName || finished) {
    if (queued) leaveQueue(queue, change.key);
    return;
  }
  if (pod.spec?.schedulerName !== undefined && pod.spec.schedulerName !== schedulerName) return;
  const at = world.now + latency.watch;
  if (!queued) {
    if (assumed.has(change.key) || plugins.some(({ preEnqueue }) => preEnqueue?.(pod) !== undefined)) return;
    enqueue(queue, pod, at);
  } else if (queued.where === 'unschedulable' && requirementsChanged(pod, change.previous as Stored<Pod>)) {
    if (mayHelp(world, queued, pod, { what: 'own', change })) bringBack(queue, queued, at);
  } else return;
  requestCycle(world, at);
}

/** Whether an update of a waiting Pod touched what the scheduler goes by. */
function requirementsChanged(pod: Stored<Pod>, previous: Stored<Pod> | undefined): boolean {
  if (!previous || (pod.spec === previous.spec && pod.metadata.labels === previous.metadata.labels)) return false;
  return JSON.stringify([pod.spec, pod.metadata.labels]) !== JSON.stringify([previous.spec, previous.metadata.labels]);
}

function mayHelp(world: World, { rejectedBy }: QueuedPod, pod: Stored<Pod>, event: ClusterEvent): boolean {
  const labelsOf = (name: string) => getObject(world.store, 'namespaces', name)?.metadata.labels;
  return plugins.some((plugin) => rejectedBy.includes(plugin.name) && plugin.mayHelp?.(pod, event, labelsOf));
}

/** Brings back the waiting Pods that an event in the cluster may help. */
export function wake(world: World, event: ClusterEvent): void {
  const { queue } = world.scheduler;
  if (queue.unschedulable.size === 0) return;
  const at = world.now + latency.watch;
  // A Pod that was only nominated took nothing from those who are more important. Source: deletePodFromSchedulingQueue.
  const gone = event.what === 'podFreed' ? (event.change.object as Stored<Pod>) : undefined;
  const limit = gone && !gone.spec?.nodeName ? priorityOf(gone) : Number.POSITIVE_INFINITY;
  for (const queued of unschedulable(queue)) {
    if (queued.priority > limit) continue;
    const pod = getObject<Stored<Pod>>(world.store, 'pods', queued.key);
    // No plugin has refused it where there was no node at all.
    const helps =
      pod &&
      (queued.rejectedBy.length === 0
        ? event.what === 'node' && event.change.type === 'ADDED'
        : mayHelp(world, queued, pod, event));
    if (helps) bringBack(queue, queued, at);
  }
  requestCycle(world, at);
}
