import type { Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import { recordEvent } from '../events/record.ts';
import { latency } from '../latency.ts';
import { laterParts } from '../later/later.ts';
import { type Cause, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { failAttempt, keepAttempt } from './attempts.ts';
import type { Decision } from './decision.ts';
import { requestFlush, type SchedulerMessage, send } from './due.ts';
import { schedulerName } from './follow.ts';
import { eventMessage, failureMessage } from './message.ts';
import { forget } from './nodes.ts';
import { backoffAfter, leaveQueue, setAside } from './queue.ts';
import type { QueuedPod } from './state.ts';
import { writeStatus } from './writeStatus.ts';

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
  const message = failureMessage(decision);
  const { preemption } = decision;
  const nominated = preemption?.nominatedNode;
  keepAttempt(world, pod, nominated === undefined ? 'unschedulable' : 'nominated', message, decision);
  // Where nothing was to be preempted, an earlier nomination is void; where it was not even tried, it stays.
  const isTried = decision.nodes === 0 || (preemption && !preemption.ineligible);
  refuse(world, pod, 'Unschedulable', message, isTried ? (nominated ?? '') : undefined);
  if (preemption?.nominatedNode !== undefined)
    laterParts('preemption').scheduling.preemptPods(world, pod, preemption, causeOf(pod));
}

/** Event FailedScheduling, condition PodScheduled=False, and the nomination: a node, none, or undefined for as it was. */
function refuse(
  world: World,
  pod: Stored<Pod>,
  reason: 'Unschedulable' | 'SchedulerError',
  message: string,
  nominated?: string,
): void {
  const cause = causeOf(pod);
  report(
    world,
    pod,
    { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message: eventMessage(message) },
    cause,
  );
  const { nominatedNodeName: before, ...status } = pod.status ?? {};
  const nominatedNodeName = (nominated ?? before) || undefined;
  const conditions = status.conditions ?? [];
  const old = conditions.find(({ type }) => type === 'PodScheduled');
  const isSame = old?.status === 'False' && old.reason === reason && old.message === message;
  if (isSame && nominatedNodeName === before) return;
  const condition = {
    type: 'PodScheduled',
    ...(pod.metadata.generation !== undefined && { observedGeneration: pod.metadata.generation }),
    status: 'False',
    lastProbeTime: null,
    lastTransitionTime: old?.status === 'False' ? old.lastTransitionTime : toTimestamp(world.now),
    reason,
    message,
  };
  const others = conditions.filter(({ type }) => type !== 'PodScheduled');
  const next = { ...status, ...(nominatedNodeName && { nominatedNodeName }), conditions: [...others, condition] };
  writeStatus(world, { ...pod, status: next } as Stored<Pod>, cause);
}

/** Drops a Pod that is being deleted, and says so. */
export function skipDeleting(world: World, pod: Stored<Pod>): void {
  leaveQueue(world.scheduler.queue, keyOf(pod.metadata));
  const message = `skip schedule deleting pod: ${keyOf(pod.metadata)}`;
  report(world, pod, { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message }, causeOf(pod));
}

/** The volume controller is asked once in this time whether the claims of a Pod are bound. Source: BindPodVolumes. */
const volumePoll = 1000;
/** Source: VolumeBindingArgs.BindTimeoutSeconds. */
const volumeTimeout = 600_000;

/** Begins to bind a Pod to the node that was found for it: at once, or when its claims are bound. */
export function beginBinding(world: World, queued: QueuedPod, pod: Stored<Pod>, node: string): void {
  const saw = Number(pod.metadata.resourceVersion);
  const cause: Cause = { actor: schedulerName, saw };
  const hasClaims = pod.spec?.volumes?.some(
    ({ persistentVolumeClaim, ephemeral }) => persistentVolumeClaim ?? ephemeral,
  );
  const waits = hasClaims && laterParts('binding volumes').scheduling.claimVolumes(world, pod, node, cause);
  // Tells others, such as an autoscaler, that the Pod is about to be bound.
  if (waits) writeStatus(world, { ...pod, status: { ...pod.status, nominatedNodeName: node } }, cause);
  const message = { type: 'bind' as const, key: queued.key, uid: queued.uid, node, saw };
  if (waits) send(world, world.now + volumePoll, { ...message, waitsUntil: world.now + volumeTimeout });
  else send(world, world.now + latency.apiCall, message);
}

/** Writes the binding; a refusal sends the Pod back to the queue after a back-off. */
export function bind(world: World, message: SchedulerMessage & { type: 'bind' }): void {
  const { key, uid, node, saw, waitsUntil } = message;
  const pod = getObject<Stored<Pod>>(world.store, 'pods', key);
  if (pod?.metadata.uid !== uid || pod.spec?.nodeName) return;
  if (waitsUntil !== undefined && !laterParts('binding volumes').scheduling.areVolumesBound(world, pod)) {
    if (world.now < waitsUntil) send(world, world.now + volumePoll, message);
    else failBinding(world, pod, 'running PreBind plugin "VolumeBinding": binding volumes: context deadline exceeded');
    return;
  }
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
  if (isFailure(answer)) {
    failBinding(world, pod, `binding rejected: ${answer.message}`);
    return;
  }
  const text = `Successfully assigned ${key} to ${node}`;
  report(world, pod, { type: 'Normal', reason: 'Scheduled', action: 'Binding', message: text }, cause);
}

function failBinding(world: World, pod: Stored<Pod>, message: string): void {
  const key = keyOf(pod.metadata);
  forget(world, pod);
  const queued = world.scheduler.queue.pods.get(key);
  if (!queued) return;
  queued.failures++;
  send(world, world.now + backoffAfter(queued.failures), { type: 'retry', key, order: queued.order });
  failAttempt(world, pod.metadata.uid, message);
  refuse(world, pod, 'SchedulerError', message, '');
}
