import type { Node, Stored } from '../api/objects.ts';

/** What the stage tells of a node. */
export interface NodeFacts {
  /** The condition `Ready`: heard of and well, heard of and unwell, not heard of. */
  ready: 'True' | 'False' | 'Unknown';
  cordoned: boolean;
  /** Conditions such as `MemoryPressure` that hold. */
  pressures: string[];
  /** kubectl's STATUS: `Ready`, `NotReady`, `Ready,SchedulingDisabled`. */
  word: string;
  ip: string;
  /** How many Pods its kubelet admits. */
  maxPods: number;
}

const known = new WeakMap<Stored<Node>, NodeFacts>();

/** What the stage tells of a node; computed once for each stored object. */
export function nodeFacts(node: Stored<Node>): NodeFacts {
  const cached = known.get(node);
  if (cached) return cached;
  const conditions = node.status?.conditions ?? [];
  const ready = (conditions.find((one) => one.type === 'Ready')?.status ?? 'Unknown') as NodeFacts['ready'];
  const cordoned = node.spec?.unschedulable === true;
  const facts: NodeFacts = {
    ready,
    cordoned,
    pressures: conditions
      .filter((one) => one.type.endsWith('Pressure') && one.status === 'True')
      .map((one) => one.type),
    // Source: kubernetes/pkg/printers/internalversion/printers.go, printNode.
    word: `${ready === 'True' ? 'Ready' : 'NotReady'}${cordoned ? ',SchedulingDisabled' : ''}`,
    ip: node.status?.addresses?.find((one) => one.type === 'InternalIP')?.address ?? '',
    maxPods: Number(node.status?.allocatable?.pods ?? 110),
  };
  known.set(node, facts);
  return facts;
}
