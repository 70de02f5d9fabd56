import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, Node, Stored } from '../../api/objects.ts';
import type { Milliseconds } from '../world/queue.ts';
import { type Change, getObject, listObjects, type Store } from '../world/store.ts';
import type { Controller, Plan, View, Write } from './controller.ts';
import { isSilent, markPodsNotReady, nodeEvent, withUnknownConditions, writeStatus } from './nodelifecycle/health.ts';
import {
  executedAt,
  hasTaint,
  readiness,
  wantedNoExecute,
  withNoExecute,
  withNoSchedule,
  writeTaints,
} from './nodelifecycle/taints.ts';

/** Source: node-monitor-period 5 s; the taint manager's loop of 100 ms; node-eviction-rate 0.1 a second. */
const monitorPeriod = 5_000;
const executionPeriod = 100;
const executionInterval = 10_000;
/** A zone with more nodes than this down, and this share of it, is not evicted from. Source: ComputeZoneState, largeClusterThreshold. */
const fewNodesDown = 2;
const unhealthyShare = 0.55;
const largeCluster = 50;
const largeClusterInterval = 100_000;

/** What it knows besides the store. */
interface Memory {
  /** The nodes that it has welcomed, by name. */
  known: Map<string, KubernetesObject>;
  /** Nodes that the last round found out of reach: these may get NoExecute. */
  marked: Set<string>;
  /** No node is ready: then the mistake is thought to be on this side. */
  allDown: boolean;
  /** Zones of which so many nodes are down that none is evicted from, by key. */
  held: Set<string>;
  /** When a zone that was held was last let go: the first eviction waits for a whole interval. Source: SwapLimiter. */
  letGo: Map<string, Milliseconds>;
  /** When it first looked: nodes have their whole grace from then on. */
  begun?: Milliseconds;
  /** Signs of life count from here, and nothing is evicted before ten seconds after it. */
  since: Milliseconds;
}

const round = 'round';
const executionOf = (zone: string): string => `execution/${zone}`;
const scheduling = 'node/';

/**
 * Watches the nodes' signs of life, and taints nodes by their conditions. Keys: `round` looks at all nodes every five
 * seconds, `node/NAME` does the NoSchedule taints of one, `execution/ZONE` gives one node after the other NoExecute.
 * Source: pkg/controller/nodelifecycle of 1.36.
 */
export const nodeLifecycle: Controller = {
  name: 'node-lifecycle-controller',
  watches: ['nodes'],
  createMemory: (): Memory => ({
    known: new Map(),
    marked: new Set(),
    allDown: false,
    held: new Set(),
    letGo: new Map(),
    since: 0,
  }),
  keysFor({ type, key, object, previous }: Change) {
    if (type === 'DELETED') return [];
    const node = object as Stored<Node>;
    const before = previous as Stored<Node> | undefined;
    const keys = before ? [] : [round];
    const isSpecSame = before && isSame(before.spec, node.spec);
    if (isSpecSame && isSame(before?.status?.conditions, node.status?.conditions)) return keys;
    keys.push(`${scheduling}${key}`);
    if (wantedNoExecute(node)) keys.push(executionOf(zoneOf(node)));
    return keys;
  },
  reconcile(view, key) {
    if (key === round) return lookAtAll(view, view.memory as Memory);
    if (!key.startsWith(scheduling)) return execute(view, view.memory as Memory, key);
    const node = getObject<Stored<Node>>(view.store, 'nodes', key.slice(scheduling.length));
    const taints = node && withNoSchedule(node, view.now);
    return { writes: node && taints ? [writeTaints(node, taints)] : [] };
  },
};

function zoneOf({ metadata }: Stored<Node>): string {
  const { labels } = metadata;
  return `${labels?.['topology.kubernetes.io/region'] ?? ''}/${labels?.['topology.kubernetes.io/zone'] ?? ''}`;
}

/** Rounds begin at full periods of the clock. */
function untilNext(now: Milliseconds, period: Milliseconds): Milliseconds {
  return period - (now % period);
}

/** Source: monitorNodeHealth. */
function lookAtAll(view: View, memory: Memory): Plan {
  const { now, store } = view;
  const requeueAfter = untilNext(now, monitorPeriod);
  if (requeueAfter !== monitorPeriod) return { writes: [], requeueAfter };
  const nodes = listObjects<Stored<Node>>(store, 'nodes');
  const writes = greet(memory, nodes);
  if (nodes.length === 0) return { writes };
  memory.begun ??= now;
  const since = Math.max(memory.begun, memory.since);
  const silent = new Set(nodes.filter((node) => isSilent(store, node, now, since)));
  const allDown = nodes.every((node) => silent.has(node) || readiness(node) !== 'True');
  if (memory.allDown && !allDown) memory.since = now;
  memory.allDown = allDown;
  holdZones(memory, nodes, now);
  memory.marked = new Set(
    nodes.filter((node) => silent.has(node) || wantedNoExecute(node)).map(({ metadata }) => metadata.name),
  );
  for (const node of nodes) {
    const { name } = node.metadata;
    const unknown = silent.has(node) ? withUnknownConditions(node, now) : undefined;
    if (unknown) {
      writes.push(writeStatus(unknown));
      if (readiness(node) === 'True') {
        const message = `Node ${name} status is now: NodeNotReady`;
        writes.push({ event: nodeEvent(node, 'Normal', 'NodeNotReady', message) });
        writes.push(...markPodsNotReady(store, name, now));
      }
    } else if (allDown || !wantedNoExecute(node)) {
      const taints = withNoExecute(node, undefined, now);
      if (taints) writes.push(writeTaints(node, taints));
    }
  }
  return { writes, requeueAfter };
}

