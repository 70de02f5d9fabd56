import { toBytes } from '../../../api/quantity.ts';
import { mostMemory } from '../memory.ts';
import { write } from '../processes/descriptors.ts';
import { outOfMemory, sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { smallProgram } from '../work.ts';
import { bytesOf } from './dd.ts';
import { secondsOf } from './sleep.ts';

interface Load {
  /** Cores kept busy, in millicores; bytes held once all is allocated; how long that takes, and all of it. */
  processor: number;
  bytes: number;
  filling: number;
  began: number;
  timeout?: number;
  filled: boolean;
}

/** What fills memory takes so many bytes in a second. */
const bytesPerSecond = 1 << 30;

/** What is held at an instant: memory fills evenly. */
function heldAt(load: Load, now: number): number {
  return load.filling === 0 ? load.bytes : load.bytes * Math.min(1, (now - load.began) / load.filling);
}

/** A program that takes processor and memory as `read` tells from its arguments, or says what is wrong with them. */
const loader = (
  read: (machine: Machine, process: Process) => Omit<Load, 'began' | 'filled'> | { problem: string },
  log: (load: Load, process: Process) => string[],
): Program => ({
  run(machine, process) {
    const { now } = machine.world;
    if (process.memory === undefined) {
      const parsed = read(machine, process);
      if ('problem' in parsed) {
        write(machine, process, 2, `${parsed.problem}\n`);
        return { exit: 1 };
      }
      const load: Load = { ...parsed, began: now, filled: false };
      process.memory = load;
      for (const line of log(load, process)) write(machine, process, 1, `${line}\n`);
      const limit = mostMemory(machine);
      const until =
        load.bytes + smallProgram > limit ? load.filling * (limit / (load.bytes + smallProgram)) : load.filling;
      return { wait: sleepFor(machine, process, until) };
    }
    const load = process.memory as Load;
    if (!load.filled) {
      const limit = mostMemory(machine);
      if (load.bytes + smallProgram > limit) {
        outOfMemory(machine);
        return { exit: 137 };
      }
      load.filled = true;
      if (load.timeout === undefined) return { wait: { for: 'signal' } };
      return { wait: sleepFor(machine, process, Math.max(1, load.began + load.timeout - now)) };
    }
    write(
      machine,
      process,
      1,
      `stress: info: [${process.id}] successful run completed in ${Math.round((now - load.began) / 1000)}s\n`,
    );
    return { exit: 0 };
  },
  memory: ({ world }, { memory }) => smallProgram + (memory === undefined ? 0 : heldAt(memory as Load, world.now)),
  processor: (_machine, { memory }) => (memory === undefined ? 0 : (memory as Load).processor),
});

/** A value of the first of the options that is given, `--name VALUE` or `--name=VALUE`. */
function optionOf(args: readonly string[], ...names: string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    for (const name of names) {
      if (arg === name) return args[index + 1] ?? '';
      if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1);
    }
  }
  return undefined;
}

/** `stress --cpu N --vm N --vm-bytes B --vm-hang S --timeout S`, the image polinux/stress of the documentation; stress-ng too. */
export const stress = loader(
  (_machine, { arguments: args }) => {
    const cpu = Number(optionOf(args, '--cpu', '-c') ?? 0);
    const vm = Number(optionOf(args, '--vm', '-m') ?? 0);
    const bytes = bytesOf(optionOf(args, '--vm-bytes') ?? '256M');
    const timeout = optionOf(args, '--timeout', '-t');
    const seconds = timeout === undefined ? undefined : secondsOf(timeout);
    if (args.length === 0) return { problem: 'stress: FAIL: [1] (244) you must specify at least one hog' };
    if (bytes === undefined || Number.isNaN(cpu + vm) || (timeout !== undefined && seconds === undefined))
      return { problem: `stress: FAIL: [1] (244) invalid number: ${optionOf(args, '--vm-bytes', '--cpu', '--vm')}` };
    const all = vm * bytes;
    const keeps = optionOf(args, '--vm-hang') !== undefined || args.includes('--vm-keep');
    return {
      processor: cpu * 1000 + (keeps ? vm * 10 : vm * 1000),
      bytes: all,
      filling: (all / bytesPerSecond) * 1000,
      ...(seconds !== undefined && { timeout: seconds * 1000 }),
    };
  },
  (_load, { id, arguments: args }) => [
    `stress: info: [${id}] dispatching hogs: ${optionOf(args, '--cpu', '-c') ?? 0} cpu, 0 io, ${optionOf(args, '--vm', '-m') ?? 0} vm, 0 hdd`,
  ],
);

/** `stress -cpus N -mem-total Q -mem-alloc-size Q -mem-alloc-sleep D`: the image vish/stress of the documentation. */
export const goStress = loader(
  (_machine, { arguments: args }) => {
    const total = quantity(optionOf(args, '-mem-total') ?? '0');
    const step = quantity(optionOf(args, '-mem-alloc-size') ?? '4Ki');
    const pause = secondsOf((optionOf(args, '-mem-alloc-sleep') ?? '0.001s').replace('ms', '')) ?? 0.001;
    return {
      processor: Number(optionOf(args, '-cpus') ?? 0) * 1000,
      bytes: total,
      filling: step > 0 ? (total / step) * pause * 1000 : 0,
    };
  },
  ({ bytes }) => [`main.go: Allocating "${bytes}" memory`],
);

const quantity = (text: string): number => (/^[\d.]+[a-zA-Z]*$/.test(text) ? toBytes(text) : 0);
