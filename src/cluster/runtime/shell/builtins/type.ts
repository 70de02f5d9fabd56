import { write } from '../../processes/descriptors.ts';
import { findProgram } from '../../processes/find.ts';
import { type Builtin, builtins, specialBuiltins } from './registry.ts';

/** Says what each name stands for. */
export const type: Builtin = ({ machine, process, memory }, args) => {
  let status = 0;
  for (const name of args) {
    const path = memory.variables.get('PATH')?.value;
    const directory = (path ?? '/bin')
      .split(':')
      .find((place) => 'program' in findProgram(machine, `${place}/${name}`, '/'));
    let text = `${name} is ${directory}/${name}`;
    if (memory.functions.has(name)) text = `${name} is a function`;
    else if (specialBuiltins.has(name)) text = `${name} is a special shell builtin`;
    else if (builtins.has(name)) text = `${name} is a shell builtin`;
    else if (directory === undefined) text = `${name}: not found`;
    if (text.endsWith(': not found')) status = 127;
    write(machine, process, 1, `${text}\n`);
  }
  return status;
};
