import type { Milliseconds } from '../../world/queue.ts';
import { lookUp, readText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { mostMemory } from '../memory.ts';
import { read, write } from '../processes/descriptors.ts';
import { outOfMemory, sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { smallProgram } from '../work.ts';
import { options } from './options.ts';

/** What it reads of /dev/zero in a second, for ever, keeping all of it in memory. */
const bytesPerSecond = 1 << 30;
const pollPeriod = 1000;

interface Tail {
  /** Place in the file up to which has been printed; of standard input all that was read. */
  position: number;
  input: string;
  stage: 'begin' | 'follow' | 'fill';
  /** When it began to fill its memory. */
  since?: Milliseconds;
}

/** The last lines of a file, with `-f` also what comes later; looks once a second, as busybox does. */
export const tail: Program = {
  run(machine, process) {
    const { letters, values, rest } = options(process.arguments, 'fFqv', 'ncs', 'n');
    const follow = letters.has('f') || letters.has('F');
    process.memory ??= { position: 0, input: '', stage: 'begin' } satisfies Tail;
    const memory = process.memory as Tail;
    const [file] = rest;
    if (memory.stage === 'fill') {
      outOfMemory(machine);
      return { exit: 137 };
    }
    if (memory.stage === 'follow') return goOn(machine, process, memory, file ?? '');
    const count = values.get('n') ?? '10';
    if (file === undefined) return fromInput(machine, process, memory, count);
    const path = absolutePath(process.directory, file);
    const entry = lookUp(machine, path);
    if (entry?.type === 'device') return device(machine, process, memory, entry.device, follow);
    const content = readText(machine, path);
    if ('error' in content) {
      write(machine, process, 2, `tail: can't open '${file}': ${content.error}\ntail: no files\n`);
      return { exit: 1 };
    }
    write(machine, process, 1, lastLines(content.text, count));
    if (!follow) return { exit: 0 };
    memory.stage = 'follow';
    memory.position = content.text.length;
    return { wait: sleepFor(machine, process, pollPeriod) };
  },
  memory({ world }, process) {
    const { since } = (process.memory ?? {}) as Partial<Tail>;
    return smallProgram + (since === undefined ? 0 : ((world.now - since) / 1000) * bytesPerSecond);
  },
};

function goOn(machine: Machine, process: Process, memory: Tail, file: string): Outcome {
  const content = readText(machine, absolutePath(process.directory, file));
  if ('text' in content) {
    if (content.text.length < memory.position) memory.position = 0;
    write(machine, process, 1, content.text.slice(memory.position));
    memory.position = content.text.length;
  }
  return { wait: sleepFor(machine, process, pollPeriod) };
}

/** `tail -f /dev/null` is how many a container is kept alive: it costs nothing. */
function device(
  machine: Machine,
  process: Process,
  memory: Tail,
  name: 'null' | 'zero' | 'urandom',
  follow: boolean,
): Outcome {
  if (name === 'null') return follow ? { wait: { for: 'signal' } } : { exit: 0 };
  const bytes = mostMemory(machine);
  memory.stage = 'fill';
  memory.since = machine.world.now;
  return { wait: sleepFor(machine, process, (bytes / bytesPerSecond) * 1000) };
}

function fromInput(machine: Machine, process: Process, memory: Tail, count: string): Outcome {
  for (;;) {
    const input = read(machine, process, 0);
    if ('wait' in input) return { wait: input.wait };
    if ('end' in input) break;
    memory.input = lastLines(memory.input + input.text, count.startsWith('+') ? '+1' : count);
  }
  write(machine, process, 1, lastLines(memory.input, count));
  return { exit: 0 };
}

function lastLines(text: string, count: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (count.startsWith('+')) return lines.slice(Math.max(0, Number(count) - 1)).join('');
  const wanted = Math.abs(Number(count)) || 0;
  return wanted === 0 ? '' : lines.slice(-wanted).join('');
}
