import { lookUp, putEntry, readText, writeText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { read, write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { sizeOf } from './size.ts';

/** What a disk takes in a second, and what the processor copies in one. */
const diskPerSecond = 400 * 2 ** 20;
const memoryPerSecond = 4 * 2 ** 30;

const suffixes: Record<string, number> = {
  c: 1,
  w: 2,
  b: 512,
  k: 1024,
  kB: 1000,
  K: 1024,
  M: 2 ** 20,
  MB: 1e6,
  G: 2 ** 30,
  GB: 1e9,
};

/** A size as `1M`, `512`, `10k`; undefined where it is none. */
export function bytesOf(text: string): number | undefined {
  const [, number, suffix = ''] = /^(\d+)([a-zA-Z]*)$/.exec(text) ?? [];
  const unit =
    suffix === '' ? 1 : (suffixes[suffix] ?? suffixes[suffix.replace(/i?B$/, '')] ?? suffixes[suffix.toUpperCase()]);
  return number === undefined || unit === undefined ? undefined : Number(number) * unit;
}

interface Copy {
  bytes: number;
  blocks: number;
  text: string;
  time: number;
}

/** Copies `if=` to `of=`, `count=` blocks of `bs=`. Of zeros only how many there are is kept: files of any size cost nothing. */
export const dd: Program = {
  run(machine, process) {
    const operands = new Map<string, string>();
    for (const arg of process.arguments) {
      const at = arg.indexOf('=');
      if (at < 0 || !/^(if|of|bs|ibs|obs|count|seek|skip|conv|iflag|oflag|status)$/.test(arg.slice(0, at))) {
        write(machine, process, 2, `dd: unrecognized operand '${arg}'\n`);
        return { exit: 1 };
      }
      operands.set(arg.slice(0, at), arg.slice(at + 1));
    }
    if (process.memory !== undefined) return finish(machine, process, process.memory as Copy, operands);
    const size = bytesOf(operands.get('bs') ?? '512');
    const count = operands.has('count') ? bytesOf(operands.get('count') ?? '') : Number.POSITIVE_INFINITY;
    if (size === undefined || count === undefined || size === 0) {
      write(machine, process, 2, `dd: invalid number '${operands.get(size === undefined ? 'bs' : 'count')}'\n`);
      return { exit: 1 };
    }
    return begin(machine, process, operands, size, count);
  },
  // A copy keeps one core busy for as long as it takes.
  processor: (_machine, process) => (process.memory === undefined ? 0 : 1000),
};

function begin(
  machine: Machine,
  process: Process,
  operands: ReadonlyMap<string, string>,
  size: number,
  count: number,
): Outcome {
  const from = operands.get('if');
  const to = operands.get('of');
  const source = from === undefined ? undefined : absolutePath(process.directory, from);
  const entry = source === undefined ? undefined : lookUp(machine, source);
  const isToNull = to !== undefined && lookUp(machine, absolutePath(process.directory, to))?.type === 'device';
  if (entry?.type === 'device' && entry.device !== 'null') {
    if (count === Number.POSITIVE_INFINITY && isToNull) {
      process.memory = { bytes: 0, blocks: 0, text: '', time: 0 } satisfies Copy;
      return { wait: { for: 'signal' } };
    }
    // Without a count the disk is full at some time.
    const bytes = Math.min(size * count, diskBytes);
    const time = (bytes / (isToNull ? memoryPerSecond : diskPerSecond)) * 1000;
    process.memory = { bytes, blocks: Math.ceil(bytes / size), text: '', time } satisfies Copy;
    return { wait: sleepFor(machine, process, time) };
  }
  let text = '';
  if (source === undefined) {
    const input = read(machine, process, 0, size * Math.min(count, 1 << 20));
    if ('wait' in input) return { wait: input.wait };
    if ('text' in input) text = input.text;
  } else {
    const content = readText(machine, source);
    if ('error' in content) {
      write(machine, process, 2, `dd: can't open '${from}': ${content.error}\n`);
      return { exit: 1 };
    }
    text = content.text;
  }
  text = text.slice(Number(operands.get('skip') ?? 0) * size).slice(0, size * count);
  return finish(
    machine,
    process,
    { bytes: text.length, blocks: Math.floor(text.length / size), text, time: 1 },
    operands,
  );
}

/** The disk of a node is no bigger. */
const diskBytes = 100 * 2 ** 30;

function finish(machine: Machine, process: Process, copy: Copy, operands: ReadonlyMap<string, string>): Outcome {
  const to = operands.get('of');
  const zeros = copy.text === '' ? copy.bytes : 0;
  if (to === undefined) write(machine, process, 1, copy.text);
  else {
    const path = absolutePath(process.directory, to);
    const error = writeText(machine, path, copy.text);
    if (error) {
      write(machine, process, 2, `dd: can't open '${to}': ${error}\n`);
      return { exit: 1 };
    }
    const entry = lookUp(machine, path);
    const seek = (Number(operands.get('seek') ?? 0) || 0) * (bytesOf(operands.get('bs') ?? '512') ?? 512);
    if (entry?.type === 'file' && zeros + seek > 0) putEntry(machine, path, { ...entry, zeros: zeros + seek });
  }
  if (operands.get('status') === 'none') return { exit: 0 };
  const partial = copy.text !== '' && copy.bytes % (bytesOf(operands.get('bs') ?? '512') ?? 512) > 0 ? 1 : 0;
  const records = `${copy.blocks}+${partial}`;
  const seconds = copy.time / 1000;
  const rate = seconds > 0 ? copy.bytes / seconds / 2 ** 20 : 0;
  const human = copy.bytes < 1024 ? '' : ` (${shortSize(copy.bytes)})`;
  write(
    machine,
    process,
    2,
    `${records} records in\n${records} records out\n${copy.bytes} bytes${human} copied, ${seconds.toFixed(6)} seconds, ${rate.toFixed(1)}MB/s\n`,
  );
  return { exit: 0 };
}

/** A size as `df -h` has it: `1.5M`. */
export function shortSize(bytes: number): string {
  let size = bytes;
  for (const unit of ['', 'K', 'M', 'G', 'T']) {
    if (size < 1024 || unit === 'T') return unit === '' ? String(size) : `${size.toFixed(1)}${unit}`;
    size /= 1024;
  }
  return String(bytes);
}

/** Makes a file as large as `-l` (fallocate) or `-s` (truncate) says; also one given by its entry. */
const sized = (name: string, option: string): Program => ({
  run(machine, process) {
    const args = process.arguments;
    const at = args.indexOf(option);
    const size = bytesOf(args[at + 1] ?? '');
    const file = args
      .filter((_arg, index) => at < 0 || (index !== at && index !== at + 1))
      .find((arg) => !arg.startsWith('-'));
    if (at < 0 || size === undefined || file === undefined) {
      write(machine, process, 2, `${name}: invalid number '${args[at + 1] ?? ''}'\n`);
      return { exit: 1 };
    }
    const path = absolutePath(process.directory, file);
    const error = writeText(machine, path, '', true);
    const entry = lookUp(machine, path);
    if (error || entry?.type !== 'file') {
      write(machine, process, 2, `${name}: ${file}: ${error ?? 'Is a directory'}\n`);
      return { exit: 1 };
    }
    const { zeros: _before, ...rest } = entry;
    const kept = { ...rest, text: entry.text.slice(0, size) };
    const more = size - sizeOf(kept);
    putEntry(machine, path, more > 0 ? { ...kept, zeros: more } : kept);
    return { exit: 0 };
  },
});

export const fallocate = sized('fallocate', '-l');
export const truncate = sized('truncate', '-s');
