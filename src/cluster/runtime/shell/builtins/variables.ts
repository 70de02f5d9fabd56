import { write } from '../../processes/descriptors.ts';
import { complain, exitShell } from '../frames.ts';
import { assign, type Shell } from '../memory.ts';
import type { Builtin } from './registry.ts';

const nameOf = (arg: string): string => arg.split('=', 1)[0] ?? '';
const valueIn = (arg: string): string | undefined => (arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : undefined);

/** Gives each `name` or `name=value` to `mark` after setting it; a bad or read-only name ends the shell. */
function declare(
  shell: Shell,
  command: string,
  args: readonly string[],
  mark: (name: string) => void,
): number | undefined {
  for (const arg of args) {
    const name = nameOf(arg);
    const value = valueIn(arg);
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      complain(shell, `${command}: ${arg}: bad variable name`);
      exitShell(shell, 2);
      return undefined;
    }
    if (value !== undefined && !assign(shell.memory, name, value)) {
      complain(shell, `${command}: ${name}: is read only`);
      exitShell(shell, 2);
      return undefined;
    }
    mark(name);
  }
  return 0;
}

export const exportVariables: Builtin = (shell, args) => {
  const { memory, machine, process } = shell;
  const names = args.filter((arg) => arg !== '-p');
  if (names.length === 0) {
    for (const [name, variable] of [...memory.variables].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (variable.exported) write(machine, process, 1, `export ${name}='${variable.value}'\n`);
    return 0;
  }
  const unmark = names[0] === '-n';
  return declare(shell, 'export', unmark ? names.slice(1) : names, (name) => {
    const variable = memory.variables.get(name);
    if (variable) variable.exported = !unmark;
    else memory.variables.set(name, { value: '', exported: !unmark });
  });
};

export const readOnly: Builtin = (shell, args) =>
  declare(shell, 'readonly', args, (name) => {
    const variable = shell.memory.variables.get(name) ?? { value: '', exported: false };
    shell.memory.variables.set(name, { ...variable, readOnly: true });
  });

/** Variables that a function has for itself: what they hide comes back when it returns. */
export const local: Builtin = (shell, args) => {
  const { memory } = shell;
  const call = memory.frames.findLast((frame) => frame.type === 'call');
  if (!call) {
    complain(shell, 'local: not in a function');
    return 1;
  }
  for (const arg of args) {
    const before = memory.variables.get(nameOf(arg));
    call.locals.push([nameOf(arg), before && { ...before }]);
  }
  return declare(shell, 'local', args, () => {});
};

export const unset: Builtin = (shell, args) => {
  const { memory } = shell;
  const functions = args[0] === '-f';
  for (const name of args) {
    if (name === '-f' || name === '-v') continue;
    if (memory.variables.get(name)?.readOnly) {
      complain(shell, `unset: ${name}: is read only`);
      exitShell(shell, 2);
      return undefined;
    }
    if (functions) memory.functions.delete(name);
    else memory.variables.delete(name);
  }
  return 0;
};
