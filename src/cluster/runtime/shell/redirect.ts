import type { FileError } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { closeDescriptor, createPipe, openFile, setDescriptor } from '../processes/descriptors.ts';
import { freeDescriptor } from './frames.ts';
import type { SavedDescriptors, Shell } from './memory.ts';
import type { Redirection } from './syntax.ts';

/**
 * Redirects descriptors of the shell; `targets` are the expanded words. What was there before is in `saved`, also where
 * one of them failed: whoever calls puts it back with `restoreDescriptors`.
 */
export function redirect(
  shell: Shell,
  redirections: readonly Redirection[],
  targets: readonly string[],
): { saved: SavedDescriptors; error?: string } {
  const saved: SavedDescriptors = [];
  for (const [index, redirection] of redirections.entries()) {
    const both =
      redirection.operator === '&>' || (redirection.operator === '>&' && !/^(\d+|-)$/.test(targets[index] ?? ''));
    for (const number of both ? [1, 2] : [redirection.descriptor]) {
      if (!saved.some(([known]) => known === number)) save(shell, saved, number);
      // The second descriptor of `&>` shares what the first one has.
      const error =
        both && number === 2
          ? duplicate(shell, 2, '1')
          : apply(shell, both ? { ...redirection, operator: '>' } : redirection, number, targets[index] ?? '');
      if (error) return { saved, error };
    }
  }
  return { saved };
}

function save(shell: Shell, saved: SavedDescriptors, number: number): void {
  const { machine, process } = shell;
  const before = process.descriptors.get(number);
  if (!before) {
    saved.push([number, undefined]);
    return;
  }
  const kept = freeDescriptor(process);
  setDescriptor(machine, process, kept, before);
  saved.push([number, kept]);
}

/** Puts back what `redirect` had changed. */
export function restoreDescriptors(shell: Shell, saved: SavedDescriptors): void {
  const { machine, process } = shell;
  for (const [number, kept] of saved.toReversed()) {
    const before = kept === undefined ? undefined : process.descriptors.get(kept);
    if (kept === undefined || !before) {
      closeDescriptor(machine, process, number);
      continue;
    }
    setDescriptor(machine, process, number, before);
    closeDescriptor(machine, process, kept);
  }
}

/** Makes redirections last: what was there before is closed (`exec > file`). */
export function keepRedirections(shell: Shell, saved: SavedDescriptors): void {
  for (const [, kept] of saved) if (kept !== undefined) closeDescriptor(shell.machine, shell.process, kept);
}

function apply(shell: Shell, redirection: Redirection, number: number, target: string): string | undefined {
  const { machine, process } = shell;
  switch (redirection.operator) {
    case '<<':
      setDescriptor(machine, process, number, {
        type: 'pipe',
        pipe: createPipe(machine.container, target),
        end: 'read',
      });
      return undefined;
    case '>&':
    case '<&':
      return duplicate(shell, number, target);
    default: {
      const mode = redirection.operator === '<' ? 'read' : redirection.operator === '>>' ? 'append' : 'write';
      const opened = openFile(machine, process, absolutePath(process.directory, target), mode);
      if ('error' in opened) return openError(target, mode, opened.error);
      setDescriptor(machine, process, number, opened);
      return undefined;
    }
  }
}

/** As ash words it: a missing directory and a missing file have texts of their own. */
function openError(target: string, mode: string, error: FileError): string {
  if (error === 'No such file or directory')
    return mode === 'read' ? `can't open ${target}: no such file` : `can't create ${target}: nonexistent directory`;
  return `can't ${mode === 'read' ? 'open' : 'create'} ${target}: ${error}`;
}

function duplicate(shell: Shell, number: number, target: string): string | undefined {
  const { machine, process } = shell;
  if (target === '-') {
    closeDescriptor(machine, process, number);
    return undefined;
  }
  const source = process.descriptors.get(Number(target));
  if (!source) return `${target}: Bad file descriptor`;
  if (Number(target) !== number) setDescriptor(machine, process, number, source);
  return undefined;
}
