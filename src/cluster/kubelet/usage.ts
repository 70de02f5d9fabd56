import type { Node, Pod, Stored } from '../../api/objects.ts';
import { usageOf } from '../runtime/runtime.ts';
import { usagePeriod } from '../runtime/work.ts';
import type { Milliseconds } from '../world/queue.ts';
import { listIndexed } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { isIn } from './machines/advance.ts';

/** What a container uses: processor in millicores (the mean over the window), memory in bytes (the working set). */
export interface ContainerUsage {
  name: string;
  processor: number;
  memory: number;
}

/** The same of a Pod, with the end of the window over which it was measured and the window's length. */
export interface PodUsage {
  containers: ContainerUsage[];
  processor: number;
  memory: number;
  at: Milliseconds;
  window: Milliseconds;
}

/**
 * What a Pod uses, as metrics-server has it from the kubelet: every running container, sidecars too. Undefined where
 * there are no figures: the node cannot be reached, nothing runs, or a container has not run a whole window yet.
 */
export function podUsage(world: World, pod: Stored<Pod>): PodUsage | undefined {
  const node = pod.spec?.nodeName ?? '';
  const kubelet = world.kubelets.get(node);
  const worker = kubelet?.workers.get(pod.metadata.uid);
  if (!kubelet || !worker || !isIn(kubelet.node, 'kubelet.Running') || isIn(kubelet.node, 'network.CutOff'))
    return undefined;
  const at = Math.floor(world.now / usagePeriod) * usagePeriod;
  const usage: PodUsage = { containers: [], processor: 0, memory: 0, at, window: usagePeriod };
  for (const [name, { container }] of Object.entries(worker.containers)) {
    const { containerID = '', startedAt = world.now } = container.context;
    if (!isIn(container, 'running')) continue;
    if (startedAt > at - usagePeriod) return undefined;
    const { processor, memory } = usageOf(world, node, containerID);
    usage.containers.push({ name, processor, memory });
    usage.processor += processor;
    usage.memory += memory;
  }
  return usage.containers.length > 0 ? usage : undefined;
}

/** What the node's own daemons take, in millicores and bytes: kubelet, container runtime, the operating system. */
const system = { processor: 40, memory: 600 << 20 };

/** What a node uses now, all that runs on it together; undefined where its kubelet cannot be asked. */
export function nodeUsage(
  world: World,
  node: Stored<Node>,
): { processor: number; memory: number; at: Milliseconds; window: Milliseconds } | undefined {
  const { name } = node.metadata;
  const kubelet = world.kubelets.get(name);
  if (!kubelet || !isIn(kubelet.node, 'kubelet.Running') || isIn(kubelet.node, 'network.CutOff')) return undefined;
  const at = Math.floor(world.now / usagePeriod) * usagePeriod;
  const usage = { ...system, at, window: usagePeriod };
  usage.memory += kubelet.outside?.memory ?? 0;
  for (const pod of listIndexed(world.store, 'podsByNode', name)) {
    for (const { container } of Object.values(kubelet.workers.get(pod.metadata.uid)?.containers ?? {})) {
      if (!isIn(container, 'running')) continue;
      const { processor, memory } = usageOf(world, name, container.context.containerID ?? '');
      usage.processor += processor;
      usage.memory += memory;
    }
  }
  return usage;
}
