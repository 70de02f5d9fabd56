import type { Lease, Node, Stored } from '../../api/objects.ts';
import { toMicroTimestamp, toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import { recordEvent } from '../events/record.ts';
import { laterParts } from '../later/later.ts';
import { jitter, nextInteger } from '../world/chance.ts';
import { push } from '../world/queue.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { mayBeShort } from './eviction/shortage.ts';
import type { KubeletMessage } from './messages.ts';
import { changedConditions, nodeConditions, pressureEventsFor } from './nodeStatus.ts';
import { reachesApi } from './reach.ts';
import type { KubeletState } from './state.ts';

/** Source: kubelet nodeLeaseDurationSeconds 40, renewed at a quarter of it with 4 % of jitter; nodeStatusReportFrequency. */
const leaseDurationSeconds = 40;
const renewInterval = 10_000;
const renewJitter = 0.04;
const statusReportInterval = 300_000;
/** From the start of a kubelet until it is ready. Source: recordings/controllers ds-node-added. */
const startTime = 110;

/** Renews the lease now, and from now on. */
export function beginHeartbeats(world: World, node: string): void {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) return;
  if (reachesApi(world, kubelet)) renewLease(world, node);
  pushHeartbeat(world, node, kubelet.boot, nextInteger(world.chance, 1, renewInterval));
}

/** One heartbeat: the lease, and the node's status where it changed or five minutes have passed. */
export function heartbeat(world: World, node: string, kubelet: KubeletState): void {
  pushHeartbeat(world, node, kubelet.boot, jitter(world.chance, renewInterval, renewJitter));
  if (!reachesApi(world, kubelet)) return;
  renewLease(world, node);
  const object = getObject<Stored<Node>>(world.store, 'nodes', node);
  if (!object) return;
  sayIfSchedulable(world, object, kubelet);
  lookForShortage(world, node, kubelet);
  postNodeStatus(world, object, kubelet);
}

/** Says how the node is, where that is news or was not said for long. */
function postNodeStatus(world: World, object: Stored<Node>, kubelet: KubeletState): void {
  const node = object.metadata.name;
  const pressure = kubelet.eviction?.conditions ?? [];
  const conditions = object.status?.conditions;
  const nodeInfo = object.status?.nodeInfo;
  const kubeletVersion = kubelet.version ?? nodeInfo?.kubeletVersion ?? '';
  const changed = changedConditions(conditions, pressure);
  for (const reason of pressureEventsFor(changed, pressure)) sayOfNode(world, object, reason);
  const isNews = changed.length > 0 || kubeletVersion !== nodeInfo?.kubeletVersion;
  if (world.now - kubelet.statusPostedAt < statusReportInterval && !isNews) return;
  kubelet.statusPostedAt = world.now;
  const status = {
    ...object.status,
    conditions: nodeConditions(conditions, toTimestamp(world.now), pressure),
    ...(nodeInfo && { nodeInfo: { ...nodeInfo, kubeletVersion } }),
  };
  call(
    world,
    { verb: 'update', resource: 'nodes', name: node, subresource: 'status', object: { ...object, status } },
    { actor: `kubelet/${node}`, saw: Number(object.metadata.resourceVersion) },
  );
}

/** A kubelet that has just started will be ready in a moment. */
export function tellWhenStarted(world: World, node: string, boot: number): void {
  const message: KubeletMessage = { type: 'started', node, boot };
  push(world.queue, world.now + startTime, 'kubelet', message);
}

/** The kubelet is ready. */
export function tellStarted(world: World, node: string, kubelet: KubeletState): void {
  const object = getObject<Stored<Node>>(world.store, 'nodes', node);
  if (object && reachesApi(world, kubelet)) postNodeStatus(world, object, kubelet);
}

/** Lets the eviction manager look where there may be something for it to do. */
export function lookForShortage(world: World, node: string, kubelet: KubeletState): void {
  const object = getObject<Stored<Node>>(world.store, 'nodes', node);
  if (!object || !mayBeShort(world, object, kubelet)) return;
  laterParts('the eviction manager').kubelet.evictionPass(world, object, kubelet);
}

function pushHeartbeat(world: World, node: string, boot: number, after: number): void {
  const message: KubeletMessage = { type: 'heartbeat', node, boot };
  push(world.queue, world.now + after, 'kubelet', message);
}

function renewLease(world: World, node: string): void {
  const cause = { actor: `kubelet/${node}` };
  const namespace = 'kube-node-lease';
  const lease = getObject<Stored<Lease>>(world.store, 'leases', `${namespace}/${node}`);
  const renewTime = toMicroTimestamp(world.now);
  if (lease) {
    const object = { ...lease, spec: { ...lease.spec, renewTime } };
    call(world, { verb: 'update', resource: 'leases', namespace, name: node, object }, cause);
    return;
  }
  const owner = getObject(world.store, 'nodes', node);
  const ownerReferences = owner && [{ apiVersion: 'v1', kind: 'Node', name: node, uid: owner.metadata.uid }];
  const object = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: node, namespace, ...(ownerReferences && { ownerReferences }) },
    spec: { holderIdentity: node, leaseDurationSeconds, renewTime },
  };
  call(world, { verb: 'create', resource: 'leases', namespace, object }, cause);
}

/** NodeNotSchedulable and NodeSchedulable come with the heartbeat after cordon and uncordon. */
function sayIfSchedulable(world: World, object: Stored<Node>, kubelet: KubeletState): void {
  const isCordoned = object.spec?.unschedulable === true;
  if (isCordoned === kubelet.wasCordoned) return;
  kubelet.wasCordoned = isCordoned;
  sayOfNode(world, object, isCordoned ? 'NodeNotSchedulable' : 'NodeSchedulable');
}

function sayOfNode(world: World, about: Stored<Node>, reason: string): void {
  const { name, resourceVersion } = about.metadata;
  const message = `Node ${name} status is now: ${reason}`;
  const cause = { actor: `kubelet/${name}`, saw: Number(resourceVersion) };
  recordEvent(world, { component: 'kubelet', host: name, about, type: 'Normal', reason, message }, cause);
}
