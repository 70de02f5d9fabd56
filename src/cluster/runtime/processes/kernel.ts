import type { Milliseconds } from '../../world/queue.ts';
import { push } from '../../world/queue.ts';
import type { RuntimeMessage } from '../contract.ts';
import type { InnerMessage } from '../messages.ts';
import type { Container, Process, Wait } from '../state.ts';
import { noteWork } from '../work.ts';
import { closeAll, fullPipe, hold } from './descriptors.ts';
import type { Machine } from './machine.ts';
import { signals } from './signals.ts';

/** A container may take this many steps in `processorSlice`; then the processor is busy for the rest of it. */
const stepsPerSlice = 1000;
const processorSlice: Milliseconds = 100;
/** No more processes than this in a container, as a cgroup's pids.max would have it. */
const mostProcesses = 256;
/** Ended children that nobody waits for are forgotten beyond this number. */
const keptChildren = 256;

const SIGKILL = signals.KILL;

/** Makes a process that can run at once; undefined where there are too many. */
export function spawn(
  machine: Machine,
  start: Pick<Process, 'parent' | 'program' | 'arguments' | 'environment' | 'directory' | 'descriptors'> &
    Partial<Pick<Process, 'memory' | 'exec'>>,
): Process | undefined {
  const { container } = machine;
  if (container.processes.size >= mostProcesses) return undefined;
  const id = container.nextProcess++;
  const process: Process = { memory: undefined, signals: [], ended: new Map(), ...start, id };
  for (const descriptor of process.descriptors.values()) hold(container, descriptor);
  container.processes.set(id, process);
  container.runnable.push(id);
  return process;
}

/** Counts a step; false where the processor has had enough of this container for now. */
export function takeStep(container: Container): boolean {
  return ++container.steps.taken < quota(container);
}

/** Steps in a slice: one process goes on at a time, so a core is the most; a limit throttles it (the CFS quota). */
function quota({ config: { cpuLimit = 1000 } }: Container): number {
  return Math.max(1, (stepsPerSlice * Math.min(cpuLimit, 1000)) / 1000);
}

/** Work on this many characters counts as a step. */
const charactersPerStep = 1024;

/** Counts the work of going through a text. */
export function charge(container: Container, characters: number): void {
  container.steps.taken += Math.floor(characters / charactersPerStep);
}

/** Lets every process go on that can, until all wait or the processor's time is used up. */
export function runProcesses(machine: Machine): void {
  const { container, world } = machine;
  if (container.resuming) return;
  if (world.now - container.steps.from >= processorSlice) container.steps = { from: world.now, taken: 0 };
  const before = Math.min(container.steps.taken, quota(container));
  runUntilBusy(machine);
  const steps = Math.min(container.steps.taken, quota(container)) - before;
  if (steps > 0) noteWork(container, world.now, (steps / stepsPerSlice) * processorSlice);
}

function runUntilBusy(machine: Machine): void {
  const { container, world, node } = machine;
  while (container.runnable.length > 0 && container.state === 'running') {
    if (!takeStep(container)) {
      container.resuming = true;
      const resume: InnerMessage = { type: 'resume', node, container: container.id };
      push(world.queue, world.now + processorSlice, 'runtime', resume);
      return;
    }
    const process = container.processes.get(container.runnable.shift() ?? -1);
    if (process) runOne(machine, process);
  }
}

function runOne(machine: Machine, process: Process): void {
  const { container } = machine;
  const full = fullPipe(container, process);
  if (full !== undefined) {
    process.wait = { for: 'output', pipe: full };
    return;
  }
  const program = machine.programOf(process.program);
  if (!program) throw new Error(`no program ${process.program}`);
  const outcome = program.run(machine, process);
  if (!container.processes.has(process.id)) return;
  if ('exit' in outcome) endProcess(machine, process, outcome.exit);
  else if ('wait' in outcome) process.wait = outcome.wait;
  else container.runnable.push(process.id);
}

/** A process that waits can go on. */
export function wake(machine: Machine, process: Process): void {
  if (!process.wait) return;
  delete process.wait;
  machine.container.runnable.push(process.id);
}

/** What to wait for so as to go on after some time, at least a millisecond. */
export function sleepFor(machine: Machine, process: Process, time: Milliseconds): Wait {
  const { container, world, node } = machine;
  const timer = container.nextTimer++;
  const message: InnerMessage = { type: 'timer', node, container: container.id, process: process.id, timer };
  push(world.queue, world.now + Math.max(1, Math.round(time)), 'runtime', message);
  return { for: 'time', timer };
}

