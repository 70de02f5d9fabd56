import { containerId } from '../world/chance.ts';
import { push } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import { prepareCommand } from './containers.ts';
import type { ExecOptions, RuntimeMessage } from './contract.ts';
import { machineOf, runtimeOf } from './machines.ts';
import type { InnerMessage } from './messages.ts';
import { createPipe, hold, release, wakeUsers } from './processes/descriptors.ts';
import { endProcess, reportExec, runProcesses, spawn } from './processes/kernel.ts';
import type { Container, Descriptor, Process } from './state.ts';

/** Runs a command in a running container, beside its first process. The answer is `execEnded` to `replyTo`. */
export function exec(world: World, node: string, containerID: string, command: string[], options: ExecOptions): void {
  const { replyTo, id, podUid, timeout, input, staysOpen, terminal } = options;
  const refuse = (error: string, exitCode: number): void => {
    const empty = { output: '', stdout: '', stderr: '', timedOut: false };
    const message: RuntimeMessage = { type: 'execEnded', node, podUid, id, exitCode, error, ...empty };
    push(world.queue, world.now, replyTo, message);
  };
  const container = runtimeOf(world, node).containers.get(containerID);
  if (container?.state !== 'running') {
    refuse(`container ${containerID} is not running`, 126);
    return;
  }
  const machine = machineOf(world, node, container);
  const prepared = prepareCommand(machine, command);
  if ('problem' in prepared) {
    // As recorded in kubectl-errors.
    const what = `failed to exec in container: failed to start exec "${containerId(world.chance)}"`;
    refuse(
      `${what}: OCI runtime exec failed: exec failed: unable to start container process: ${prepared.problem}`,
      126,
    );
    return;
  }
  const pipe = input === undefined ? undefined : createPipe(container, input);
  // The client holds the other end.
  if (pipe !== undefined && staysOpen) hold(container, { type: 'pipe', pipe, end: 'write' });
  const stdin: Descriptor = pipe === undefined ? { type: 'null' } : { type: 'pipe', pipe, end: 'read' };
  const process = spawn(machine, {
    ...prepared.start,
    descriptors: new Map<number, Descriptor>([
      [0, stdin],
      [1, { type: 'exec', stream: 1 }],
      [2, { type: 'exec', stream: 2 }],
    ]),
    exec: {
      replyTo,
      id,
      podUid,
      output: '',
      stdout: '',
      stderr: '',
      ...(pipe !== undefined && staysOpen && { input: pipe }),
      ...(terminal && { terminal }),
    },
  });
  if (!process) {
    refuse('failed to exec in container: resource temporarily unavailable', 126);
    return;
  }
  runProcesses(machine);
  if (timeout === undefined || !container.processes.has(process.id)) return;
  const message: InnerMessage = {
    type: 'execTimeout',
    node,
    container: containerID,
    process: process.id,
    command,
    timeout,
  };
  push(world.queue, world.now + timeout, 'runtime', message);
}

/** The process of a container that was begun by `exec` under an id. */
function begunAs(container: Container | undefined, id: string): Process | undefined {
  for (const process of container?.processes.values() ?? []) if (process.exec?.id === id) return process;
  return undefined;
}

/** Writes more to the standard input of a command that was begun with one that stays open; without a text, closes it. */
export function typeInput(world: World, node: string, containerID: string, id: string, text: string | undefined): void {
  const container = runtimeOf(world, node).containers.get(containerID);
  const process = begunAs(container, id);
  const input = process?.exec?.input;
  if (!container || !process?.exec || input === undefined) return;
  const machine = machineOf(world, node, container);
  const pipe = container.pipes.get(input);
  if (text !== undefined && pipe) {
    pipe.text += text;
    wakeUsers(machine, input);
  } else {
    delete process.exec.input;
    release(machine, { type: 'pipe', pipe: input, end: 'write' });
  }
  runProcesses(machine);
}

/** What a command that still runs has printed so far; undefined where there is no such command. */
export function execOutput(
  world: World,
  node: string,
  containerID: string,
  id: string,
): { stdout: string; stderr: string } | undefined {
  const exec = begunAs(runtimeOf(world, node).containers.get(containerID), id)?.exec;
  return exec && { stdout: exec.stdout, stderr: exec.stderr };
}

/** A command has had its time: it is killed and reported, with the text that the kubelet shows (INDEX, Probes). */
export function timeOut(world: World, message: Extract<InnerMessage, { type: 'execTimeout' }>): void {
  const container = runtimeOf(world, message.node).containers.get(message.container);
  const process = container?.processes.get(message.process);
  if (!container || !process?.exec) return;
  const machine = machineOf(world, message.node, container);
  const seconds = message.timeout / 1000;
  reportExec(machine, process, 137, `command timed out: "${message.command.join(' ')}" timed out after ${seconds}s`);
  endProcess(machine, process, 137, 9);
  runProcesses(machine);
}
