import { lookUp } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import type { Machine } from './machine.ts';

/** What a command's name stands for: a program with the arguments that come before the command's own, or why nothing. */
export type Found =
  | { program: string; before: string[] }
  | { error: 'not found' | 'permission denied' /** The name has a slash: it was no search. */; path: boolean };

export const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Looks for a command: a path as it is, any other name in the directories of PATH. */
export function findProgram(machine: Machine, name: string, directory: string, path = defaultPath): Found {
  if (name.includes('/')) return at(machine, absolutePath(directory, name)) ?? { error: 'not found', path: true };
  if (name === '') return { error: 'not found', path: false };
  for (const place of path.split(':')) {
    const found = at(machine, absolutePath(directory, join(place || '.', name)));
    if (found && 'program' in found) return found;
  }
  return { error: 'not found', path: false };
}

function at(machine: Machine, path: string): Found | undefined {
  const entry = lookUp(machine, path);
  switch (entry?.type) {
    case 'program':
      return { program: entry.program, before: entry.server === undefined ? [] : [entry.server] };
    case 'file':
      return entry.executable ? { program: 'sh', before: [path] } : { error: 'permission denied', path: true };
    case 'directory':
      return { error: 'permission denied', path: true };
    default:
      return undefined;
  }
}
