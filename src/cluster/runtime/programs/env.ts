import { write } from '../processes/descriptors.ts';
import type { Program } from '../processes/program.ts';
import { runInstead } from './entrypoint.ts';
import { simple } from './simple.ts';

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
