import type { Pod, Stored } from '../../api/objects.ts';
import type { Component } from '../component.ts';
import { works } from '../controlPlane.ts';
import { listed } from '../world/listed.ts';
import { type Change, getObject, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { keepAttempt } from './attempts.ts';
import type { Decision } from './decision.ts';
import { requestCycle, requestFlush, type SchedulerMessage } from './due.ts';
import { followQueue, wake } from './follow.ts';
import { orderNodes } from './nodeOrder.ts';
import { assume, followNode, followNomination, followPod } from './nodes.ts';
import { beginBinding, bind, fail, skipDeleting } from './outcome.ts';
import { bringBack, flush, next, take } from './queue.ts';
import { schedule } from './schedule.ts';
import { snapshotOf } from './snapshot.ts';
import { createSchedulerState, type QueuedPod } from './state.ts';

/** From one decision to the next. */
const cycleTime = 1;

/** Resources whose changes may help Pods with volumes. */
const storage: ReadonlySet<string> = new Set([
  'persistentvolumeclaims',
  'persistentvolumes',
  'storageclasses',
  'csinodes',
  'csidrivers',
  'csistoragecapacities',
]);

/** kube-scheduler: one Pod after another gets the node that `schedule` finds for it. */
export const scheduler: Component = {
  name: 'scheduler',
  observe(world, change) {
    if (works(world, 'scheduler')) observe(world, change);
  },
  handle(world, message: SchedulerMessage) {
    if (!works(world, 'scheduler')) return;
    switch (message.type) {
      case 'cycle':
        return cycle(world);
      case 'bind':
        return bind(world, message);
      case 'retry':
        return retry(world, message);
      case 'flush':
        world.scheduler.flushAt = 0;
        flush(world.scheduler.queue, world.now);
        requestFlush(world);
        return requestCycle(world, world.now);
    }
  },
};

function observe(world: World, change: Change): void {
  if (change.resource === 'nodes') {
    if (followNode(world, change)) wake(world, { what: 'node', change });
  } else if (change.resource === 'pods') {
    const what = followPod(world, change);
    if (what) wake(world, { what, change });
    followQueue(world, change);
    followNomination(world, change);
    if (change.type === 'DELETED') world.scheduler.attempts.delete(change.object.metadata.uid);
  } else if (storage.has(change.resource)) wake(world, { what: 'storage', change });
}

/** Stops the scheduler: it forgets all that it knew; what it has tried is remembered for whoever explains it. */
export function stopScheduler(world: World): void {
  world.scheduler = { ...createSchedulerState(), attempts: world.scheduler.attempts };
}

/** Starts the scheduler: it lists all that it goes by. */
export function startScheduler(world: World): void {
  stopScheduler(world);
  const { attempts } = world.scheduler;
  const uids = new Set(listObjects(world.store, 'pods').map(({ metadata }) => metadata.uid));
  for (const uid of attempts.keys()) if (!uids.has(uid)) attempts.delete(uid);
  for (const resource of ['nodes', 'pods'])
    for (const change of listed(world, resource, 'default-scheduler')) observe(world, change);
}

/** What the scheduler would decide about a Pod if it looked at it now; changes nothing. */
export function explain(world: World, pod: Stored<Pod>): Decision {
  return schedule(snapshotOf(world, false), pod, { ...world.chance });
}

/** One decision, about the Pod that is next. */
function cycle(world: World): void {
  const { scheduler: state } = world;
  state.cycleDue = false;
  const queued = next(state.queue, world.now);
  if (!queued) return;
  if (queued.readyAt > world.now) {
    requestCycle(world, queued.readyAt);
    return;
  }
  take(state.queue, queued);
  const pod = getObject<Stored<Pod>>(world.store, 'pods', queued.key);
  if (pod?.metadata.deletionTimestamp) skipDeleting(world, pod);
  else if (pod) decide(world, queued, pod);
  requestCycle(world, world.now + cycleTime);
}

function decide(world: World, queued: QueuedPod, pod: Stored<Pod>): void {
  orderNodes(world);
  const decision = schedule(snapshotOf(world, true), pod, world.chance);
  world.scheduler.nextStartNode = decision.nextStart;
  if (decision.node === undefined) {
    fail(world, queued, pod, decision);
    return;
  }
  queued.where = 'binding';
  keepAttempt(world, pod, 'scheduled', `Successfully assigned ${queued.key} to ${decision.node}`, decision);
  assume(world, pod, decision.node);
  beginBinding(world, queued, pod, decision.node);
}

function retry(world: World, { key, order }: SchedulerMessage & { type: 'retry' }): void {
  const { queue } = world.scheduler;
  const queued = queue.pods.get(key);
  if (queued?.order !== order) return;
  queued.backoffUntil = 0;
  queued.since = world.now;
  bringBack(queue, queued, world.now);
  requestCycle(world, world.now);
}
