import { createPipe, read, setDescriptor } from '../processes/descriptors.ts';
import type { Outcome } from '../processes/program.ts';
import type { Expansion } from './expand.ts';
import { complain, exitShell, fork, freeDescriptor, pop } from './frames.ts';
import { assign, type Frame, type FrameOf, type Shell } from './memory.ts';

/** More than this no `$(...)` may print. */
const longestOutput = 256 * 1024;

/**
 * Whether an expansion cannot be used: because of a `$(...)` whose output is missing, which is then begun, or of an
 * error, which ends the shell as POSIX has it.
 */
export function incomplete(shell: Shell, frame: Frame & { results: string[] }, expansion: Expansion): boolean {
  if (expansion.missing !== undefined) {
    begin(shell, frame, expansion);
    return true;
  }
  if (expansion.error === undefined) return false;
  complain(shell, expansion.error);
  exitShell(shell, 2);
  return true;
}

function begin(shell: Shell, frame: Frame, expansion: Expansion): void {
  const { machine, process, memory } = shell;
  const pipe = createPipe(machine.container);
  const descriptor = freeDescriptor(process);
  setDescriptor(machine, process, descriptor, { type: 'pipe', pipe, end: 'read' });
  const place = { script: frame.script, node: expansion.missing ?? 0 };
  const child = fork(shell, place, [[1, { type: 'pipe', pipe, end: 'write' }]]);
  if (!child) return;
  const childMemory = child.memory as Shell['memory'];
  for (const [name, value] of expansion.assigned) assign(childMemory, name, value);
  memory.frames.push({ ...place, type: 'substitution', child: child.id, descriptor, text: '' });
}

/** Reads what the child prints; at its end the output goes to the frame that needs it. */
export function substitution(shell: Shell, frame: FrameOf<'substitution'>): Outcome | undefined {
  const { machine, process, memory } = shell;
  const input = read(machine, process, frame.descriptor);
  if ('wait' in input) return { wait: input.wait };
  if ('text' in input) {
    frame.text += input.text;
    if (frame.text.length > longestOutput) {
      complain(shell, 'out of memory');
      exitShell(shell, 2);
    }
    return undefined;
  }
  const status = process.ended.get(frame.child);
  if (status === undefined) return { wait: { for: 'child', child: frame.child } };
  process.ended.delete(frame.child);
  memory.substitutionStatus = status;
  pop(shell);
  const below = memory.frames.at(-1);
  if (below && 'results' in below) below.results.push(frame.text.replace(/\n+$/, ''));
  return undefined;
}
