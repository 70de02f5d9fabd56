import { write } from '../processes/descriptors.ts';
import { findProgram } from '../processes/find.ts';
import { spawn } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Process } from '../state.ts';

/**
 * Starts a command as a child with the descriptors of its parent. Answers the child's id; or the exit code that stands
 * for why it cannot run, told under `name`.
 */
export function startChild(
  machine: Machine,
  process: Process,
  name: string,
  [command = '', ...args]: readonly string[],
): { child: number } | { exit: number } {
  const found = findProgram(machine, command, process.directory, process.environment.get('PATH'));
  if ('error' in found) {
    const missing = found.error === 'not found';
    write(machine, process, 2, `${name}: ${command}: ${missing ? 'No such file or directory' : 'Permission denied'}\n`);
    return { exit: missing ? 127 : 126 };
  }
  const child = spawn(machine, {
    parent: process.id,
    program: found.program,
    arguments: [...found.before, ...args],
    environment: new Map(process.environment),
    directory: process.directory,
    descriptors: new Map(process.descriptors),
  });
  if (child) return { child: child.id };
  write(machine, process, 2, `${name}: can't fork: Resource temporarily unavailable\n`);
  return { exit: 1 };
}

/** The exit code of a child that was waited for; undefined while it runs. */
export function endOf(process: Process, child: number): number | undefined {
  const code = process.ended.get(child);
  process.ended.delete(child);
  return code;
}
