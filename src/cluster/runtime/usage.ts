import type { World } from '../world/world.ts';
import { machineOf, runtimeOf } from './machines.ts';
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
  usage.processor += Math.round((workBefore(container, world.now) / usagePeriod) * 1000);
  const { memoryLimit, cpuLimit } = container.config;
  if (memoryLimit !== undefined) usage.memory = Math.min(usage.memory, memoryLimit);
  if (cpuLimit !== undefined) usage.processor = Math.min(usage.processor, cpuLimit);
  return usage;
}