/** Delivers a signal: its program takes care of it, or it ends the process. Process 1 ignores what it does not handle. */
export function sendSignal(machine: Machine, process: Process, signal: number, fromOutside = false): void {
  if (signal === 0 || signal === signals.CHLD || signal === signals.CONT) return;
  if (signal === SIGKILL) {
    if (process.id !== 1 || fromOutside) endProcess(machine, process, 128 + signal, signal);
    return;
  }
  if (machine.programOf(process.program)?.handles?.(process, signal)) {
    process.signals.push(signal);
    wake(machine, process);
  } else if (process.id !== 1) {
    endProcess(machine, process, 128 + signal, signal);
  }
}

/** Ends a process: its parent hears of it, its children are nobody's. The end of process 1 ends the container. */
export function endProcess(machine: Machine, process: Process, code: number, signal?: number): void {
  const { container } = machine;
  if (process.id === 1) {
    endContainer(machine, { code, ...(signal !== undefined && { signal }) });
    return;
  }
  if (!container.processes.delete(process.id)) return;
  closeAll(machine, process);
  closeSockets(machine, process.id);
  for (const other of container.processes.values()) if (other.parent === process.id) other.parent = 0;
  if (process.exec) reportExec(machine, process, code);
  const parent = container.processes.get(process.parent);
  if (!parent) return;
  parent.ended.set(process.id, code);
  if (parent.ended.size > keptChildren) parent.ended.delete(parent.ended.keys().next().value ?? 0);
  if (parent.wait?.for === 'child' && (parent.wait.child ?? process.id) === process.id) wake(machine, parent);
}

/** Ends a container with all that runs in it, and tells the kubelet. */
export function endContainer(machine: Machine, exit: { code: number; signal?: number; reason?: 'OOMKilled' }): void {
  const { container, world, node } = machine;
  if (container.state !== 'running') return;
  container.state = 'exited';
  container.exit = { ...exit, at: world.now };
  for (const process of container.processes.values()) {
    closeSockets(machine, process.id);
    if (process.exec) reportExec(machine, process, 128 + SIGKILL);
  }
  container.processes.clear();
  container.pipes.clear();
  container.runnable = [];
  const message: RuntimeMessage = {
    type: 'containerExited',
    node,
    podUid: container.config.podUid,
    containerID: container.id,
    exitCode: exit.code,
    ...(exit.signal !== undefined && { signal: exit.signal }),
    ...(exit.reason && { reason: exit.reason }),
    at: world.now,
  };
  push(world.queue, world.now, 'kubelet', message);
}

/** The kernel kills the whole container for its memory. Source: memory.oom.group is what the kubelet sets. */
export function outOfMemory(machine: Machine): void {
  endContainer(machine, { code: 128 + SIGKILL, signal: SIGKILL, reason: 'OOMKilled' });
}

/** Tells whoever began a command from outside that it has ended. */
export function reportExec(machine: Machine, process: Process, code: number, timedOut?: string): void {
  const { exec } = process;
  if (!exec) return;
  delete process.exec;
  const message: RuntimeMessage = {
    type: 'execEnded',
    node: machine.node,
    podUid: exec.podUid,
    id: exec.id,
    exitCode: code,
    output: timedOut ?? exec.output,
    stdout: exec.stdout,
    stderr: exec.stderr,
    timedOut: timedOut !== undefined,
  };
  push(machine.world.queue, machine.world.now, exec.replyTo, message);
}

/** Listening sockets of the network namespace in which a container is. */
export function socketsOf(
  machine: Pick<Machine, 'runtime' | 'sandbox'>,
): Map<number, { container: string; process: number }> {
  return machine.sandbox.hostNetwork ? machine.runtime.hostSockets : machine.sandbox.sockets;
}

/** Binds a port to a process; false where somebody has it. */
export function listen(machine: Machine, process: Process, port: number): boolean {
  const sockets = socketsOf(machine);
  if (sockets.has(port)) return false;
  sockets.set(port, { container: machine.container.id, process: process.id });
  return true;
}

function closeSockets(machine: Machine, process: number): void {
  const sockets = socketsOf(machine);
  for (const [port, socket] of sockets)
    if (socket.container === machine.container.id && socket.process === process) sockets.delete(port);
}
