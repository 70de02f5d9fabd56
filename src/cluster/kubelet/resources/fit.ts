import { effectiveRequests } from '../../../api/effective.ts';
import type { Node, Pod } from '../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../api/quantity.ts';
import { isIn, type MomentOf } from '../machines/advance.ts';
import type { KubeletState } from '../state.ts';
import { allocatedPod } from './allocated.ts';

/** Too little of a resource: in millicores, bytes or pieces. */
export interface Shortage {
  resource: string;
  requested: number;
  used: number;
  capacity: number;
}

type Sums = Record<string, number>;

function sumsOf(pod: Pod): Sums {
  const { milliCPU, memory, ephemeralStorage, others } = effectiveRequests(pod);
  return { ...others, cpu: milliCPU, memory, 'ephemeral-storage': ephemeralStorage };
}

/** The Pods that count on this node: those that its kubelet has admitted and that are not over. */
export function admittedPods(kubelet: KubeletState, exceptUid: string): Pod[] {
  return [...kubelet.workers.values()]
    .filter((worker) => worker.pod.metadata.uid !== exceptUid && takesResources(worker.machine))
    .map(allocatedPod);
}

const takesResources = (machine: MomentOf<'pod'>): boolean =>
  isIn(machine, 'worker.Syncing') || isIn(machine, 'worker.Terminating');

/** What of a node's allocatable does not suffice for a Pod beside the others. Source: noderesources.Fits. */
export function shortages(pod: Pod, others: readonly Pod[], node: Node): Shortage[] {
  const allocatable = (node.status?.allocatable ?? {}) as Record<string, string | number>;
  const capacityOf = (name: string) => {
    const amount = allocatable[name] ?? '0';
    return name === 'cpu' ? toMillicores(amount) : toBytes(amount);
  };
  const found: Shortage[] = [];
  const pods = capacityOf('pods');
  if (others.length + 1 > pods) found.push({ resource: 'pods', requested: 1, used: others.length, capacity: pods });
  const { cpu = 0, memory = 0, 'ephemeral-storage': storage = 0, ...extended } = sumsOf(pod);
  const used: Sums = {};
  for (const other of others)
    for (const [name, amount] of Object.entries(sumsOf(other))) used[name] = (used[name] ?? 0) + amount;
  for (const [resource, requested] of Object.entries({ cpu, memory, 'ephemeral-storage': storage, ...extended })) {
    const capacity = capacityOf(resource);
    const usedNow = used[resource] ?? 0;
    if (requested > 0 && requested > capacity - usedNow) found.push({ resource, requested, used: usedNow, capacity });
  }
  return found;
}

/** Source: lifecycle.InsufficientResourceError. */
export const shortageText = ({ resource, requested, used, capacity }: Shortage): string =>
  `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`;