/** Notes which zones are held, and which are let go. Source: handleDisruption. */
function holdZones(memory: Memory, nodes: readonly Stored<Node>[], now: Milliseconds): void {
  const zones = new Map<string, Stored<Node>[]>();
  for (const node of nodes) {
    const key = executionOf(zoneOf(node));
    zones.set(key, [...(zones.get(key) ?? []), node]);
  }
  for (const [key, zone] of zones) {
    if (intervalOf(zone) === undefined) memory.held.add(key);
    else if (memory.held.delete(key)) memory.letGo.set(key, now);
  }
}

/** Events about nodes that are new and nodes that are gone. */
function greet(memory: Memory, nodes: readonly Stored<Node>[]): Write[] {
  const writes: Write[] = [];
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  for (const [name, node] of memory.known) {
    if (names.has(name)) continue;
    memory.known.delete(name);
    const message = `Node ${name} event: Removing Node ${name} from Controller`;
    writes.push({ event: nodeEvent(node, 'Normal', 'RemovingNode', message) });
  }
  for (const node of nodes) {
    const { name, uid } = node.metadata;
    if (!memory.known.has(name)) {
      const message = `Node ${name} event: Registered Node ${name} in Controller`;
      writes.push({ event: nodeEvent(node, 'Normal', 'RegisteredNode', message) });
    }
    if (memory.known.get(name)?.metadata.uid !== uid) memory.known.set(name, nameOnly(node));
  }
  return writes;
}

/** The part of a node that Events need when it is gone. */
function nameOnly({ apiVersion, kind, metadata }: Stored<Node>): KubernetesObject {
  const { name, uid, resourceVersion, creationTimestamp } = metadata;
  return { apiVersion, kind, metadata: { name, uid, resourceVersion, creationTimestamp } };
}

/** Gives the node of the zone that has waited longest its NoExecute taint, where the zone may be evicted from. */
function execute({ now, store }: View, memory: Memory, key: string): Plan {
  const wait = untilNext(now, executionPeriod);
  if (wait !== executionPeriod) return { writes: [], requeueAfter: wait };
  const zone = nodesOfZone(store, key);
  const waiting = zone.filter((node) => {
    const wanted = wantedNoExecute(node);
    return wanted !== undefined && !hasTaint(node, wanted, 'NoExecute');
  });
  const [next] = waiting
    .filter(({ metadata }) => memory.marked.has(metadata.name))
    .sort((a, b) => (downSince(a) < downSince(b) ? -1 : downSince(a) > downSince(b) ? 1 : 0));
  if (!next)
    return waiting.length > 0
      ? { writes: [], requeueAfter: untilNext(now, monitorPeriod) + executionPeriod }
      : { writes: [] };
  const interval = intervalOf(zone);
  // Looked at again after the next round, in which this may have changed.
  if (memory.allDown || interval === undefined) return { writes: [], requeueAfter: monitorPeriod };
  // A swap of not-ready for unreachable, or back, is not a new eviction.
  const isSwap = executedAt(next) > 0;
  const allowedAt = Math.max(memory.since, memory.letGo.get(key) ?? 0, ...zone.map(executedAt)) + interval;
  if (!isSwap && allowedAt > now) return { writes: [], requeueAfter: allowedAt - now };
  const taints = withNoExecute(next, wantedNoExecute(next), now);
  const writes = taints ? [writeTaints(next, taints)] : [];
  return waiting.length > 1 ? { writes, requeueAfter: executionPeriod } : { writes };
}

const nodesOfZone = (store: Store, key: string): Stored<Node>[] =>
  listObjects<Stored<Node>>(store, 'nodes').filter((node) => executionOf(zoneOf(node)) === key);

const downSince = (node: Stored<Node>): string =>
  node.status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '';

/** How far apart nodes of the zone may be evicted from; undefined where so many are down that none may. */
function intervalOf(zone: readonly Stored<Node>[]): Milliseconds | undefined {
  const down = zone.filter((node) => readiness(node) !== 'True').length;
  const isPartlyDown = down < zone.length && down > fewNodesDown && down / zone.length >= unhealthyShare;
  if (!isPartlyDown) return executionInterval;
  return zone.length > largeCluster ? largeClusterInterval : undefined;
}
