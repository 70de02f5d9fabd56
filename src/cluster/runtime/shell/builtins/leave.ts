import { complain, exitShell, pop } from '../frames.ts';
import type { Shell } from '../memory.ts';
import type { Builtin } from './registry.ts';

/** Ends the shell with a status, by default that of the last command. */
export const exit: Builtin = (shell, [status]) => {
  if (status !== undefined && !/^\d+$/.test(status)) {
    complain(shell, `exit: Illegal number: ${status}`);
    exitShell(shell, 2);
    return undefined;
  }
  exitShell(shell, status === undefined ? shell.memory.status : Number(status));
  return undefined;
};

/** Leaves a function or a sourced file; outside of both it ends the shell. */
export const returnFrom: Builtin = (shell, [argument]) => {
  const { memory } = shell;
  const status = argument === undefined ? memory.status : Number(argument) & 255;
  const end = memory.frames.findLastIndex((frame) => frame.type === 'call' || (frame.type === 'source' && frame.file));
  if (end < 0) {
    exitShell(shell, status);
    return undefined;
  }
  while (memory.frames.length > end) pop(shell);
  memory.status = status;
  return undefined;
};

/** The place of the loop that the n-th `break` or `continue` outwards means; -1 outside of loops. */
function loopAt(shell: Shell, argument: string | undefined): number {
  const { frames } = shell.memory;
  let count = Math.max(1, Number(argument ?? 1) || 1);
  let outermost = -1;
  for (let index = frames.length - 1; index >= 0; index--) {
    const type = frames[index]?.type;
    if (type === 'call' || type === 'trap') break;
    if (type !== 'for' && type !== 'while') continue;
    outermost = index;
    if (--count === 0) break;
  }
  return outermost;
}

export const breakLoop: Builtin = (shell, [argument]) => {
  const loop = loopAt(shell, argument);
  if (loop < 0) return 0;
  while (shell.memory.frames.length > loop) pop(shell);
  shell.memory.status = 0;
  return undefined;
};

export const continueLoop: Builtin = (shell, [argument]) => {
  const loop = loopAt(shell, argument);
  if (loop < 0) return 0;
  while (shell.memory.frames.length > loop + 1) pop(shell);
  const frame = shell.memory.frames.at(-1);
  if (frame?.type === 'while') frame.stage = 'body';
  shell.memory.status = 0;
  return undefined;
};
