import type { Outcome } from '../../processes/program.ts';
import type { Shell } from '../memory.ts';
import { getopts, set, shift } from './arguments.ts';
import { cd, pwd } from './directory.ts';
import { evaluateText, execute, letVariables, runCommand, sourceFile } from './evaluate.ts';
import { breakLoop, continueLoop, exit, returnFrom } from './leave.ts';
import { read } from './read.ts';
import { times, trap, ulimit, umask } from './trap.ts';
import { type } from './type.ts';
import { exportVariables, local, readOnly, unset } from './variables.ts';
import { jobs, wait } from './wait.ts';

/**
 * A command of the shell itself. Answers its status; undefined where it has begun something in the shell's frames or
 * left some, and `$?` comes from there. `assignments` are those written before its name.
 */
export type Builtin = (
  shell: Shell,
  args: string[],
  place: { script: number; node: number },
  assignments: ReadonlyMap<string, string>,
) => number | undefined | Outcome;

/** POSIX's special builtins: found before functions, and an error in them ends the shell. */
export const specialBuiltins = new Map<string, Builtin>([
  [':', () => 0],
  ['.', sourceFile],
  ['source', sourceFile],
  ['break', breakLoop],
  ['continue', continueLoop],
  ['eval', evaluateText],
  ['exec', execute],
  ['exit', exit],
  ['export', exportVariables],
  ['readonly', readOnly],
  ['return', returnFrom],
  ['set', set],
  ['shift', shift],
  ['trap', trap],
  ['unset', unset],
]);

export const builtins = new Map<string, Builtin>([
  ['cd', cd],
  ['command', runCommand],
  ['getopts', getopts],
  ['jobs', jobs],
  ['let', letVariables],
  ['local', local],
  ['pwd', pwd],
  ['read', read],
  ['times', times],
  ['type', type],
  ['ulimit', ulimit],
  ['umask', umask],
  ['wait', wait],
]);
