import type { Component } from '../component.ts';
import type { World } from '../world/world.ts';
import { killContainer } from './containers.ts';
import type { LogOptions } from './contract.ts';
import { timeOut } from './exec.ts';
import { endPull } from './images/pull.ts';
import { followLog, readLog } from './logs.ts';
import { machineOf, runtimeOf } from './machines.ts';
import type { InnerMessage } from './messages.ts';
import { runProcesses, wake } from './processes/kernel.ts';

export { check } from './checks.ts';
export {
  createContainer,
  killContainer,
  readContainerFile,
  removeContainer,
  startContainer,
  stopContainer,
  updateContainer,
} from './containers.ts';
export { exec, execOutput, typeInput } from './exec.ts';
export { connectionTo, httpRequest } from './http.ts';
export { configureImages, imageOf, imagePresent, pullImage } from './images/pull.ts';
export { normalizeImage } from './images/reference.ts';
export { copyVolume, createSandbox, removeSandbox, writeVolume } from './sandboxes.ts';
export { usageOf, writtenBy, writtenTo } from './usage.ts';

/** The container runtime of every node: wakes processes, ends pulls, times out commands. */
export const runtime: Component = {
  name: 'runtime',
  handle(world: World, message: InnerMessage): void {
    switch (message.type) {
      case 'timer':
      case 'resume':
        goOn(world, message);
        break;
      case 'graceOver':
        killContainer(world, message.node, message.container);
        break;
      case 'execTimeout':
        timeOut(world, message);
        break;
      case 'pullDone':
        endPull(world, message.node, message.number);
        break;
    }
  },
};

function goOn(world: World, message: Extract<InnerMessage, { type: 'timer' | 'resume' }>): void {
  const container = world.runtimes.get(message.node)?.containers.get(message.container);
  if (container?.state !== 'running') return;
  const machine = machineOf(world, message.node, container);
  if (message.type === 'timer') {
    const process = container.processes.get(message.process);
    if (process?.wait?.for !== 'time' || process.wait.timer !== message.timer) return;
    wake(machine, process);
  } else {
    container.resuming = false;
  }
  runProcesses(machine);
}

/** A container's log as `kubectl logs` prints it; empty where there is no such container. */
export function logs(world: World, node: string, containerID: string, options: LogOptions = {}): string {
  const container = runtimeOf(world, node).containers.get(containerID);
  return container ? readLog(container, options) : '';
}

/** What a container wrote since `position` (0: from its beginning), and from where to ask next. For `kubectl logs -f`. */
export function logsSince(
  world: World,
  node: string,
  containerID: string,
  position: number,
): { text: string; position: number } {
  const container = runtimeOf(world, node).containers.get(containerID);
  return container ? followLog(container, position) : { text: '', position };
}

/** Everything on a node stops at once and is gone, save for its images; nobody is told. */
export function powerOff(world: World, node: string): void {
  const runtime = runtimeOf(world, node);
  runtime.pulls = [];
  runtime.sandboxes.clear();
  for (const ip of runtime.addresses.keys()) if (world.podAddresses.get(ip) === node) world.podAddresses.delete(ip);
  runtime.addresses.clear();
  runtime.hostSockets.clear();
  runtime.containers.clear();
}
