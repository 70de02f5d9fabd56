import type { Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../apiserver/apiserver.ts';
import type { Component } from '../component.ts';
import { recordEvent } from '../events/record.ts';
import { latency } from '../latency.ts';
import { push } from '../world/queue.ts';
import { type Cause, type Change, getObject, keyOf } from '../world/store.ts';
import { toTimestamp } from '../world/time.ts';
import type { World } from '../world/world.ts';
import { eventMessage, failureMessage, preemptionTail } from './message.ts';
import { assume, followNode, followPod, forget, snapshotOf } from './nodes.ts';
import { backoffAfter, bringBack, enqueue, flush, next, nextFlush, setAside, take } from './queue.ts';
import { plugins } from './registry.ts';
import { type Decision, schedule } from './schedule.ts';
import type { QueuedPod } from './state.ts';

/** The name in `spec.schedulerName` of the Pods that are this scheduler's. */
export const schedulerName = 'default-scheduler';

/** From one decision to the next. */
const cycleTime = 1;

type Message =
  | { type: 'cycle' }
  | { type: 'bind'; key: string; uid: string; node: string; saw: number }
  /** The binding was refused and the back-off is over. */
  | { type: 'retry'; key: string; order: number }
  | { type: 'flush' };

/** kube-scheduler: one Pod after another gets the node that `schedule` finds for it. */
export const scheduler: Component = {
  name: 'scheduler',
  observe(world, change) {
    if (change.resource === 'nodes') {
      if (followNode(world, change)) wake(world, change);
    } else if (change.resource === 'pods') {
      if (followPod(world, change)) wake(world, change);
      followQueue(world, change);
    }
  },
  handle(world, message: Message) {
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

/** What the scheduler would decide about a Pod if it looked at it now; changes nothing. */
export function explain(world: World, pod: Stored<Pod>): Decision {
  return schedule(snapshotOf(world), pod, { ...world.chance });
}

function requestCycle(world: World, at: number): void {
  const { scheduler: state } = world;
  if (state.cycleDue || !next(state.queue, world.now)) return;
  state.cycleDue = true;
  push(world.queue, at, 'scheduler', { type: 'cycle' } satisfies Message);
}

/** Keeps the queue in step with a Pod: it comes in when it needs a node, and leaves when it has one or is gone. */
function followQueue(world: World, change: Change): void {
  const { queue, assumed } = world.scheduler;
  const pod = change.object as Stored<Pod>;
  const queued = queue.pods.get(change.key);
  const finished = pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
  if (change.type === 'DELETED' || pod.spec?.nodeName || finished) {
    if (queued) queue.pods.delete(change.key);
    return;
  }
  if (pod.spec?.schedulerName !== undefined && pod.spec.schedulerName !== schedulerName) return;
  const at = world.now + latency.watch;
  if (!queued) {
    if (assumed.has(change.key) || plugins.some(({ preEnqueue }) => preEnqueue?.(pod) !== undefined)) return;
    enqueue(queue, pod, at);
  } else if (queued.where === 'unschedulable' && requirementsChanged(pod, change.previous as Stored<Pod>)) {
    if (mayHelp(queued, pod, change)) bringBack(queue, queued, at);
  } else return;
  requestCycle(world, at);
}

/** Whether an update of a waiting Pod touched what the scheduler goes by. */
function requirementsChanged(pod: Stored<Pod>, previous: Stored<Pod> | undefined): boolean {
  if (!previous || (pod.spec === previous.spec && pod.metadata.labels === previous.metadata.labels)) return false;
  return JSON.stringify([pod.spec, pod.metadata.labels]) !== JSON.stringify([previous.spec, previous.metadata.labels]);
}

function mayHelp({ rejectedBy }: QueuedPod, pod: Stored<Pod>, change: Change): boolean {
  return plugins.some((plugin) => rejectedBy.includes(plugin.name) && plugin.mayHelp?.(pod, change));
}

/** Brings back the waiting Pods that a change of the cluster may help. */
function wake(world: World, change: Change): void {
  const { queue } = world.scheduler;
  const at = world.now + latency.watch;
  for (const queued of queue.pods.values()) {
    if (queued.where !== 'unschedulable') continue;
    const pod = getObject<Stored<Pod>>(world.store, 'pods', queued.key);
    // No plugin has refused it where there was no node at all.
    const helps = pod && (queued.rejectedBy.length === 0 ? change.resource === 'nodes' : mayHelp(queued, pod, change));
    if (helps) bringBack(queue, queued, at);
  }
  requestCycle(world, at);
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

function skipDeleting(world: World, pod: Stored<Pod>): void {
  world.scheduler.queue.pods.delete(keyOf(pod.metadata));
  const message = `skip schedule deleting pod: ${keyOf(pod.metadata)}`;
  report(world, pod, { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message }, causeOf(pod));
}

function decide(world: World, queued: QueuedPod, pod: Stored<Pod>): void {
  const decision = schedule(snapshotOf(world), pod, world.chance);
  world.scheduler.nextStartNode = decision.nextStart;
  if (decision.node === undefined) {
    fail(world, queued, pod, decision);
    return;
  }
  queued.where = 'binding';
  assume(world, pod, decision.node);
  push(world.queue, world.now + latency.apiCall, 'scheduler', {
    type: 'bind',
    key: queued.key,
    uid: queued.uid,
    node: decision.node,
    saw: Number(pod.metadata.resourceVersion),
  } satisfies Message);
}

const causeOf = (pod: Stored<Pod>): Cause => ({ actor: schedulerName, saw: Number(pod.metadata.resourceVersion) });

interface Report {
  type: 'Normal' | 'Warning';
  reason: string;
  action: 'Binding' | 'Scheduling';
  message: string;
}

function report(world: World, about: Stored<Pod>, event: Report, cause: Cause): void {
  recordEvent(world, { component: schedulerName, about, ...event }, cause);
}

/** Sets a Pod that fits nowhere aside, and says why in an Event and in its condition. */
function fail(world: World, queued: QueuedPod, pod: Stored<Pod>, decision: Decision): void {
  const rejectedBy = new Set(decision.rejected.map(({ rejection }) => rejection.plugin));
  if (decision.preFilter) rejectedBy.add(decision.preFilter.plugin);
  // A node that was not named in the affinity was refused by it.
  if (rejectedBy.delete('PreFilterResult')) rejectedBy.add('NodeAffinity');
  setAside(world.scheduler.queue, queued, [...rejectedBy], world.now);
  requestFlush(world);
  const message = failureMessage(decision, preemptionTail(decision));
  refuse(world, pod, 'Unschedulable', message);
}

/** Event FailedScheduling and condition PodScheduled=False. */
function refuse(world: World, pod: Stored<Pod>, reason: 'Unschedulable' | 'SchedulerError', message: string): void {
  const cause = causeOf(pod);
  report(
    world,
    pod,
    { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message: eventMessage(message) },
    cause,
  );
  const conditions = pod.status?.conditions ?? [];
  const old = conditions.find(({ type }) => type === 'PodScheduled');
  if (old?.status === 'False' && old.reason === reason && old.message === message) return;
  const condition = {
    type: 'PodScheduled',
    ...(pod.metadata.generation !== undefined && { observedGeneration: pod.metadata.generation }),
    status: 'False',
    lastProbeTime: null,
    lastTransitionTime: old?.status === 'False' ? old.lastTransitionTime : toTimestamp(world.now),
    reason,
    message,
  };
  const { namespace = '', name } = pod.metadata;
  const others = conditions.filter(({ type }) => type !== 'PodScheduled');
  const object = { ...pod, status: { ...pod.status, conditions: [...others, condition] } };
  call(world, { verb: 'update', resource: 'pods', subresource: 'status', namespace, name, object }, cause);
}

function requestFlush(world: World): void {
  if (world.scheduler.flushAt > 0) return;
  const at = nextFlush(world.scheduler.queue);
  if (at === undefined) return;
  world.scheduler.flushAt = at;
  push(world.queue, at, 'scheduler', { type: 'flush' } satisfies Message);
}

/** Writes the binding; a refusal sends the Pod back to the queue after a back-off. */
function bind(world: World, { key, uid, node, saw }: Message & { type: 'bind' }): void {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', key);
  if (pod?.metadata.uid !== uid || pod.spec?.nodeName) return;
  const { namespace = '', name } = pod.metadata;
  const cause: Cause = { actor: schedulerName, saw };
  const { answer } = call(
    world,
    {
      verb: 'create',
      resource: 'pods',
      subresource: 'binding',
      namespace,
      name,
      object: { metadata: { namespace, name, uid }, target: { kind: 'Node', name: node } },
    },
    cause,
  );
  if (!isFailure(answer)) {
    const message = `Successfully assigned ${key} to ${node}`;
    report(world, pod, { type: 'Normal', reason: 'Scheduled', action: 'Binding', message }, cause);
    return;
  }
  forget(world, pod);
  const queued = world.scheduler.queue.pods.get(key);
  if (!queued) return;
  queued.failures++;
  push(world.queue, world.now + backoffAfter(queued.failures), 'scheduler', {
    type: 'retry',
    key,
    order: queued.order,
  } satisfies Message);
  refuse(world, pod, 'SchedulerError', `binding rejected: ${answer.message}`);
}

function retry(world: World, { key, order }: Message & { type: 'retry' }): void {
  const { queue } = world.scheduler;
  const queued = queue.pods.get(key);
  if (queued?.order !== order) return;
  queued.backoffUntil = 0;
  queued.since = world.now;
  bringBack(queue, queued, world.now);
  requestCycle(world, world.now);
}
