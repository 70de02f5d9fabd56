import { write } from '../processes/descriptors.ts';
import { findProgram } from '../processes/find.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';

/** Puts another command in the place of this process; 127 where there is none. */
export function runInstead(
  machine: Machine,
  process: Process,
  name: string,
  [command = '', ...args]: string[],
): Outcome {
  const found = findProgram(machine, command, process.directory, process.environment.get('PATH'));
  if ('error' in found) {
    const missing = found.error === 'not found';
    write(
      machine,
      process,
      2,
      `${name}: can't execute '${command}': ${missing ? 'No such file or directory' : 'Permission denied'}\n`,
    );
    return { exit: missing ? 127 : 126 };
  }
  Object.assign(process, { program: found.program, arguments: [...found.before, ...args], memory: undefined });
  return { became: true };
}

/** The first process of images whose entrypoint does its work and then becomes the command: and `busybox sh ...`. */
export const entrypoint: Program = {
  run: (machine, process) =>
    process.arguments.length > 0 ? runInstead(machine, process, 'entrypoint', process.arguments) : { exit: 0 },
};
