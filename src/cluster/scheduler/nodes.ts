import type { Node, Pod, Stored } from '../../api/objects.ts';
import type { Selector } from '../../api/selectors/labels.ts';
import { type Change, getObject, keyOf, listIndexed, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { moveInGroups } from './affinityGroups.ts';
import type { ClusterEvent, NodeView, Snapshot } from './plugin.ts';
import { allocatableOf, shareOf } from './podRequests.ts';
import { kindOf, moveInSpread, spreadOf } from './spread.ts';
import type { NodeInfo } from './state.ts';

/** The node on which a Pod takes room: bound or assumed there, and not finished. */
function placeOf(world: World, pod: Stored<Pod> | undefined): string | undefined {
  if (!pod || pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed') return undefined;
  return pod.spec?.nodeName || world.scheduler.assumed.get(keyOf(pod.metadata));
}

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
  const view = viewsByOrder.get(world.scheduler.nodeOrder)?.byName.get(name);
  if (view) view.node = node;
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

const zoneLabels = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'] as const;

/**
 * Works out the order of the nodes where it is void: a node has come, gone or moved. Done before a decision and not at
 * every such change, since nodes often come many at once.
 */
export function orderNodes(world: World): void {
  const { scheduler: state } = world;
  if (state.nodeOrder.length === 0 && state.nodes.size > 0) state.nodeOrder = orderOfNodes(world);
}

/** The names of the nodes, one of each zone in turn, zones and nodes in order of appearance. Source: node_tree.go. */
function orderOfNodes(world: World): string[] {
  const zones = new Map<string, string[]>();
  let nodes = 0;
  for (const name of world.scheduler.nodes.keys()) {
    const node = getObject(world.store, 'nodes', name);
    if (!node) continue;
    nodes++;
    const labels = node.metadata.labels;
    const zone = zoneLabels.map((label) => labels?.[label] ?? '').join('\0');
    const names = zones.get(zone);
    if (names) names.push(name);
    else zones.set(zone, [name]);
  }
  const order: string[] = [];
  for (let row = 0; order.length < nodes; row++) {
    for (const names of zones.values()) {
      const name = names[row];
      if (name !== undefined) order.push(name);
    }
  }
  return order;
}

/** The views of the nodes by the list of their names, which is replaced whenever a node comes, goes or moves. */
const viewsByOrder = new WeakMap<readonly string[], { list: NodeView[]; byName: Map<string, NodeView> }>();

function viewsOf(world: World) {
  const order = world.scheduler.nodeOrder.length > 0 ? world.scheduler.nodeOrder : orderOfNodes(world);
  let views = viewsByOrder.get(order);
  if (!views) {
    const list: NodeView[] = [];
    const byName = new Map<string, NodeView>();
    for (const name of order) {
      const node = getObject<Stored<Node>>(world.store, 'nodes', name);
      const info = world.scheduler.nodes.get(name);
      if (!node || !info) continue;
      const view = { node, info };
      list.push(view);
      byName.set(name, view);
    }
    views = { list, byName };
    viewsByOrder.set(order, views);
  }
  return views;
}

const nobody: readonly Stored<Pod>[] = [];

/** What a decision at this instant looks at. `remember`: counts that it needs are kept for the next one. */
export function snapshotOf(world: World, remember: boolean): Snapshot {
  const { store, scheduler: state } = world;
  const { list, byName } = viewsOf(world);
  const pod = (key: string) => getObject<Stored<Pod>>(store, 'pods', key);
  const counts = (namespace: string, selector: Selector, terminating: boolean) =>
    spreadOf(world, namespace, selector, terminating, (one) => placeOf(world, one), remember);
  return {
    nodes: list,
    start: state.nextStartNode,
    view: (name) => byName.get(name),
    podsOn(name) {
      const bound = listIndexed<Stored<Pod>>(store, 'podsByNode', name);
      const assumed = [...state.assumed].flatMap(([key, node]) => (node === name ? (pod(key) ?? []) : []));
      // A Pod whose binding is written but not told of yet is in both.
      return [...new Set([...bound, ...assumed])].filter((one) => placeOf(world, one) === name);
    },
    nominatedOn(name) {
      if (state.nominated.size === 0) return nobody;
      return [...state.nominated].flatMap(([key, node]) => (node === name ? (pod(key) ?? []) : []));
    },
    matching: (namespace, selector) => counts(namespace, selector, true),
    spread: (namespace, selector) => counts(namespace, selector, false),
    affinityGroups: () => state.affinityGroups.values(),
    kindOf: (one) => kindOf(world, one),
    labelsOfNamespace: (name) => getObject(store, 'namespaces', name)?.metadata.labels,
    object: (resource, key) => getObject(store, resource, key),
    objects: (resource) => listObjects(store, resource),
  };
}
