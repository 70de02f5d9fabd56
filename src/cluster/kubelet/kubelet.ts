import type { Pod } from '../../api/objects.ts';
import type { Component } from '../component.ts';
import { latency } from '../latency.ts';
import { jitter } from '../world/chance.ts';
import { push } from '../world/queue.ts';
import type { Change } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { heartbeat, lookForShortage, tellStarted } from './heartbeat.ts';
import { isIn } from './machines/advance.ts';
import type { AnyKubeletMessage, KubeletMessage } from './messages.ts';
import { handlePodMessage } from './podMessages.ts';
import { reachesApi } from './reach.ts';
import { onNode } from './slow.ts';
import { mountsObject } from './volumes.ts';
import { noticePod } from './worker.ts';

/** The kubelets of all nodes. */
export const kubelet: Component = { name: 'kubelet', observe, handle };

/** Notes changes of Pods that are bound to one of the nodes, what the kubelets themselves wrote apart. */
function observe(world: World, change: Change): void {
  if (change.resource === 'configmaps' || change.resource === 'secrets') noticeObject(world, change.resource, change);
  if (change.resource !== 'pods') return;
  const pod = change.object as Pod & Change['object'];
  const node = pod.spec?.nodeName;
  if (!node) return;
  const state = world.kubelets.get(node);
  if (!state || !isIn(state.node, 'kubelet.Running') || !reachesApi(world, state)) return;
  const before = change.previous as Pod | undefined;
  const isNew = before?.spec?.nodeName !== node;
  if (change.type !== 'DELETED' && !isNew && !concernsTheKubelet(pod, before)) return;
  const message: KubeletMessage = { type: 'podChanged', node, uid: pod.metadata.uid, key: change.key };
  push(
    world.queue,
    world.now + (isNew ? onNode(world, node, latency.podAdmission) : latency.watch),
    'kubelet',
    message,
  );
}

/** Pods that have mounted a ConfigMap or Secret see it changed with their next regular sync. */
function noticeObject(world: World, resource: 'configmaps' | 'secrets', { type, object }: Change): void {
  if (type === 'DELETED') return;
  const { namespace, name } = object.metadata;
  for (const [node, { workers }] of world.kubelets) {
    for (const { pod, lastSyncEnd } of workers.values()) {
      if (pod.metadata.namespace !== namespace || !mountsObject(pod, resource, name)) continue;
      const message: KubeletMessage = { type: 'remount', node, uid: pod.metadata.uid };
      push(world.queue, nextRegularSync(world, lastSyncEnd), 'kubelet', message);
    }
  }
}

/** When a worker that has nothing else to do looks again: from its last sync on, every 60 to 90 seconds. */
function nextRegularSync({ chance, now }: World, lastSyncEnd: number): number {
  let at = Math.max(lastSyncEnd, now - 5 * latency.podWorkerResync);
  while (at <= now) at += jitter(chance, latency.podWorkerResync, 0.5);
  return Math.round(at);
}

/** Not the status: that is the kubelet's own. Source: checkAndUpdatePod of pkg/kubelet/config. */
function concernsTheKubelet(pod: Pod, before: Pod): boolean {
  const now = pod.metadata ?? {};
  const then = before.metadata ?? {};
  return (
    now.generation !== then.generation ||
    now.deletionTimestamp !== then.deletionTimestamp ||
    now.labels !== then.labels ||
    now.annotations !== then.annotations ||
    haveGatesChanged(pod, before)
  );
}

/** Others have set a condition by which the Pod is ready. Source: NeedToReconcilePodReadiness of kubelet/status. */
function haveGatesChanged({ spec, status }: Pod, before: Pod): boolean {
  const gates = spec?.readinessGates ?? [];
  const isSet = (of: Pod['status'], gate: string) => of?.conditions?.find(({ type }) => type === gate)?.status;
  return gates.some(({ conditionType: gate }) => isSet(status, gate) !== isSet(before.status, gate));
}

function handle(world: World, message: AnyKubeletMessage): void {
  const state = world.kubelets.get(message.node);
  if (!state || !isIn(state.node, 'kubelet.Running')) return;
  if (message.type === 'heartbeat') {
    if (message.boot === state.boot) heartbeat(world, message.node, state);
  } else if (message.type === 'started') {
    if (message.boot === state.boot) tellStarted(world, message.node, state);
  } else if (message.type === 'evictionPass') {
    if (message.boot === state.boot) lookForShortage(world, message.node, state);
  } else if (message.type === 'podChanged') {
    if (reachesApi(world, state)) noticePod(world, message.node, message.uid, message.key);
  } else handlePodMessage(world, message);
}
