import type { Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import { recordEvent } from '../events/record.ts';
import { type Cause, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { failAttempt, keepAttempt } from './attempts.ts';
import type { Decision } from './decision.ts';
import { requestFlush, type SchedulerMessage, send } from './due.ts';
import { schedulerName } from './follow.ts';
import { eventMessage, failureMessage, preemptionTail } from './message.ts';
import { forget } from './nodes.ts';
import { backoffAfter, setAside } from './queue.ts';
import type { QueuedPod } from './state.ts';

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
export function fail(world: World, queued: QueuedPod, pod: Stored<Pod>, decision: Decision): void {
  const rejectedBy = new Set(decision.rejected.map(({ rejection }) => rejection.plugin));
  if (decision.preFilter) rejectedBy.add(decision.preFilter.plugin);
  // A node that was not named in the affinity was refused by it.
  if (rejectedBy.delete('PreFilterResult')) rejectedBy.add('NodeAffinity');
  setAside(world.scheduler.queue, queued, [...rejectedBy], world.now);
  requestFlush(world);
  const message = failureMessage(decision, preemptionTail(decision));
  keepAttempt(world, pod, 'unschedulable', message, decision);
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

/** Drops a Pod that is being deleted, and says so. */
export function skipDeleting(world: World, pod: Stored<Pod>): void {
  world.scheduler.queue.pods.delete(keyOf(pod.metadata));
  const message = `skip schedule deleting pod: ${keyOf(pod.metadata)}`;
  report(world, pod, { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message }, causeOf(pod));
}

/** Writes the binding; a refusal sends the Pod back to the queue after a back-off. */
export function bind(world: World, { key, uid, node, saw }: SchedulerMessage & { type: 'bind' }): void {
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
  send(world, world.now + backoffAfter(queued.failures), { type: 'retry', key, order: queued.order });
  const message = `binding rejected: ${answer.message}`;
  failAttempt(world, uid, message);
  refuse(world, pod, 'SchedulerError', message);
}
