import { readText } from '../../files/files.ts';
import { absolutePath } from '../../files/path.ts';
import { write } from '../../processes/descriptors.ts';
import { findProgram } from '../../processes/find.ts';
import { spawn } from '../../processes/kernel.ts';
import type { Outcome } from '../../processes/program.ts';
import { become } from '../become.ts';
import { addScript, cannotFork, complain, enter, exitShell, inherited } from '../frames.ts';
import { environmentOf, type Shell } from '../memory.ts';
import { parseScript } from '../parse.ts';
import { type Builtin, builtins, specialBuiltins } from './registry.ts';

/** Runs a text as part of this shell. */
function runText(shell: Shell, text: string, place: { script: number; node: number }, file: boolean): undefined {
  const parsed = parseScript(text);
  if (parsed.error) {
    complain(shell, parsed.error);
    exitShell(shell, 2);
    return undefined;
  }
  shell.memory.frames.push({ ...place, type: 'source', file });
  enter(shell, addScript(shell, text), parsed.root);
  return undefined;
}

/** How deep `eval` and `.` may nest. */
const deepest = 500;

export const evaluateText: Builtin = (shell, args, place) => {
  if (shell.memory.frames.length > deepest) {
    exitShell(shell, 139);
    return undefined;
  }
  return args.length === 0 ? 0 : runText(shell, args.join(' '), place, false);
};

/** Each argument is an expression; 1 where the last one is zero. */
export const letVariables: Builtin = (shell, args, place, assignments) => {
  const last = args.at(-1) ?? '0';
  const before = args.slice(0, -1).map((text) => `: $((${text})); `);
  return evaluateText(shell, [`${before.join('')}[ $((${last})) -ne 0 ]`], place, assignments);
};

export const sourceFile: Builtin = (shell, [name], place) => {
  if (name === undefined) return 0;
  const content = readText(shell.machine, absolutePath(shell.process.directory, name));
  if ('error' in content || shell.memory.frames.length > deepest) {
    complain(shell, `.: can't open '${name}': No such file or directory`);
    exitShell(shell, 2);
    return undefined;
  }
  return runText(shell, content.text, place, true);
};

/** Another program takes the shell's place. */
export const execute: Builtin = (shell, [name = '', ...args], _place, assignments) => {
  const { machine, process, memory } = shell;
  const found = findProgram(machine, name, process.directory, memory.variables.get('PATH')?.value);
  if ('error' in found) {
    const missing = found.error === 'not found';
    complain(shell, `exec: ${name}: ${missing ? 'not found' : 'Permission denied'}`);
    exitShell(shell, missing ? 127 : 126);
    return undefined;
  }
  return become(shell, {
    program: found.program,
    arguments: [...found.before, ...args],
    environment: environmentOf(memory, [...assignments]),
  });
};

/** `command name ...` passes by functions; `command -v name` says what it is. */
export const runCommand: Builtin = (shell, args, place, assignments): number | undefined | Outcome => {
  const { machine, process, memory } = shell;
  const [name = '', ...rest] = args;
  if (name === '-v' || name === '-V') {
    const [wanted = ''] = rest;
    const found = findProgram(machine, wanted, process.directory, memory.variables.get('PATH')?.value);
    const own = specialBuiltins.has(wanted) || builtins.has(wanted) || memory.functions.has(wanted);
    if (!own && 'error' in found) return 127;
    const path = (memory.variables.get('PATH')?.value ?? '/bin').split(':');
    const place = path.find((directory) => 'program' in findProgram(machine, `${directory}/${wanted}`, '/'));
    write(machine, process, 1, `${own || wanted.includes('/') ? wanted : `${place}/${wanted}`}\n`);
    return 0;
  }
  const builtin = specialBuiltins.get(name) ?? builtins.get(name);
  if (builtin) return builtin(shell, rest, place, assignments);
  const found = findProgram(machine, name, process.directory, memory.variables.get('PATH')?.value);
  if ('error' in found) {
    complain(shell, `${name}: not found`);
    return 127;
  }
  const child = spawn(machine, {
    program: found.program,
    arguments: [...found.before, ...rest],
    environment: environmentOf(memory, [...assignments]),
    parent: process.id,
    directory: process.directory,
    descriptors: inherited(process),
  });
  if (child) memory.frames.push({ ...place, type: 'command', results: [], child: child.id });
  else cannotFork(shell);
  return undefined;
};
