import type { Node, Pod, Taint } from '../../api/objects.ts';
import { allocatableOf, freeOf } from './amounts.ts';

/** A taint as kubectl writes it: `dedicated=gpu:NoSchedule`. */
export const taintText = ({ key, value, effect }: Taint): string => `${key}${value ? `=${value}` : ''}:${effect}`;

/** What the scheduler goes by of a node, as texts. */
export interface NodeTags {
  zone: string | undefined;
  /** Without the one that says again that the node is cordoned. */
  taints: string[];
  /** Labels that somebody gave it, `key=value`: without those that every node has. */
  labels: string[];
}

const cordoned = 'node.kubernetes.io/unschedulable';
const zoneLabel = 'topology.kubernetes.io/zone';
/** Labels that kubelets and cloud providers set on every node. */
const common = /^((beta|node|failure-domain\.beta)\.)?kubernetes\.io\/|^topology\.kubernetes\.io\//;

export function nodeTags({ metadata, spec }: Node): NodeTags {
  const labels = Object.entries(metadata?.labels ?? {});
  return {
    zone: metadata?.labels?.[zoneLabel],
    taints: (spec?.taints ?? []).filter(({ key }) => key !== cordoned).map(taintText),
    labels: labels.filter(([key]) => !common.test(key)).map(([key, value]) => (value ? `${key}=${value}` : key)),
  };
}

/** What is left on a node for Pods, and what it has for them: cores and gibibytes. */
export interface NodeRoom {
  cpu: { free: number; of: number };
  memory: { free: number; of: number };
}

/** `pods`: those on the node; finished ones take no room. */
export function nodeRoom(node: Node, pods: readonly Pod[]): NodeRoom {
  const taking = pods.filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
  const of = (resource: string, unit: number) => ({
    free: round(freeOf(node, taking, resource) / unit),
    of: round(allocatableOf(node, resource) / unit),
  });
  return { cpu: of('cpu', 1000), memory: of('memory', 2 ** 30) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
