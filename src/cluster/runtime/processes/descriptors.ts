import { nextInteger } from '../../world/chance.ts';
import { type FileError, lookUp, readText, writeText } from '../files/files.ts';
import { appendLog } from '../logs.ts';
import type { Container, Descriptor, Pipe, Process } from '../state.ts';
import { charge, sendSignal, wake } from './kernel.ts';
import type { Machine } from './machine.ts';
import { signals } from './signals.ts';

/** A pipe takes this much before its writers have to wait. */
export const pipeSize = 64 * 1024;

/** A new pipe with nobody at its ends; `text` is in it already. */
export function createPipe(container: Container, text = ''): number {
  const id = container.nextPipe++;
  container.pipes.set(id, { text, writers: 0, readers: 0 });
  return id;
}

/** Sets a descriptor of a process and counts the ends of pipes; what was there before is closed. */
export function setDescriptor(machine: Machine, process: Process, number: number, descriptor: Descriptor): void {
  hold(machine.container, descriptor);
  closeDescriptor(machine, process, number);
  process.descriptors.set(number, descriptor);
}

/** One more process or saved descriptor refers to it. */
export function hold(container: Container, descriptor: Descriptor): void {
  if (descriptor.type !== 'pipe') return;
  const pipe = container.pipes.get(descriptor.pipe);
  if (!pipe) return;
  if (descriptor.end === 'read') pipe.readers++;
  else pipe.writers++;
}

/** One less refers to it. A reader hears of the last writer's end. */
export function release(machine: Machine, descriptor: Descriptor): void {
  if (descriptor.type !== 'pipe') return;
  const pipe = machine.container.pipes.get(descriptor.pipe);
  if (!pipe) return;
  if (descriptor.end === 'read') pipe.readers--;
  else pipe.writers--;
  if (pipe.readers <= 0 && pipe.writers <= 0) machine.container.pipes.delete(descriptor.pipe);
  wakeUsers(machine, descriptor.pipe);
}

export function closeDescriptor(machine: Machine, process: Process, number: number): void {
  const descriptor = process.descriptors.get(number);
  if (!descriptor) return;
  process.descriptors.delete(number);
  release(machine, descriptor);
}

export function closeAll(machine: Machine, process: Process): void {
  const all = [...process.descriptors.values()];
  process.descriptors.clear();
  for (const descriptor of all) release(machine, descriptor);
}

/** Whoever waits at a pipe looks again. */
export function wakeUsers(machine: Machine, pipe: number): void {
  for (const process of machine.container.processes.values()) {
    const { wait } = process;
    if ((wait?.for === 'input' || wait?.for === 'output') && wait.pipe === pipe) wake(machine, process);
  }
}

/** Writes to a descriptor of a process; nothing happens where it is closed. A pipe without reader sends SIGPIPE. */
export function write(machine: Machine, process: Process, number: number, text: string): void {
  const descriptor = process.descriptors.get(number);
  if (!descriptor || text === '') return;
  charge(machine.container, text.length);
  switch (descriptor.type) {
    case 'log':
      appendLog(machine.container, machine.world.now, descriptor.stream, text);
      break;
    case 'exec':
      gather(machine, process, descriptor.stream, text);
      break;
    case 'file':
      // A file that was removed meanwhile is written by nobody any more.
      if (lookUp(machine, descriptor.path)) writeText(machine, descriptor.path, text, true);
      break;
    case 'pipe': {
      const pipe = machine.container.pipes.get(descriptor.pipe);
      if (!pipe || descriptor.end !== 'write') break;
      if (pipe.readers <= 0) {
        sendSignal(machine, process, signals.PIPE);
        break;
      }
      pipe.text += text;
      wakeUsers(machine, descriptor.pipe);
      break;
    }
    case 'null':
    case 'zero':
    case 'urandom':
      break;
  }
}

/** More than this of a command's output is not kept. */
const keptOutput = 256 * 1024;

function gather(machine: Machine, process: Process, stream: 1 | 2, text: string): void {
  const first = execOf(machine, process);
  if (!first) return;
  if (first.output.length + text.length > keptOutput) return;
  first.output += text;
  if (stream === 1) first.stdout += text;
  else first.stderr += text;
}

