import type { Node, Pod, Stored } from '../../api/objects.ts';
import { type Change, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { moveInGroups } from './affinityGroups.ts';
import { placeOf } from './place.ts';
import type { ClusterEvent } from './plugin.ts';
import { allocatableOf, shareOf } from './podRequests.ts';
import { refreshView } from './snapshot.ts';
import { moveInSpread } from './spread.ts';
import type { NodeInfo } from './state.ts';

/** Adds a Pod's share to the sums of a node, or takes it out again. */
export function count(info: NodeInfo, pod: Stored<Pod>, sign: 1 | -1): void {
  const { requested, nonZero, ports } = shareOf(pod);
  info.pods += sign;
  info.requested.cpu += sign * requested.cpu;
  info.requested.memory += sign * requested.memory;
  info.requested.ephemeralStorage += sign * requested.ephemeralStorage;
  for (const name in requested.scalar) {
    const amount = (info.requested.scalar[name] ?? 0) + sign * (requested.scalar[name] ?? 0);
    if (amount === 0) delete info.requested.scalar[name];
    else info.requested.scalar[name] = amount;
  }
  info.nonZero.cpu += sign * nonZero.cpu;
  info.nonZero.memory += sign * nonZero.memory;
  if (sign === 1) info.ports.push(...ports);
  else {
    for (const { ip, protocol, port } of ports) {
      const index = info.ports.findIndex((used) => used.ip === ip && used.protocol === protocol && used.port === port);
      if (index >= 0) info.ports.splice(index, 1);
    }
  }
}

/** Brings the sums up to date with a change of a Pod, and says what it may mean for those that wait. */
export function followPod(world: World, change: Change): ClusterEvent['what'] | undefined {
  const pod = change.type === 'DELETED' ? undefined : (change.object as Stored<Pod>);
  const previous = change.previous as Stored<Pod> | undefined;
  const from = placeOf(world, previous);
  const to = placeOf(world, pod);
  if (pod?.spec?.nodeName || !pod) world.scheduler.assumed.delete(change.key);
  moveInSpread(
    world,
    previous && from !== undefined ? { pod: previous, node: from } : undefined,
    pod && to !== undefined ? { pod, node: to } : undefined,
  );
  const isSameShare = previous && pod && (shareOf(previous) === shareOf(pod) || same(shareOf(previous), shareOf(pod)));
  if (from !== to || !isSameShare) {
    if (from !== undefined && previous) leave(world, previous, from);
    if (to !== undefined && pod) enter(world, pod, to);
  }
  return meaningOf(previous, pod, from !== undefined, to !== undefined, !isSameShare);
}

/** Source: eventhandlers.go; a Pod that gets its node is one more there, whoever gave it. */
function meaningOf(
  previous: Stored<Pod> | undefined,
  pod: Stored<Pod> | undefined,
  was: boolean,
  is: boolean,
  isResized: boolean,
): ClusterEvent['what'] | undefined {
  if (!is || !pod) return was || (!pod && previous?.status?.nominatedNodeName) ? 'podFreed' : undefined;
  if (!pod.spec?.nodeName) return undefined;
  if (!previous?.spec?.nodeName || !was) return 'podPlaced';
  if (isResized) return 'podResized';
  return same(previous.metadata.labels, pod.metadata.labels) ? undefined : 'podRelabelled';
}

/** Counts a Pod in. Its node need not be known yet: what is noted waits for it. Source: backend/cache AddPod. */
function enter(world: World, pod: Stored<Pod>, name: string): void {
  const { nodes } = world.scheduler;
  let info = nodes.get(name);
  if (!info) {
    info = emptyNodeInfo(name, {});
    nodes.set(name, info);
  }
  count(info, pod, 1);
  moveInGroups(world, pod, name, 1);
}

/** Counts a Pod out; with the last one goes what was noted of a node that is gone. */
function leave(world: World, pod: Stored<Pod>, name: string): void {
  const { nodes } = world.scheduler;
  const info = nodes.get(name);
  if (!info) return;
  count(info, pod, -1);
  moveInGroups(world, pod, name, -1);
  if (info.pods === 0 && !getObject(world.store, 'nodes', name)) nodes.delete(name);
}

/** Notes that a Pod is about to be bound, so that the next decision counts it already. */
export function assume(world: World, pod: Stored<Pod>, node: string): void {
  world.scheduler.assumed.set(keyOf(pod.metadata), node);
  world.scheduler.nominated.delete(keyOf(pod.metadata));
  enter(world, pod, node);
  moveInSpread(world, undefined, { pod, node });
}

/** Takes an assumption back: the binding was refused. */
export function forget(world: World, pod: Stored<Pod>): void {
  const key = keyOf(pod.metadata);
  const node = world.scheduler.assumed.get(key);
  if (node === undefined) return;
  world.scheduler.assumed.delete(key);
  leave(world, pod, node);
  moveInSpread(world, { pod, node }, undefined);
}

/** Notes the node to which a Pod that waits is nominated. */
export function followNomination({ scheduler }: World, { type, key, object }: Change): void {
  const { spec, status } = object as Stored<Pod>;
  const waits = type !== 'DELETED' && !spec?.nodeName && !scheduler.assumed.has(key);
  if (waits && status?.nominatedNodeName) scheduler.nominated.set(key, status.nominatedNodeName);
  else scheduler.nominated.delete(key);
}

/** Brings the nodes up to date with a change of a Node; true where the change may matter to a Pod that waits. */
export function followNode(world: World, { type, object, previous }: Change): boolean {
  const { nodes } = world.scheduler;
  const node = object as Stored<Node>;
  const { name } = node.metadata;
  const known = nodes.get(name);
  if (type === 'DELETED') {
    if (known?.pods === 0) nodes.delete(name);
    else if (known) known.allocatable = allocatableOf();
    world.scheduler.nodeOrder = [];
    return true;
  }
  const before = previous as Stored<Node> | undefined;
  refreshView(world, node);
  const info = known ?? emptyNodeInfo(name, {});
  if (!before || !known) {
    nodes.set(name, { ...info, allocatable: allocatableOf(node.status?.allocatable) });
    world.scheduler.nodeOrder = [];
    return true;
  }
  const labels = !same(before.metadata.labels, node.metadata.labels);
  if (labels) world.scheduler.nodeOrder = [];
  const allocatable = !same(before.status?.allocatable, node.status?.allocatable);
  if (allocatable) info.allocatable = allocatableOf(node.status?.allocatable);
  return labels || allocatable || !same(before.spec, node.spec);
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What is to be noted of a node without Pods. */
export function emptyNodeInfo(name: string, allocatable: object | undefined): NodeInfo {
  return {
    name,
    allocatable: allocatableOf(allocatable),
    requested: { cpu: 0, memory: 0, ephemeralStorage: 0, scalar: {} },
    pods: 0,
    nonZero: { cpu: 0, memory: 0 },
    ports: [],
  };
}
