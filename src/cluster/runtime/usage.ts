import type { World } from '../world/world.ts';
import { machineOf, runtimeOf } from './machines.ts';
import type { FileEntry } from './state.ts';
import { smallProgram, usagePeriod, workBefore } from './work.ts';

/** Memory in bytes that a container holds now, and processor in millicores, the mean over the last whole period. */
export function usageOf(world: World, node: string, containerID: string): { memory: number; processor: number } {
  const usage = { memory: 0, processor: 0 };
  const container = runtimeOf(world, node).containers.get(containerID);
  if (!container) return usage;
  const machine = machineOf(world, node, container);
  for (const process of container.processes.values()) {
    const program = machine.programOf(process.program);
    usage.memory += program?.memory?.(machine, process) ?? smallProgram;
    usage.processor += program?.processor?.(machine, process) ?? 0;
  }
  for (const { volume, inMemory } of container.config.mounts)
    if (inMemory) usage.memory += sizeOf(machine.sandbox.volumes.get(volume));
  usage.processor += Math.round((workBefore(container, world.now) / usagePeriod) * 1000);
  const { memoryLimit, cpuLimit } = container.config;
  if (memoryLimit !== undefined) usage.memory = Math.min(usage.memory, memoryLimit);
  if (cpuLimit !== undefined) usage.processor = Math.min(usage.processor, cpuLimit);
  return usage;
}

const sizeOf = (files: ReadonlyMap<string, FileEntry> | undefined): number => {
  let size = 0;
  for (const entry of files?.values() ?? []) if (entry.type === 'file') size += entry.text.length;
  return size;
};

/** What a container has written over its image, and to its log, in bytes. */
export function writtenBy(world: World, node: string, containerID: string): { rootfs: number; logs: number } {
  const container = runtimeOf(world, node).containers.get(containerID);
  return { rootfs: sizeOf(container?.files), logs: container?.log.characters ?? 0 };
}

/** What a volume of a Pod holds, in bytes. */
export function writtenTo(world: World, node: string, podUid: string, volume: string): number {
  return sizeOf(runtimeOf(world, node).sandboxes.get(podUid)?.volumes.get(volume));
}
