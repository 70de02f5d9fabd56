import type { KubernetesObject, Node, Pod, Stored } from '../../api/objects.ts';
import type { Selector } from '../../api/selectors/labels.ts';
import type { Change } from '../world/store.ts';
import type { AffinityGroup } from './affinityGroups.ts';
import type { NamespaceLabels } from './podAffinityTerms.ts';
import type { NodeInfo } from './state.ts';

/** A node as plugins see it: the object, and what the scheduler has noted of the Pods on it. */
export interface NodeView {
  node: Stored<Node>;
  info: NodeInfo;
  /** There where a look is taken at the node with other Pods than those on it; else they are `Snapshot.podsOn`. */
  pods?: readonly Stored<Pod>[];
}

/** What a decision looks at, and nothing else. */
export interface Snapshot {
  /** In the order in which they are looked at. */
  nodes: readonly NodeView[];
  /** Where in that order to begin. */
  start: number;
  view(node: string): NodeView | undefined;
  /** The Pods on a node or assumed there, finished ones left out. Only for Pods that ask about others: it costs. */
  podsOn(node: string): readonly Stored<Pod>[];
  /** The Pods that are to come to a node once their victims are gone. */
  nominatedOn(node: string): readonly Stored<Pod>[];
  /** How many Pods of a namespace that a selector selects are on each node; `spread` leaves out those about to go. */
  matching(namespace: string, selector: Selector): ReadonlyMap<string, number>;
  spread(namespace: string, selector: Selector): ReadonlyMap<string, number>;
  /** The Pods on nodes that want to be near others or away from them, those with the same terms together. */
  affinityGroups(): Iterable<AffinityGroup>;
  /** What selects the Pods that are of one kind with this one: its Services and its owner. */
  kindOf(pod: Stored<Pod>): Selector | undefined;
  labelsOfNamespace(name: string): Record<string, string> | undefined;
  /** Any stored object, and all of a resource: for volumes, claims and their classes, disruption budgets, namespaces. */
  object(resource: string, key: string): KubernetesObject | undefined;
  objects(resource: string): readonly KubernetesObject[];
}

/** What happened in the cluster, as far as it may help a Pod that waits. `storage`: claims, volumes and their classes. */
export interface ClusterEvent {
  what: 'node' | 'podPlaced' | 'podFreed' | 'podRelabelled' | 'podResized' | 'storage' | 'own';
  change: Change;
}

/** Why a node, or the Pod altogether, was refused. */
export interface Rejection {
  /** Unschedulable: removing Pods may help. */
  code: 'Unschedulable' | 'UnschedulableAndUnresolvable';
  reasons: string[];
}

/** What PreFilter prepares: the check of one node, with all that is the same for every node worked out before. */
export interface Filter {
  check(view: NodeView): Rejection | undefined;
  /**
   * Takes a Pod in (1) or out (-1) of what was prepared, as if it were on that node or not: for tries with Pods removed
   * or nominated. Absent where nothing about other Pods was prepared. Source: PreFilterExtensions.
   */
  move?(other: Stored<Pod>, view: NodeView, sign: 1 | -1): void;
  /** The only nodes worth a look, by name. */
  only?: ReadonlySet<string>;
}

/** What PreScore prepares. */
export interface Scorer {
  /** Raw score of a node that has passed. */
  score(view: NodeView): number;
  /** From the raw scores of all nodes that passed to scores from 0 to 100; absent where they are already. */
  normalize?(raw: readonly number[]): number[];
}

/**
 * A plugin of the scheduling framework, one file each, listed in registry.ts. PreFilter and PreScore return what
 * Filter and Score do for the nodes, so that what they prepared needs no cycle state. 'skip': nothing to do for this Pod.
 */
export interface Plugin {
  name: string;
  /** Keeps a Pod out of the queue: the message, or undefined to let it pass. */
  preEnqueue?(pod: Stored<Pod>): string | undefined;
  preFilter?(pod: Stored<Pod>, snapshot: Snapshot): Filter | Rejection | 'skip';
  preScore?(pod: Stored<Pod>, snapshot: Snapshot, feasible: readonly NodeView[]): Scorer | 'skip';
  /** Factor of the normalised score. */
  weight?: number;
  /** Whether an event may let a Pod pass that this plugin has refused: kube-scheduler's QueueingHint. */
  mayHelp?(pod: Stored<Pod>, event: ClusterEvent, labelsOfNamespace: NamespaceLabels): boolean;
}

/** Scores in proportion to the largest, 0 to `100`; with `reverse` the largest becomes 0. Source: helper.DefaultNormalizeScore. */
export function normalizeToMaximum(raw: readonly number[], reverse: boolean): number[] {
  let largest = 0;
  for (const score of raw) largest = Math.max(largest, score);
  if (largest === 0) return raw.map(() => (reverse ? 100 : 0));
  return raw.map((score) => {
    const share = Math.trunc((100 * score) / largest);
    return reverse ? 100 - share : share;
  });
}
