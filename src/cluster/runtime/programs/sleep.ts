import { write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';

const units: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** A duration in seconds, or with s, m, h, d; `infinity` for ever. Undefined where it is none. */
export function secondsOf(text: string): number | undefined {
  if (/^inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text);
  return match ? Number(match[1]) * (units[match[2] ?? ''] ?? 1) : undefined;
}

/** Waits for the sum of its arguments. */
export const sleep: Program = {
  run(machine, process) {
    if (process.memory !== undefined) return { exit: 0 };
    let seconds = 0;
    for (const argument of process.arguments) {
      const each = secondsOf(argument);
      if (each === undefined) {
        write(machine, process, 2, `sleep: invalid number '${argument}'\n`);
        return { exit: 1 };
      }
      seconds += each;
    }
    if (process.arguments.length === 0) {
      write(machine, process, 2, 'sleep: missing operand\n');
      return { exit: 1 };
    }
    process.memory = { asleep: true };
    if (seconds > 1e9) return { wait: { for: 'signal' } };
    return { wait: sleepFor(machine, process, seconds * 1000) };
  },
};

/** Waits for so many microseconds. */
export const usleep: Program = {
  run(machine, process) {
    if (process.memory !== undefined) return { exit: 0 };
    process.memory = { asleep: true };
    return { wait: sleepFor(machine, process, Number(process.arguments[0] ?? 0) / 1000 || 0) };
  },
};
