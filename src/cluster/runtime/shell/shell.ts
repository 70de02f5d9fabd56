import { readText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { read, unread, write } from '../processes/descriptors.ts';
import { takeStep } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { optionNames, setOption } from './builtins/arguments.ts';
import { reading } from './builtins/read.ts';
import { waiting } from './builtins/wait.ts';
import { command } from './command.ts';
import {
  branches,
  choice,
  conditional,
  defineFunction,
  forLoop,
  list,
  pipeline,
  redirected,
  type Step,
  subshell,
  whileLoop,
} from './compound.ts';
import { addScript, complain, enter, pop } from './frames.ts';
import { createShellMemory, type Frame, type Shell, type ShellMemory } from './memory.ts';
import { parseScript } from './parse.ts';
import { substitution } from './substitution.ts';

/** `sh`: `-c TEXT [NAME ARGUMENT...]`, `FILE [ARGUMENT...]`, or the script on standard input. */
export const sh: Program = {
  run(machine, process) {
    const begun = process.memory === undefined ? begin(machine, process) : undefined;
    if (begun) return begun;
    const shell: Shell = { machine, process, memory: process.memory as ShellMemory };
    for (;;) {
      if (!takeStep(machine.container)) return { yield: true };
      beginTrap(shell);
      const frame = shell.memory.frames.at(-1);
      if (!frame) {
        const more = shell.memory.script && readScript(shell, shell.memory.script);
        if (more === 'more') continue;
        if (more) return more;
        if (beginExitTrap(shell)) continue;
        return { exit: shell.memory.status };
      }
      const outcome = advance(shell, frame);
      if (outcome) return outcome;
    }
  },
  handles(process, signal) {
    const memory = process.memory as Partial<ShellMemory> | undefined;
    return memory?.traps?.has(signal) ?? false;
  },
};

function advance(shell: Shell, frame: Frame): Step {
  switch (frame.type) {
    case 'list':
      return list(shell, frame);
    case 'conditional':
      return conditional(shell, frame);
    case 'pipeline':
      return pipeline(shell, frame);
    case 'command':
      return command(shell, frame);
    case 'redirected':
      return redirected(shell, frame);
    case 'if':
      return branches(shell, frame);
    case 'for':
      return forLoop(shell, frame);
    case 'while':
      return whileLoop(shell, frame);
    case 'case':
      return choice(shell, frame);
    case 'subshell':
      return subshell(shell, frame);
    case 'function':
      return defineFunction(shell, frame);
    case 'substitution':
      return substitution(shell, frame);
    case 'wait':
      return waiting(shell, frame);
    case 'read':
      return reading(shell, frame);
    case 'trap':
      pop(shell);
      shell.memory.status = frame.status;
      return undefined;
    case 'call':
    case 'source':
    case 'restore':
      pop(shell);
      return undefined;
  }
}

/** A trap runs between commands, not while a child in the foreground runs; it ends a `wait`. */
function beginTrap(shell: Shell): void {
  const { process, memory } = shell;
  if (process.signals.length === 0) return;
  const top = memory.frames.at(-1);
  if (top?.type === 'substitution' || (top && 'children' in top && top.type === 'pipeline')) return;
  if (top && 'child' in top && top.child !== undefined) return;
  const signal = process.signals.shift() ?? 0;
  const text = memory.traps.get(signal);
  if (!text) return;
  if (top?.type === 'wait') {
    pop(shell);
    memory.status = 128 + signal;
  }
  runTrap(shell, text);
}

function beginExitTrap(shell: Shell): boolean {
  const text = shell.memory.traps.get(0);
  shell.memory.traps.delete(0);
  if (!text) return false;
  runTrap(shell, text);
  return true;
}

function runTrap(shell: Shell, text: string): void {
  const parsed = parseScript(text);
  if (parsed.error) {
    complain(shell, parsed.error);
    return;
  }
  const script = addScript(shell, text);
  shell.memory.frames.push({ script, node: parsed.root, type: 'trap', status: shell.memory.status });
  enter(shell, script, parsed.root);
}

/** Reads the arguments and the script. Answers only where the shell cannot begin (yet). */
function begin(machine: Machine, process: Process): Outcome | undefined {
  const args = [...process.arguments];
  let options = '';
  let named = false;
  while (/^[-+][a-zA-Z]+$/.test(args[0] ?? '')) {
    const letters = args.shift()?.slice(1) ?? '';
    options += letters.replace(/[clisno]/g, '');
    named ||= letters.includes('c');
    if (letters.includes('o')) options += optionNames[args.shift() ?? ''] ?? '';
  }
  if (args[0] === '--') args.shift();
  const text = named ? args.shift() : args.length > 0 ? scriptFile(machine, process, args[0] ?? '') : undefined;
  if (named && text === undefined) {
    write(machine, process, 2, 'sh: -c requires an argument\n');
    return { exit: 2 };
  }
  if (text === undefined && args.length > 0) {
    write(machine, process, 2, `sh: can't open '${args[0]}': No such file or directory\n`);
    return { exit: 2 };
  }
  if (text !== undefined) return start(machine, process, text, args.shift() ?? 'sh', args, options, named);
  const begun = start(machine, process, '', 'sh', [], options, false);
  const memory = process.memory as ShellMemory;
  memory.script = { text: '', prompts: process.exec?.terminal === true || /i/.test(process.arguments[0] ?? '') };
  return begun;
}

/**
 * Reads the next command of a script on standard input: as many lines as make one. A command may read the lines after
 * it, so no more are taken. `more` where there is something to run; undefined at the end.
 */
function readScript(shell: Shell, script: NonNullable<ShellMemory['script']>): 'more' | Outcome | undefined {
  const { machine, process, memory } = shell;
  for (;;) {
    if (script.prompts && !script.prompted) write(machine, process, 2, script.text === '' ? prompt(shell) : '> ');
    script.prompted = true;
    const input = read(machine, process, 0);
    if ('wait' in input) return { wait: input.wait };
    let line: string;
    if ('end' in input) {
      if (script.text === '') return undefined;
      line = '';
    } else {
      const newline = input.text.indexOf('\n') + 1 || input.text.length;
      line = input.text.slice(0, newline);
      unread(machine, process, 0, input.text.slice(newline));
    }
    script.text += line;
    const isOpen = !('end' in input) && !script.text.endsWith('\n');
    delete script.prompted;
    if (isOpen) continue;
    const parsed = parseScript(script.text);
    if (!('end' in input) && wantsMore(script.text, parsed.error)) continue;
    const { text } = script;
    script.text = '';
    if (!parsed.error) enter(shell, addScript(shell, text), parsed.root);
    else {
      complain(shell, parsed.error);
      memory.status = 2;
      // A person may try again; a script ends.
      if (!script.prompts) return { exit: 2 };
    }
    return 'more';
  }
}

/** Whether more lines may make a command of these: the parser says that something is missing, or a here-document is open. */
function wantsMore(text: string, error: string | undefined): boolean {
  if (error && /unterminated|\bexpected/i.test(error)) return true;
  if (text.endsWith('\\\n')) return true;
  const lines = text.split('\n').map((line) => line.trim());
  return [...text.matchAll(/(?<!<)<<-?[ \t]*(["']?)(\w+)\1/g)].some(([, , word = '']) => !lines.includes(word));
}

const prompt = ({ process, memory }: Shell): string =>
  memory.variables.get('PS1')?.value.replaceAll('\\w', process.directory).replaceAll('\\$', '#') ??
  `${process.directory} # `;

function scriptFile(machine: Machine, process: Process, path: string): string | undefined {
  const content = readText(machine, absolutePath(process.directory, path));
  return 'text' in content ? content.text : undefined;
}

function start(
  machine: Machine,
  process: Process,
  text: string,
  name: string,
  positional: string[],
  options: string,
  mayBecome: boolean,
): Outcome | undefined {
  const memory = createShellMemory(process, name, positional);
  process.memory = memory;
  const shell: Shell = { machine, process, memory };
  for (const letter of options) setOption(shell, letter, true);
  memory.mayBecome = mayBecome;
  const parsed = parseScript(text);
  if (parsed.error) {
    complain(shell, parsed.error);
    return { exit: 2 };
  }
  enter(shell, addScript(shell, text), parsed.root);
  return undefined;
}
