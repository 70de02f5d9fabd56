import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import { writtenBy, writtenTo } from '../../runtime/runtime.ts';
import { usageOf } from '../../runtime/usage.ts';
import type { World } from '../../world/world.ts';
import { isIn } from '../machines/advance.ts';
import type { KubeletState, PodWorker } from '../state.ts';
import { memoryAvailable } from './shortage.ts';
import type { ContainerStats, PodStats, Summary } from './stats.ts';

/** What the operating system takes of the disk, in bytes. */
const systemDisk = 8 * 2 ** 30;
const inodesOfDisk = 1 << 24;

export interface Measurement {
  summary: Summary;
  pods: Stored<Pod>[];
  podStats: PodStats[];
}

/** What the kubelet measures of its node and of the Pods that it runs. */
export function measure(world: World, node: Stored<Node>, kubelet: KubeletState): Measurement {
  const workers = [...kubelet.workers.values()].filter(({ machine, sandbox }) => {
    return sandbox && isIn(machine, 'worker.Syncing');
  });
  const podStats = workers.map((worker) => statsOf(world, node.metadata.name, worker));
  return { summary: summaryOf(world, node, kubelet, podStats), pods: workers.map(({ pod }) => pod), podStats };
}

function summaryOf(
  world: World,
  node: Stored<Node>,
  { outside }: KubeletState,
  podStats: readonly PodStats[],
): Summary {
  const { capacity = {} } = node.status ?? {};
  const [memory, disk] = [toBytes(capacity.memory ?? '0'), toBytes(capacity['ephemeral-storage'] ?? '0')];
  const available = memoryAvailable(world, node);
  const used = podStats.reduce((sum, stats) => sum + (stats['ephemeral-storage']?.usedBytes ?? 0), 0);
  const free = Math.max(0, disk - Math.min(systemDisk, disk / 4) - used - (outside?.disk ?? 0));
  const fs = { availableBytes: free, capacityBytes: disk, inodes: inodesOfDisk, inodesFree: inodesOfDisk };
  return {
    node: {
      memory: { availableBytes: available, workingSetBytes: memory - available },
      ...(disk > 0 && { fs, runtime: { imageFs: fs, containerFs: fs } }),
    },
  };
}

function statsOf(world: World, node: string, { pod, containers }: PodWorker): PodStats {
  const { uid, name, namespace = '' } = pod.metadata;
  const volume = (pod.spec?.volumes ?? []).flatMap(({ name, emptyDir }) =>
    emptyDir ? [{ name, usedBytes: writtenTo(world, node, uid, name), isOnDisk: emptyDir.medium !== 'Memory' }] : [],
  );
  const own: ContainerStats[] = [];
  for (const [name, { container }] of Object.entries(containers)) {
    const { containerID } = container.context;
    if (!containerID || !isIn(container, 'running')) continue;
    const { rootfs, logs } = writtenBy(world, node, containerID);
    const { memory } = usageOf(world, node, containerID);
    own.push({ name, memory: { workingSetBytes: memory }, rootfs: { usedBytes: rootfs }, logs: { usedBytes: logs } });
  }
  const sum = (amounts: (number | undefined)[]) => amounts.reduce((total: number, one) => total + (one ?? 0), 0);
  const written = sum(own.flatMap(({ rootfs, logs }) => [rootfs?.usedBytes, logs?.usedBytes]));
  const onDisk = sum(volume.map(({ isOnDisk, usedBytes }) => (isOnDisk ? usedBytes : 0)));
  return {
    podRef: { name, namespace, uid },
    containers: own,
    memory: { workingSetBytes: sum(own.map(({ memory }) => memory?.workingSetBytes)) },
    volume: volume.map(({ name, usedBytes }) => ({ name, usedBytes })),
    'ephemeral-storage': { usedBytes: written + onDisk },
  };
}
