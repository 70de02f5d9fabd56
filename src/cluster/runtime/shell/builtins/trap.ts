import { write } from '../../processes/descriptors.ts';
import { signalNumber, signals } from '../../processes/signals.ts';
import { complain } from '../frames.ts';
import type { Builtin } from './registry.ts';

const names: Record<number, string> = {
  0: 'EXIT',
  ...Object.fromEntries(Object.entries(signals).map(([name, number]) => [number, name])),
};

/** `trap 'command' SIGNAL...`: an empty command ignores the signals, `-` or none gives them back. */
export const trap: Builtin = (shell, args) => {
  const { memory, machine, process } = shell;
  const list = args[0] === '--' ? args.slice(1) : args;
  if (list.length === 0) {
    for (const [signal, command] of memory.traps) write(machine, process, 1, `trap -- '${command}' ${names[signal]}\n`);
    return 0;
  }
  // Without a command, or with a number in its place, the signals get their ordinary meaning back.
  const reset = list.length === 1 || list[0] === '-' || /^\d+$/.test(list[0] ?? '');
  const given = reset && list[0] !== '-' ? list : list.slice(1);
  for (const name of given) {
    const signal = name === 'EXIT' ? 0 : signalNumber(name);
    if (signal === undefined) {
      complain(shell, `trap: ${name}: invalid signal specification`);
      return 1;
    }
    if (reset) memory.traps.delete(signal);
    else memory.traps.set(signal, list[0] ?? '');
  }
  return 0;
};

/** Files have no modes here: only what it prints matters. */
export const umask: Builtin = (shell, args) => {
  if (args.length === 0) write(shell.machine, shell.process, 1, '0022\n');
  return 0;
};

/** Limits of processes are not simulated: there are none, save for files. */
export const ulimit: Builtin = (shell, args) => {
  if (!args.some((arg) => /^\d+$|^unlimited$/.test(arg)))
    write(shell.machine, shell.process, 1, args.includes('-n') ? '1048576\n' : 'unlimited\n');
  return 0;
};

/** Processor time of the shell and of its children: too little to be told. */
export const times: Builtin = (shell) => {
  write(shell.machine, shell.process, 1, '0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n');
  return 0;
};
