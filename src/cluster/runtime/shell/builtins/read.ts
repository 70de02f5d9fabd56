import { read as readInput, unread } from '../../processes/descriptors.ts';
import type { Outcome } from '../../processes/program.ts';
import { pop } from '../frames.ts';
import { assign, type FrameOf, type Shell } from '../memory.ts';
import type { Builtin } from './registry.ts';

/** Reads a line into variables: fields go to one each, the rest of the line to the last. */
export const read: Builtin = (shell, args, place) => {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const raw = args.some((arg) => /^-.*r/.test(arg));
  shell.memory.frames.push({ ...place, type: 'read', names: names.length > 0 ? names : ['REPLY'], raw, text: '' });
  return undefined;
};

/** Goes on with reading. What is read beyond the line is given back. */
export function reading(shell: Shell, frame: FrameOf<'read'>): Outcome | undefined {
  const { machine, process, memory } = shell;
  const input = readInput(machine, process, 0);
  if ('wait' in input) return { wait: input.wait };
  if ('text' in input) frame.text += input.text;
  const end = lineEnd(frame.text, frame.raw);
  if (end < 0 && !('end' in input)) return undefined;
  const line = end < 0 ? frame.text : frame.text.slice(0, end);
  if (end >= 0) unread(machine, process, 0, frame.text.slice(end + 1));
  pop(shell);
  store(shell, frame, line);
  memory.status = end < 0 ? 1 : 0;
  return undefined;
}

/** Where the line ends; a newline after a backslash goes on, unless `-r` was given. */
function lineEnd(text: string, raw: boolean): number {
  let end = text.indexOf('\n');
  while (!raw && end > 0 && text[end - 1] === '\\') end = text.indexOf('\n', end + 1);
  return end;
}

function store(shell: Shell, frame: FrameOf<'read'>, line: string): void {
  const { memory } = shell;
  const text = frame.raw ? line : line.replace(/\\\n/g, '').replace(/\\(.)/g, '$1');
  const separators = memory.variables.get('IFS')?.value ?? ' \t\n';
  const blank = [...separators].filter((character) => ' \t\n'.includes(character)).join('');
  const strip = (value: string): string => {
    let start = 0;
    let end = value.length;
    while (start < end && blank.includes(value[start] as string)) start++;
    while (end > start && blank.includes(value[end - 1] as string)) end--;
    return value.slice(start, end);
  };
  let rest = strip(text);
  frame.names.forEach((name, index) => {
    if (index === frame.names.length - 1) {
      assign(memory, name, rest);
      return;
    }
    const end = [...rest].findIndex((character) => separators.includes(character));
    assign(memory, name, end < 0 ? rest : rest.slice(0, end));
    const after = end < 0 ? '' : rest.slice(end);
    rest = strip(
      after.length > 0 && !blank.includes(after[0] as string) ? after.slice(1) : afterBlank(after, separators, blank),
    );
  });
}

/** White space may be followed by one separator of another kind: together they are one. */
function afterBlank(text: string, separators: string, blank: string): string {
  let at = 0;
  while (at < text.length && blank.includes(text[at] as string)) at++;
  return at < text.length && separators.includes(text[at] as string) ? text.slice(at + 1) : text.slice(at);
}
