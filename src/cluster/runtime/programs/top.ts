import { write } from '../processes/descriptors.ts';
import { sleepFor } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { smallProgram } from '../work.ts';
import { options } from './options.ts';
import { commandLine } from './processes.ts';

/** Processes with their memory and processor, every 5 seconds or `-d`; `-n` times; `-b` as text, which it always is here. */
export const top: Program = {
  run(machine, process) {
    const { values } = options(process.arguments, 'bHm', 'nd');
    process.memory ??= { shown: 0 };
    const memory = process.memory as { shown: number };
    const lines: string[] = [];
    for (const each of [...machine.container.processes.values()].sort((a, b) => a.id - b.id)) {
      const program = machine.programOf(each.program);
      const size = Math.floor((program?.memory?.(machine, each) ?? smallProgram) / 1024);
      const share = (program?.processor?.(machine, each) ?? 0) / 10;
      const state = each.wait ? 'S' : 'R';
      lines.push(
        `${String(each.id).padStart(5)} ${String(each.parent).padStart(5)} root     ${state}    ${String(size).padStart(6)}   ${share.toFixed(1).padStart(5)} ${commandLine(each)}\n`,
      );
    }
    write(machine, process, 1, `  PID  PPID USER     STAT     VSZ    %CPU COMMAND\n${lines.join('')}`);
    if (++memory.shown >= Number(values.get('n') ?? Number.POSITIVE_INFINITY)) return { exit: 0 };
    return { wait: sleepFor(machine, process, Number(values.get('d') ?? 5) * 1000) };
  },
};
