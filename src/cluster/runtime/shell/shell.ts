import { readText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { read, write } from '../processes/descriptors.ts';
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

/** What a shell remembers while it reads its script from standard input. */
interface Reading {
  input: string;
}

/** `sh`: `-c TEXT [NAME ARGUMENT...]`, `FILE [ARGUMENT...]`, or the script on standard input. */
export const sh: Program = {
  run(machine, process) {
    const begun =
      process.memory === undefined || 'input' in (process.memory as object) ? begin(machine, process) : undefined;
    if (begun) return begun;
    const shell: Shell = { machine, process, memory: process.memory as ShellMemory };
    for (;;) {
      if (!takeStep(machine.container)) return { yield: true };
      beginTrap(shell);
      const frame = shell.memory.frames.at(-1);
      if (!frame) {
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
  process.memory ??= { input: '' } satisfies Reading;
  const reading = process.memory as Reading;
  for (;;) {
    const input = read(machine, process, 0);
    if ('wait' in input) return { wait: input.wait };
    if ('end' in input) return start(machine, process, reading.input, 'sh', [], options, false);
    reading.input += input.text;
  }
}

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
