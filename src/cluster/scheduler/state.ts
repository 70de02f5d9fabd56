import type { Milliseconds } from '../world/queue.ts';
import type { AffinityGroup } from './affinityGroups.ts';
import type { SchedulingAttempt } from './attempts.ts';
import type { SpreadCount } from './spread.ts';

/** What is asked for and what there is, in whole units: millicores of `cpu`, bytes of the rest, numbers of others. */
export interface ResourceAmounts {
  cpu: number;
  memory: number;
  ephemeralStorage: number;
  /** Extended resources and huge pages by name. */
  scalar: Record<string, number>;
}

/** A port of the node that a Pod takes. */
export interface UsedPort {
  ip: string;
  protocol: string;
  port: number;
}

/** What the scheduler has noted of a node, kept up to date from changes, so that no decision looks at Pods. */
export interface NodeInfo {
  name: string;
  allocatable: ResourceAmounts & { pods: number };
  /** Sums over the Pods that are there or assumed there, finished ones left out. */
  requested: ResourceAmounts;
  pods: number;
  /** The same for scoring: containers without a request count as 100m and 200Mi. Source: nonzero.go. */
  nonZero: { cpu: number; memory: number };
  ports: UsedPort[];
}

/** A Pod without a node, as the scheduling queue holds it. */
export interface QueuedPod {
  key: string;
  uid: string;
  priority: number;
  /** When it came into the queue last: of equal priorities the earlier one goes first. */
  since: Milliseconds;
  /** Not tried before: the scheduler hears of things a little after they happen. */
  readyAt: Milliseconds;
  /** Settles ties of `since`, and tells which entry of a heap is the valid one. */
  order: number;
  /** How often it was tried. */
  attempts: number;
  /** How often it was tried in vain: the length of its back-off. */
  failures: number;
  where: 'active' | 'backoff' | 'unschedulable' | 'binding';
  /** The end of its back-off. */
  backoffUntil: Milliseconds;
  /** The plugins that refused it on some node when it was last tried: only what concerns these brings it back. */
  rejectedBy: string[];
}

/** Entry of a heap; void where its Pod has been given another order meanwhile. */
export interface QueueEntry {
  key: string;
  order: number;
  /** Sorted by these, ascending. */
  first: number;
  second: number;
}

export interface SchedulingQueue {
  nextOrder: number;
  pods: Map<string, QueuedPod>;
  /** Keys of those that wait in vain: events in the cluster concern only these. */
  unschedulable: Set<string>;
  active: QueueEntry[];
  backoff: QueueEntry[];
}

/** What the scheduler knows beside the store. Plain data: part of the world. */
export interface SchedulerState {
  /** By name, in the order in which the nodes were added. */
  nodes: Map<string, NodeInfo>;
  /** Names in the order in which nodes are looked at: zone after zone in turn. Empty: to be worked out. Source: node_tree.go. */
  nodeOrder: string[];
  /** Where in that order the next decision begins. */
  nextStartNode: number;
  queue: SchedulingQueue;
  /** How many Pods of one kind are on each node, by namespace and selector. */
  spread: Map<string, SpreadCount>;
  /** Pods on nodes by their wishes about other Pods: see affinityGroups.ts. */
  affinityGroups: Map<string, AffinityGroup>;
  /** Pods that wait for their victims to go: key to the node that is to be theirs. */
  nominated: Map<string, string>;
  /** By uid, the last attempts of each Pod that there is, oldest first. */
  attempts: Map<string, SchedulingAttempt[]>;
  /** Pods for which a node is chosen but not written yet: key to node. */
  assumed: Map<string, string>;
  /** Whether a message for the next decision is on its way. */
  cycleDue: boolean;
  /** When Pods that waited too long in vain are tried again; 0 where none waits. */
  flushAt: Milliseconds;
}

export function createSchedulerState(): SchedulerState {
  return {
    nodes: new Map(),
    nodeOrder: [],
    nextStartNode: 0,
    queue: { nextOrder: 1, pods: new Map(), unschedulable: new Set(), active: [], backoff: [] },
    spread: new Map(),
    affinityGroups: new Map(),
    nominated: new Map(),
    attempts: new Map(),
    assumed: new Map(),
    cycleDue: false,
    flushAt: 0,
  };
}
