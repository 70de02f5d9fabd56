import { write } from '../processes/descriptors.ts';
import { findProgram } from '../processes/find.ts';
import { spawn } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { signalTexts } from '../processes/signals.ts';
import { ioOf, type SimpleProgram } from '../programs/simple.ts';
import { become } from './become.ts';
import { builtins, specialBuiltins } from './builtins/registry.ts';
import type { Step } from './compound.ts';
import { beginExpansion, expandToFields, expandToText, finishExpansion } from './expand.ts';
import { assignForNow, cannotFork, complain, enter, exitShell, inherited, nodeOf, pop, settle } from './frames.ts';
import { assign, environmentOf, type FrameOf, type SavedDescriptors, type Shell } from './memory.ts';
import { setVariable } from './parameters.ts';
import { keepRedirections, redirect, restoreDescriptors } from './redirect.ts';
import { incomplete } from './substitution.ts';
import type { CommandNode } from './syntax.ts';

/** A simple command: expands it, then runs it as builtin, function or program. */
export function command(shell: Shell, frame: FrameOf<'command'>): Step {
  const { process, memory } = shell;
  if (frame.child !== undefined) {
    const status = process.ended.get(frame.child);
    if (status === undefined) return { wait: { for: 'child', child: frame.child } };
    process.ended.delete(frame.child);
    pop(shell);
    tellOfSignal(shell, status);
    settle(shell, status);
    return undefined;
  }
  const node = nodeOf<'command'>(shell, frame);
  const prepared = prepare(shell, frame, node);
  if (!prepared) return undefined;
  const { fields, assignments, targets } = prepared;
  if (memory.options.includes('x')) trace(shell, assignments, fields);
  const { saved, error } = redirect(shell, node.redirections, targets);
  if (error) {
    restoreDescriptors(shell, saved);
    complain(shell, error);
    pop(shell);
    if (fields[0] !== undefined && specialBuiltins.has(fields[0])) exitShell(shell, 1);
    else settle(shell, 1);
    return undefined;
  }
  return run(shell, frame, fields, assignments, saved);
}

interface Prepared {
  fields: string[];
  assignments: [string, string][];
  targets: string[];
}

function prepare(shell: Shell, frame: FrameOf<'command'>, node: CommandNode): Prepared | undefined {
  const expansion = beginExpansion(shell, frame.results);
  const fields = node.words.flatMap((word) => expandToFields(expansion, word));
  const targets = node.redirections.map(({ target }) => expandToText(expansion, target));
  // Of `a=1 b=$a` the second sees the first; before a command's name they are for that command alone.
  const before = fields.length > 0 ? new Map(expansion.assigned) : undefined;
  const assignments = node.assignments.map(({ name, value }): [string, string] => {
    const text = expandToText(expansion, value);
    setVariable(expansion, name, text);
    return [name, text];
  });
  if (before) expansion.assigned = before;
  if (incomplete(shell, frame, expansion)) return undefined;
  finishExpansion(expansion);
  return { fields, assignments, targets };
}

function run(
  shell: Shell,
  frame: FrameOf<'command'>,
  fields: string[],
  assignments: [string, string][],
  saved: SavedDescriptors,
): Step {
  const { machine, memory } = shell;
  const [name, ...args] = fields;
  if (name === undefined) {
    restoreDescriptors(shell, saved);
    pop(shell);
    settle(shell, frame.results.length > 0 ? memory.substitutionStatus : 0);
    return undefined;
  }
  const special = specialBuiltins.get(name);
  const called = special ? undefined : memory.functions.get(name);
  const builtin = special ?? (called ? undefined : builtins.get(name));
  if (builtin) {
    pop(shell);
    if (special) for (const [variable, value] of assignments) assign(memory, variable, value);
    if (name === 'exec' && args.length === 0) {
      keepRedirections(shell, saved);
      memory.status = 0;
      return undefined;
    }
    const place = { script: frame.script, node: frame.node };
    const locals = special ? [] : assignForNow(shell, assignments);
    const restores = saved.length + locals.length > 0;
    if (restores) memory.frames.push({ ...place, type: 'restore', saved, locals });
    const result = builtin(shell, args, place, new Map(assignments));
    if (typeof result === 'object') return result;
    if (result === undefined) return undefined;
    if (restores) pop(shell);
    settle(shell, result);
    return undefined;
  }
  if (called) {
    pop(shell);
    call(shell, frame, called, args, assignments, saved);
    return undefined;
  }
  const inline = inlineProgram(shell, name);
  if (inline) {
    const io = ioOf(machine, shell.process, environmentOf(memory, assignments));
    const status = inline.main(io, args);
    restoreDescriptors(shell, saved);
    if (!machine.container.processes.has(shell.process.id)) return { exit: status };
    pop(shell);
    settle(shell, status);
    return undefined;
  }
  return runProgram(shell, frame, name, args, assignments, saved);
}

