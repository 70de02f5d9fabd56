import { longestMatched } from '../posix.ts';
import type { Address, SedCommand } from './parse.ts';

/** What sed remembers between two lines. Plain data. */
export interface SedState {
  scriptText: string;
  extended: boolean;
  quiet: boolean;
  inPlace: boolean;
  line: number;
  hold: string;
  /** The line that is held back until it is known whether it is the last. */
  pending?: { text: string; ended: boolean };
  /** Per command with two addresses: undefined outside; inside the line at which it ends, 0 where a pattern tells. */
  ranges: Record<number, number>;
  /** `N` or `n` wants the next line: where to go on, and with what. */
  waiting?: { at: number; space: string };
  /** What was printed of the file that is edited in place. */
  printed: string;
  quit?: number;
}

/** More commands than these for one line are a loop without end. */
const mostCommands = 10_000;

export class TooLong extends Error {}

interface Line {
  space: string;
  substituted: boolean;
  after: string[];
}

/** Runs the script over one line. `out` is given text with its newlines. */
export function runLine(
  state: SedState,
  commands: readonly SedCommand[],
  text: string,
  isLast: boolean,
  out: (text: string) => void,
): void {
  state.line++;
  const { waiting } = state;
  delete state.waiting;
  const line: Line = { space: waiting ? waiting.space + text : text, substituted: false, after: [] };
  let at = waiting?.at ?? 0;
  let printed = !state.quiet;
  for (let count = 0; at < commands.length; count++) {
    if (count > mostCommands) throw new TooLong();
    const command = commands[at] as SedCommand;
    if (selects(state, at, command, line.space, isLast) === command.negated) {
      at = command.name === '{' ? (command.end ?? at + 1) : at + 1;
      continue;
    }
    const next = step(state, commands, command, at, line, isLast, out);
    if (next === 'delete') {
      printed = false;
      break;
    }
    if (next === 'again') {
      printed = false;
      if (line.space !== '') {
        at = 0;
        printed = !state.quiet;
        continue;
      }
      break;
    }
    if (next === 'wait') return;
    at = next;
  }
  if (printed) out(`${line.space}\n`);
  for (const more of line.after) out(`${more}\n`);
}

function matches(address: Address, state: SedState, space: string, isLast: boolean): boolean {
  if ('line' in address) return state.line === address.line;
  if ('last' in address) return isLast;
  if ('plus' in address) return false;
  return new RegExp(address.pattern, address.flags).test(space.slice(0, longestMatched));
}

function selects(state: SedState, at: number, { from, to }: SedCommand, space: string, isLast: boolean): boolean {
  if (!from) return true;
  if (!to) return matches(from, state, space, isLast);
  const end = state.ranges[at];
  if (end === undefined) {
    if (!matches(from, state, space, isLast)) return false;
    const last = 'line' in to ? to.line : 'plus' in to ? state.line + to.plus : 0;
    if (last === 0 || last > state.line) state.ranges[at] = last;
    return true;
  }
  if (end > 0 ? state.line >= end : matches(to, state, space, isLast)) delete state.ranges[at];
  return true;
}

type Next = number | 'delete' | 'again' | 'wait';

function step(
  state: SedState,
  commands: readonly SedCommand[],
  command: SedCommand,
  at: number,
  line: Line,
  isLast: boolean,
  out: (text: string) => void,
): Next {
  const jump = (label = ''): number => {
    const found = commands.findIndex(({ name, text }) => name === ':' && text === label);
    return label === '' || found < 0 ? commands.length : found;
  };
  switch (command.name) {
    case 'd':
      return 'delete';
    case 'D':
      line.space = line.space.includes('\n') ? line.space.slice(line.space.indexOf('\n') + 1) : '';
      return 'again';
    case 'p':
      out(`${line.space}\n`);
      break;
    case 'P':
      out(`${line.space.split('\n')[0]}\n`);
      break;
    case '=':
      out(`${state.line}\n`);
      break;
    case 'g':
      line.space = state.hold;
      break;
    case 'G':
      line.space += `\n${state.hold}`;
      break;
    case 'h':
      state.hold = line.space;
      break;
    case 'H':
      state.hold += `\n${line.space}`;
      break;
    case 'x':
      [line.space, state.hold] = [state.hold, line.space];
      break;
    case 'a':
      line.after.push(command.text ?? '');
      break;
    case 'i':
      out(`${command.text ?? ''}\n`);
      break;
    case 'c':
      if (!command.to || state.ranges[at] === undefined) out(`${command.text ?? ''}\n`);
      return 'delete';
    case 's':
      substitute(command, line, out);
      break;
    case 'y':
      line.space = [...line.space]
        .map((c) => (command.replacement ?? '')[(command.pattern ?? '').indexOf(c)] ?? c)
        .join('');
      break;
    case 'n':
      if (isLast) return commands.length;
      if (!state.quiet) out(`${line.space}\n`);
      state.waiting = { at: at + 1, space: '' };
      return 'wait';
    case 'N':
      if (isLast) return commands.length;
      state.waiting = { at: at + 1, space: `${line.space}\n` };
      return 'wait';
    case 'b':
      return jump(command.text);
    case 't': {
      const { substituted } = line;
      line.substituted = false;
      return substituted ? jump(command.text) : at + 1;
    }
    case 'q':
      state.quit = Number(command.text) || 0;
      return commands.length;
    case 'Q':
      state.quit = Number(command.text) || 0;
      return 'delete';
  }
  return at + 1;
}

function substitute(
  { pattern = '', replacement = '', flags = '' }: SedCommand,
  line: Line,
  out: (text: string) => void,
): void {
  const nth = Number(/\d+/.exec(flags)?.[0] ?? 1);
  const all = flags.includes('g');
  const expression = new RegExp(pattern, /i/i.test(flags) ? 'gi' : 'g');
  let count = 0;
  let changed = false;
  const head = line.space.slice(0, longestMatched);
  const tail = line.space.slice(longestMatched);
  line.space =
    head.replace(expression, (match, ...groups) => {
      count++;
      if (all ? count < nth : count !== nth) return match;
      changed = true;
      return filled(replacement, match, groups);
    }) + tail;
  line.substituted ||= changed;
  if (changed && flags.includes('p')) out(`${line.space}\n`);
}

function filled(replacement: string, match: string, groups: unknown[]): string {
  return replacement.replace(/\\([\s\S])|&/g, (piece, escaped?: string) => {
    if (piece === '&') return match;
    if (/\d/.test(escaped ?? '')) return escaped === '0' ? match : String(groups[Number(escaped) - 1] ?? '');
    return escaped === 'n' ? '\n' : escaped === 't' ? '\t' : (escaped ?? '');
  });
}
