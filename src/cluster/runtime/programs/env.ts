import { write } from '../processes/descriptors.ts';
import { findProgram } from '../processes/find.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { simple } from './simple.ts';

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

/** Prints the environment, or runs a command in a changed one. */
export const env: Program = {
  run(machine, process) {
    const args = [...process.arguments];
    let environment = new Map(process.environment);
    for (let arg = args[0]; arg !== undefined; arg = args[0]) {
      if (arg === '-i' || arg === '-') environment = new Map();
      else if (arg === '-u') environment.delete(args.splice(1, 1)[0] ?? '');
      else if (arg.includes('=')) environment.set(arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1));
      else break;
      args.shift();
    }
    process.environment = environment;
    if (args.length > 0) return runInstead(machine, process, 'env', args);
    for (const [name, value] of environment) write(machine, process, 1, `${name}=${value}\n`);
    return { exit: 0 };
  },
};

export const printenv = simple((io, args) => {
  if (args.length === 0) for (const [name, value] of io.environment) io.out(`${name}=${value}\n`);
  let status = 0;
  for (const name of args) {
    const value = io.environment.get(name);
    if (value === undefined) status = 1;
    else io.out(`${value}\n`);
  }
  return status;
});

/** The first process of images whose entrypoint does its work and then becomes the command: and `busybox sh ...`. */
export const entrypoint: Program = {
  run: (machine, process) =>
    process.arguments.length > 0 ? runInstead(machine, process, 'entrypoint', process.arguments) : { exit: 0 },
};
