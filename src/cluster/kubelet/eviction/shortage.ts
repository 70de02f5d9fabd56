import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import type { World } from '../../world/world.ts';
import { isIn } from '../machines/advance.ts';
import type { KubeletState } from '../state.ts';
import { nodeUsage } from '../usage.ts';

/** The kubelet's default: evictionHard memory.available. */
export const leastMemory = 100 << 20;

/** Memory of a node that nobody uses, in bytes. */
export function memoryAvailable(world: World, node: Stored<Node>): number {
  const used = nodeUsage(world, node)?.memory ?? 0;
  return Math.max(0, toBytes(node.status?.capacity?.memory ?? '0') - used);
}

/**
 * A quick look, which every heartbeat takes: whether the eviction manager (loaded late) could have anything to do.
 * Memory is short, it was so not long ago, disk is taken outside, or a Pod has a limit on what it may write.
 */
export function mayBeShort(world: World, node: Stored<Node>, kubelet: KubeletState): boolean {
  if (kubelet.eviction || kubelet.outside?.disk) return true;
  for (const { pod, machine } of kubelet.workers.values())
    if (isIn(machine, 'worker.Syncing') && mayWriteTooMuch(pod.spec)) return true;
  return memoryAvailable(world, node) < leastMemory;
}

const mayWriteTooMuch = (spec: Pod['spec']): boolean =>
  (spec?.volumes ?? []).some(({ emptyDir }) => emptyDir?.sizeLimit !== undefined) ||
  (spec?.containers ?? []).some(({ resources }) => resources?.limits?.['ephemeral-storage'] !== undefined);
