import { closeDescriptor, write as writeTo } from '../processes/descriptors.ts';
import { spawn } from '../processes/kernel.ts';
import type { Descriptor, Process } from '../state.ts';
import { type Frame, forkMemory, type Shell, type Variable } from './memory.ts';
import { parseScript } from './parse.ts';
import { restoreDescriptors } from './redirect.ts';
import type { SyntaxNode } from './syntax.ts';

/** What stands at the place of a frame. `Type` is what the caller knows it to be. */
export function nodeOf<Type extends SyntaxNode['type']>(
  shell: Shell,
  frame: { script: number; node: number },
): Extract<SyntaxNode, { type: Type }> {
  const script = parseScript(shell.memory.scripts[frame.script] ?? '');
  return script.nodes[frame.node] as Extract<SyntaxNode, { type: Type }>;
}

/** Begins with a node. */
export function enter(shell: Shell, script: number, node: number): void {
  shell.memory.frames.push(frameFor(shell, script, node));
}

function frameFor(shell: Shell, script: number, node: number): Frame {
  const { type } = nodeOf(shell, { script, node });
  switch (type) {
    case 'list':
    case 'conditional':
      return { script, node, type, next: 0 };
    case 'pipeline':
    case 'subshell':
    case 'function':
      return { script, node, type };
    case 'command':
    case 'redirected':
    case 'case':
      return { script, node, type, results: [] };
    case 'if':
      return { script, node, type, branch: 0, stage: 'begin' };
    case 'for':
      return { script, node, type, results: [], next: 0 };
    case 'while':
      return { script, node, type, stage: 'begin', status: 0 };
  }
}

/** Adds a text to those that the shell has read; the same text is kept once. */
export function addScript(shell: Shell, text: string): number {
  const known = shell.memory.scripts.indexOf(text);
  return known >= 0 ? known : shell.memory.scripts.push(text) - 1;
}

/** Ends the innermost frame, and puts back what it had changed for its time. */
export function pop(shell: Shell): void {
  const { machine, process, memory } = shell;
  const frame = memory.frames.pop();
  switch (frame?.type) {
    case 'redirected':
      if (frame.saved) restoreDescriptors(shell, frame.saved);
      break;
    case 'restore':
      restoreDescriptors(shell, frame.saved);
      restoreVariables(shell, frame.locals);
      break;
    case 'substitution':
      closeDescriptor(machine, process, frame.descriptor);
      break;
    case 'call':
      memory.positional = frame.positional;
      restoreVariables(shell, frame.locals);
      break;
  }
}

function restoreVariables({ memory }: Shell, locals: readonly [string, Variable | undefined][]): void {
  for (const [name, variable] of locals.toReversed()) {
    if (variable) memory.variables.set(name, variable);
    else memory.variables.delete(name);
  }
}

/** Sets variables for a time, exported; answers what they hide. */
export function assignForNow(
  { memory }: Shell,
  assignments: readonly [string, string][],
): [string, Variable | undefined][] {
  return assignments.map(([name, value]) => {
    const before = memory.variables.get(name);
    memory.variables.set(name, { value, exported: true });
    return [name, before && { ...before }];
  });
}

/** Leaves everything: the shell is about to end with this status. */
export function exitShell(shell: Shell, status: number): void {
  while (shell.memory.frames.length > 0) pop(shell);
  delete shell.memory.script;
  shell.memory.status = status & 255;
}

/** True where somebody looks at the status of what runs now, so that `set -e` does not mind it. */
export function isTested(shell: Shell): boolean {
  return shell.memory.frames.some((frame) => {
    switch (frame.type) {
      case 'if':
      case 'while':
        return frame.stage === 'test';
      case 'conditional':
        return frame.next <= nodeOf<'conditional'>(shell, frame).rest.length;
      case 'pipeline':
        return nodeOf<'pipeline'>(shell, frame).negated;
      default:
        return false;
    }
  });
}

/** Takes a command's status as `$?`; with `set -e` a failure that nobody looks at ends the shell. */
export function settle(shell: Shell, status: number): void {
  shell.memory.status = status;
  if (status !== 0 && shell.memory.options.includes('e') && !isTested(shell)) exitShell(shell, status);
}

/** Descriptors that a child inherits: those below 10; the shell keeps its own above. */
export function inherited(process: Process): Map<number, Descriptor> {
  return new Map([...process.descriptors].filter(([number]) => number < 10));
}

/** A child that is this shell again, at another place of the script. Undefined where there are too many processes. */
export function fork(
  shell: Shell,
  place: { script: number; node: number },
  changes: [number, Descriptor][] = [],
): Process | undefined {
  const { machine, process } = shell;
  const memory = forkMemory(shell.memory, [frameFor(shell, place.script, place.node)]);
  // Whoever tests the subshell as a whole tests what is in it.
  if (isTested(shell)) memory.options = memory.options.replace('e', '');
  const descriptors = inherited(process);
  for (const [number, descriptor] of changes) descriptors.set(number, descriptor);
  const child = spawn(machine, {
    parent: process.id,
    program: 'sh',
    arguments: process.arguments,
    environment: process.environment,
    directory: process.directory,
    descriptors,
    memory,
  });
  if (!child) cannotFork(shell);
  return child;
}

/** As ash: a shell that cannot fork gives up. */
export function cannotFork(shell: Shell): void {
  complain(shell, "can't fork: Resource temporarily unavailable");
  exitShell(shell, 2);
}

/** Says on standard error what is wrong, with the shell's name before it. */
export function complain(shell: Shell, message: string): void {
  const { machine, process, memory } = shell;
  writeTo(machine, process, 2, `${memory.name}: ${message}\n`);
}

/** The first number from 10 on that is free. */
export function freeDescriptor(process: Process): number {
  let number = 10;
  while (process.descriptors.has(number)) number++;
  return number;
}
