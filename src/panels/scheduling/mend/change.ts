import type { Node, Pod, PodSpec, Stored } from '../../../api/objects.ts';
import type { PluginRejection } from '../../../cluster/scheduler/decision.ts';

/** What a change is, as data to be put into words (sayChange.ts). */
export type ChangeWords =
  | { change: 'tolerate'; taints: string[] }
  | { change: 'removeTaint'; taints: string[]; node: string }
  | { change: 'bringBack'; node: string }
  | { change: 'uncordon'; node: string }
  | { change: 'label'; labels: string[]; node: string }
  | { change: 'dropNodeSelector'; labels: string[] }
  | { change: 'dropNodeAffinity' }
  | { change: 'request'; amounts: { resource: string; most: string; now: string }[] }
  | { change: 'remove'; pods: string[]; node: string }
  | { change: 'dropHostPort'; ports: number[] }
  | { change: 'soften'; keys: string[] }
  | { change: 'dropPodAffinity' }
  | { change: 'dropPodAntiAffinity' }
  | { change: 'removeGates'; gates: string[] };

/** One change to the cluster that may let a Pod find a node. Costs compare changes: small ones are tried first. */
export type Change = { words: ChangeWords; cost: number } & (
  | {
      on: 'pod';
      alter(spec: PodSpec): PodSpec;
      /** The API server takes it for a Pod that is there already. */
      inPlace?: true;
    }
  | {
      on: 'node';
      node: string;
      alter(node: Stored<Node>): Stored<Node>;
      /** It cannot be written: the node itself has to change. */
      byItself?: true;
    }
  /** Keys of Pods that have to go. */
  | { on: 'others'; remove: string[] }
);

/** The cluster as far as changes are made of it. */
export interface ClusterView {
  nodes: ReadonlyMap<string, Stored<Node>>;
  pods: ReadonlyMap<string, Stored<Pod>>;
}

/** A Pod, a node that it was refused, and why. */
export interface Situation {
  pod: Stored<Pod>;
  node: Stored<Node>;
  rejection: PluginRejection;
  cluster: ClusterView;
  /** The Pods that take room on the node. */
  others: readonly Stored<Pod>[];
}

/** What may get a Pod past a plugin, one file each, listed in registry.ts. */
export interface Mender {
  plugin: string;
  /** The changes worth a try, none of them proven. */
  propose(situation: Situation): Change[];
}

/** The Pods that take room on a node: bound to it, and not finished. */
export function podsTakingRoom({ pods }: ClusterView, node: string): Stored<Pod>[] {
  const found: Stored<Pod>[] = [];
  for (const pod of pods.values()) {
    const { phase } = pod.status ?? {};
    if (pod.spec?.nodeName === node && phase !== 'Succeeded' && phase !== 'Failed') found.push(pod);
  }
  return found;
}

export const keyOfPod = ({ metadata }: Stored<Pod>): string => `${metadata.namespace}/${metadata.name}`;

/** Whether a Pod may be asked to go: not one of the system's, nor one that belongs to its node. */
export function mayGo({ metadata }: Stored<Pod>): boolean {
  const owner = metadata.ownerReferences?.find((one) => one.controller);
  return metadata.namespace !== 'kube-system' && owner?.kind !== 'DaemonSet' && owner?.kind !== 'Node';
}