function inlineProgram(shell: Shell, name: string): SimpleProgram | undefined {
  const program: (Program & Partial<SimpleProgram>) | undefined = shell.machine.programOf(name);
  return program?.main && program.inShell ? (program as SimpleProgram) : undefined;
}

/** Calls nested deeper than this end the shell: a function without end must not fill the machine. */
const deepestCall = 500;

function call(
  shell: Shell,
  frame: FrameOf<'command'>,
  called: { script: number; node: number },
  args: string[],
  assignments: [string, string][],
  saved: SavedDescriptors,
): void {
  const { memory } = shell;
  const place = { script: frame.script, node: frame.node };
  if (memory.frames.length > deepestCall) {
    restoreDescriptors(shell, saved);
    complain(shell, 'Segmentation fault');
    exitShell(shell, 139);
    return;
  }
  const locals = assignForNow(shell, assignments);
  if (saved.length + locals.length > 0) memory.frames.push({ ...place, type: 'restore', saved, locals });
  memory.frames.push({ ...place, type: 'call', positional: memory.positional, locals: [] });
  memory.positional = args;
  enter(shell, called.script, called.node);
}

function runProgram(
  shell: Shell,
  frame: FrameOf<'command'>,
  name: string,
  args: string[],
  assignments: [string, string][],
  saved: SavedDescriptors,
): Step {
  const { machine, process, memory } = shell;
  const found = findProgram(machine, name, process.directory, memory.variables.get('PATH')?.value);
  if ('error' in found) {
    const missing = found.error === 'not found';
    complain(shell, `${name}: ${missing ? 'not found' : 'Permission denied'}`);
    restoreDescriptors(shell, saved);
    pop(shell);
    settle(shell, missing ? 127 : 126);
    return undefined;
  }
  const environment = environmentOf(memory, assignments);
  const start = { program: found.program, arguments: [...found.before, ...args], environment };
  // The last command of a shell takes its place, as ash has it, unless a trap is to be run after it.
  if (memory.mayBecome && memory.frames.length === 1 && memory.traps.size === 0) {
    keepRedirections(shell, saved);
    return become(shell, start);
  }
  const child = spawn(machine, {
    ...start,
    parent: process.id,
    directory: process.directory,
    descriptors: inherited(process),
  });
  restoreDescriptors(shell, saved);
  if (!child) cannotFork(shell);
  else frame.child = child.id;
  return undefined;
}

/** The shell tells of a child's end by a signal, other than the ones that are everyday. */
function tellOfSignal(shell: Shell, status: number): void {
  const text = status > 128 ? signalTexts[status - 128] : undefined;
  if (text) write(shell.machine, shell.process, 2, `${text}\n`);
}

function trace(shell: Shell, assignments: readonly [string, string][], fields: readonly string[]): void {
  const { machine, process } = shell;
  const words = [...assignments.map(([name, value]) => `${name}=${quoted(value)}`), ...fields.map(quoted)];
  ioOf(machine, process, process.environment).err(`+ ${words.join(' ')}\n`);
}

/** Source: busybox ash.c, maybe_single_quote. */
const quoted = (text: string): string =>
  /^[+-:@A-Z\]^_a-z]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
