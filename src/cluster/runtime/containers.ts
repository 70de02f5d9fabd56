import { containerId } from '../world/chance.ts';
import { type Milliseconds, push } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { ContainerConfig } from './contract.ts';
import { readText } from './files/files.ts';
import { absolutePath } from './files/path.ts';
import { normalizeImage } from './images/reference.ts';
import { machineOf, runtimeOf } from './machines.ts';
import type { InnerMessage } from './messages.ts';
import { defaultPath, findProgram } from './processes/find.ts';
import { endContainer, runProcesses, sendSignal, spawn } from './processes/kernel.ts';
import type { Machine } from './processes/machine.ts';
import { signals } from './processes/signals.ts';
import type { Container, Descriptor, Process } from './state.ts';

const SIGKILL = signals.KILL;
const pauseImage = 'registry.k8s.io/pause:3.10';

/** Makes a container of an image on the node; nothing runs yet. */
export function createContainer(
  world: World,
  node: string,
  config: ContainerConfig,
): { containerID: string } | { error: string } {
  const runtime = runtimeOf(world, node);
  const name = normalizeImage(config.image);
  if (!name.ok) return { error: name.message };
  if (!runtime.images.has(name.full))
    return { error: `failed to get image from containerd "${name.full}": image "${name.full}": not found` };
  const sandbox = runtime.sandboxes.get(config.podUid);
  if (!sandbox) return { error: `failed to find sandbox of pod ${config.podUid}: not found` };
  const id = containerId(world.chance);
  // On a hollow node nothing runs but what waits to be told to stop.
  const hollow = runtime.isHollow && { image: pauseImage, config: { ...config, command: [], args: [] } };
  const container: Container = {
    id,
    config,
    image: name.full,
    ...hollow,
    state: 'created',
    files: new Map(),
    log: { lines: [], characters: 0, dropped: 0 },
    processes: new Map(),
    nextProcess: 1,
    pipes: new Map(),
    nextPipe: 1,
    runnable: [],
    steps: { from: world.now, taken: 0 },
    resuming: false,
    nextTimer: 1,
  };
  if (commandOf(machineOf(world, node, container)).length === 0)
    return { error: `failed to generate container "${id}" spec: failed to generate spec: no command specified` };
  runtime.containers.set(id, container);
  sandbox.containers.push(id);
  return { containerID: id };
}

/** `command` and `args` of the spec over entrypoint and command of the image, as Kubernetes combines them. */
function commandOf({ image, container }: Machine): string[] {
  const { command, args } = container.config;
  if (command && command.length > 0) return [...command, ...(args ?? [])];
  const rest = args && args.length > 0 ? args : (image.command ?? []);
  return [...(image.entrypoint ?? []), ...rest];
}

function environmentOf({ image, container, hostname }: Machine): Map<string, string> {
  return new Map([
    ['PATH', defaultPath],
    ['HOSTNAME', hostname],
    ...Object.entries(image.environment ?? {}),
    ['HOME', '/root'],
    ...container.config.env.map(({ name, value }): [string, string] => [name, value]),
  ]);
}

/** What a command begins with, or why it cannot, as runc says it. */
export function prepareCommand(
  machine: Machine,
  [name = '', ...args]: readonly string[],
): { start: Pick<Process, 'parent' | 'program' | 'arguments' | 'environment' | 'directory'> } | { problem: string } {
  const environment = environmentOf(machine);
  const directory = absolutePath('/', machine.container.config.workingDir ?? machine.image.workingDirectory ?? '/');
  const found = findProgram(machine, name, directory, environment.get('PATH'));
  if (!('error' in found)) {
    const { program, before } = found;
    return { start: { parent: 0, program, arguments: [...before, ...args], environment, directory } };
  }
  if (found.error === 'permission denied') return { problem: `exec: "${name}": permission denied` };
  if (found.path) return { problem: `exec: "${name}": stat ${name}: no such file or directory` };
  return { problem: `exec: "${name}": executable file not found in $PATH` };
}

/** Starts a created container. The message of a StartError is as recorded in command-not-found-never. */
export function startContainer(
  world: World,
  node: string,
  containerID: string,
): { ok: true } | { ok: false; exitCode: number; reason: 'StartError'; message: string } {
  const container = runtimeOf(world, node).containers.get(containerID);
  if (!container) throw new Error(`no container ${containerID} on ${node}`);
  const machine = machineOf(world, node, container);
  const prepared = prepareCommand(machine, commandOf(machine));
  if ('problem' in prepared) {
    container.state = 'exited';
    container.exit = { code: 128, at: world.now };
    const where =
      'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed';
    const message = `${where}: unable to start container process: ${prepared.problem}`;
    return { ok: false, exitCode: 128, reason: 'StartError', message };
  }
  container.state = 'running';
  container.startedAt = world.now;
  const descriptors = new Map<number, Descriptor>([
    [0, { type: 'null' }],
    [1, { type: 'log', stream: 1 }],
    [2, { type: 'log', stream: 2 }],
  ]);
  spawn(machine, { ...prepared.start, descriptors });
  runProcesses(machine);
  return { ok: true };
}

/** SIGTERM to the first process, SIGKILL at the end of the grace. The answer is `containerExited`. */
export function stopContainer(world: World, node: string, containerID: string, grace: Milliseconds): void {
  const container = runtimeOf(world, node).containers.get(containerID);
  if (container?.state !== 'running') return;
  if (grace <= 0) {
    killContainer(world, node, containerID);
    return;
  }
  const machine = machineOf(world, node, container);
  const first = container.processes.get(1);
  if (first) sendSignal(machine, first, signals.TERM);
  runProcesses(machine);
  if ((container.state as Container['state']) === 'exited') return;
  const message: InnerMessage = { type: 'graceOver', node, container: containerID };
  push(world.queue, world.now + grace, 'runtime', message);
}

/** Ends a running container at once with SIGKILL: exit code 137. */
export function killContainer(world: World, node: string, containerID: string): void {
  const container = runtimeOf(world, node).containers.get(containerID);
  if (container?.state !== 'running') return;
  endContainer(machineOf(world, node, container), { code: 128 + SIGKILL, signal: SIGKILL });
}

/** Gives a container other limits, in bytes and millicores; without one it has none. */
export function updateContainer(
  world: World,
  node: string,
  containerID: string,
  limits: Pick<ContainerConfig, 'memoryLimit' | 'cpuLimit'>,
): void {
  const container = runtimeOf(world, node).containers.get(containerID);
  if (!container) return;
  const { memoryLimit: _memory, cpuLimit: _cpu, ...config } = container.config;
  container.config = { ...config, ...limits };
}

/** Forgets a container with its files and log; one that runs is killed first. */
export function removeContainer(world: World, node: string, containerID: string): void {
  killContainer(world, node, containerID);
  const runtime = runtimeOf(world, node);
  const sandbox = runtime.sandboxes.get(runtime.containers.get(containerID)?.config.podUid ?? '');
  if (sandbox) sandbox.containers = sandbox.containers.filter((id) => id !== containerID);
  runtime.containers.delete(containerID);
}

/** The text of a file as a container sees it; works after the container's end too. */
export function readContainerFile(world: World, node: string, containerID: string, path: string): string | undefined {
  const container = runtimeOf(world, node).containers.get(containerID);
  if (!container) return undefined;
  const content = readText(machineOf(world, node, container), absolutePath('/', path));
  return 'text' in content ? content.text : undefined;
}
