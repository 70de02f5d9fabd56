import { write } from '../processes/descriptors.ts';
import type { Program } from '../processes/program.ts';

/** So many lines are written in one go; then others may run, and a full pipe stops it. */
const linesAtOnce = 500;

/** Numbers from FIRST (1) by STEP (1) to LAST. */
export const seq: Program = {
  run(machine, process) {
    const separator = process.arguments[0] === '-s' ? process.arguments[1] : undefined;
    const numbers = process.arguments.slice(separator === undefined ? 0 : 2).map(Number);
    const [first, step, last] =
      numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
    if (first === undefined || step === undefined || last === undefined || numbers.some(Number.isNaN) || step === 0) {
      write(machine, process, 2, 'seq: invalid number\n');
      return { exit: 1 };
    }
    const count = Math.floor((last - first) / step + 1e-9) + 1;
    process.memory ??= { done: 0 };
    const memory = process.memory as { done: number };
    const end = Math.min(count, memory.done + linesAtOnce);
    let text = '';
    for (; memory.done < end; memory.done++) {
      const value = String(Number((first + memory.done * step).toFixed(10)));
      text += separator === undefined ? `${value}\n` : value + (memory.done === count - 1 ? '\n' : separator);
    }
    write(machine, process, 1, text);
    return memory.done < count ? { yield: true } : { exit: 0 };
  },
};

/** Prints its arguments (or `y`) again and again. */
export const yes: Program = {
  run(machine, process) {
    write(machine, process, 1, `${process.arguments.join(' ') || 'y'}\n`.repeat(100));
    return { yield: true };
  },
};
