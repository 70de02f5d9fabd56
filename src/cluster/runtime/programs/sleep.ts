import { write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';

const units: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Waits for the sum of its arguments: seconds, or with s, m, h, d; `infinity` for ever. */
export const sleep: Program = {
  run(machine, process) {
    if (process.memory !== undefined) return { exit: 0 };
    let seconds = 0;
    for (const argument of process.arguments) {
      const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(argument);
      if (/^inf(inity)?$/i.test(argument)) seconds = Number.POSITIVE_INFINITY;
      else if (match) seconds += Number(match[1]) * (units[match[2] ?? ''] ?? 1);
      else {
        write(machine, process, 2, `sleep: invalid number '${argument}'\n`);
        return { exit: 1 };
      }
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
