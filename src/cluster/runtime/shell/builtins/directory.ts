import { lookUp } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import { write } from '../../processes/descriptors.ts';
import { complain } from '../frames.ts';
import type { Builtin } from './registry.ts';

/** Changes the working directory; `-` is the one before, and without argument it is HOME. */
export const cd: Builtin = (shell, args) => {
  const { machine, process, memory } = shell;
  const value = (name: string): string => memory.variables.get(name)?.value ?? '';
  const [argument = value('HOME') || '/root'] = args.filter((arg) => arg !== '--' && arg !== '-P' && arg !== '-L');
  const wanted = argument === '-' ? value('OLDPWD') : argument;
  const path = absolutePath(process.directory, wanted);
  const entry = lookUp(machine, path);
  if (entry?.type !== 'directory') {
    complain(shell, `cd: can't cd to ${wanted}: ${entry ? 'Not a directory' : 'No such file or directory'}`);
    return 2;
  }
  memory.variables.set('OLDPWD', { value: process.directory, exported: true });
  memory.variables.set('PWD', { value: path, exported: true });
  process.directory = path;
  if (argument === '-') write(machine, process, 1, `${path}\n`);
  return 0;
};

export const pwd: Builtin = ({ machine, process }) => {
  write(machine, process, 1, `${process.directory}\n`);
  return 0;
};