/** The command from outside to which a process belongs. */
function execOf(machine: Machine, process: Process): Process['exec'] {
  let current: Process | undefined = process;
  while (current && !current.exec) current = machine.container.processes.get(current.parent);
  return current?.exec;
}

/** Takes up to `most` characters out of what there is to read; `wait` where nothing is there yet. */
export function read(
  machine: Machine,
  process: Process,
  number: number,
  most = Number.POSITIVE_INFINITY,
): { text: string } | { end: true } | { wait: { for: 'input'; pipe: number } } {
  const descriptor = process.descriptors.get(number);
  if (descriptor?.type === 'file') {
    const content = readText(machine, descriptor.path);
    return 'text' in content && content.text !== '' ? { text: content.text } : { end: true };
  }
  if (descriptor?.type === 'zero' || descriptor?.type === 'urandom')
    return { text: deviceText(machine, descriptor.type, Math.min(most, deviceChunk)) };
  if (descriptor?.type !== 'pipe') return { end: true };
  const pipe = machine.container.pipes.get(descriptor.pipe);
  if (!pipe) return { end: true };
  if (pipe.text !== '') {
    const text = pipe.text.slice(0, most);
    pipe.text = pipe.text.slice(most);
    wakeUsers(machine, descriptor.pipe);
    return { text };
  }
  return pipe.writers > 0 ? { wait: { for: 'input', pipe: descriptor.pipe } } : { end: true };
}

/** What is read at once of a device that has no end. */
const deviceChunk = 512;

/** Zeros, or characters by the chance of the world: of one byte each. */
export function deviceText({ world, container }: Machine, device: 'zero' | 'urandom', length: number): string {
  charge(container, length);
  if (device === 'zero') return '\0'.repeat(length);
  return Array.from({ length }, () => String.fromCharCode(nextInteger(world.chance, 0, 127))).join('');
}

/** Gives back what was read too much of a pipe. */
export function unread(machine: Machine, process: Process, number: number, text: string): void {
  const descriptor = process.descriptors.get(number);
  const pipe = descriptor?.type === 'pipe' ? machine.container.pipes.get(descriptor.pipe) : undefined;
  if (pipe) pipe.text = text + pipe.text;
}

/** The pipe of a process that has taken too much to be written to just now. */
export function fullPipe(container: Container, process: Process): number | undefined {
  for (const descriptor of process.descriptors.values()) {
    if (descriptor.type !== 'pipe' || descriptor.end !== 'write') continue;
    const pipe: Pipe | undefined = container.pipes.get(descriptor.pipe);
    if (pipe && pipe.text.length > pipeSize && pipe.readers > 0) return descriptor.pipe;
  }
  return undefined;
}

/** Opens a file for a process, to read, to write anew or to write at its end. `path` is absolute. */
export function openFile(
  machine: Machine,
  process: Process,
  path: string,
  mode: 'read' | 'write' | 'append',
): Descriptor | { error: FileError } {
  const standard = /^\/(?:dev\/(stdin|stdout|stderr)|(?:proc\/self|proc\/1|dev)\/fd\/(\d+))$/.exec(path);
  if (standard) return standardStream(machine, process, path, standard);
  const entry = lookUp(machine, path);
  if (entry?.type === 'device') return { type: entry.device };
  if (mode === 'read') {
    const content = readText(machine, path);
    if ('error' in content) return content;
    // What is read is what the file holds now; those who share the descriptor share the place they are at.
    return { type: 'pipe', pipe: createPipe(machine.container, content.text), end: 'read' };
  }
  const error =
    mode === 'append' && entry?.type === 'file' ? undefined : writeText(machine, path, '', mode === 'append');
  return error ? { error } : { type: 'file', path };
}

function standardStream(
  machine: Machine,
  process: Process,
  path: string,
  [, name, number]: RegExpExecArray,
): Descriptor | { error: FileError } {
  const owner = path.startsWith('/proc/1/') ? machine.container.processes.get(1) : process;
  const wanted = number === undefined ? ['stdin', 'stdout', 'stderr'].indexOf(name ?? '') : Number(number);
  return owner?.descriptors.get(wanted) ?? { error: 'No such file or directory' };
}
