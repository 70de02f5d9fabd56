import { isSafe, toRegExp } from '../posix.ts';

export type Address = { line: number } | { last: true } | { pattern: string; flags: string } | { plus: number };

export interface SedCommand {
  from?: Address;
  to?: Address;
  negated: boolean;
  name: string;
  /** Of `s`: pattern, replacement and flags; of `y`: both sets. */
  pattern?: string;
  replacement?: string;
  flags?: string;
  /** Of `a`, `i`, `c`: the text; of `b`, `t`: the label; of `r`, `w`: the file. */
  text?: string;
  /** Of `{`: the place after its `}`. */
  end?: number;
}

/** A script that is none; the message is busybox's. */
export class BadScript extends Error {}

interface Reader {
  text: string;
  at: number;
  extended: boolean;
  /** The last pattern: an empty one stands for it. */
  last: string;
}

/** The commands of a sed script, blocks flattened: `{` knows where its end is. Throws `BadScript`. */
export function parseSed(text: string, extended: boolean): SedCommand[] {
  const reader: Reader = { text, at: 0, extended, last: '' };
  const commands: SedCommand[] = [];
  const open: SedCommand[] = [];
  for (;;) {
    skip(reader, /[\s;]/);
    if (reader.at >= text.length) break;
    if (text[reader.at] === '#') {
      skip(reader, /[^\n]/);
      continue;
    }
    const from = address(reader);
    let to: Address | undefined;
    skip(reader, / /);
    if (from && text[reader.at] === ',') {
      reader.at++;
      skip(reader, / /);
      to = address(reader);
      if (!to) throw new BadScript('no address after comma');
    }
    skip(reader, / /);
    const negated = text[reader.at] === '!';
    if (negated) reader.at++;
    skip(reader, / /);
    const name = text[reader.at++] ?? '';
    const command: SedCommand = { negated, name, ...(from && { from }), ...(to && { to }) };
    if (name === '}') {
      const block = open.pop();
      if (!block) throw new BadScript('unexpected }');
      block.end = commands.length;
      continue;
    }
    argumentsOf(reader, command);
    commands.push(command);
    if (name === '{') open.push(command);
  }
  if (open.length > 0) throw new BadScript('unmatched {');
  return commands;
}

function skip(reader: Reader, what: RegExp): void {
  while (reader.at < reader.text.length && what.test(reader.text[reader.at] ?? '')) reader.at++;
}

function address(reader: Reader): Address | undefined {
  const rest = reader.text.slice(reader.at);
  const number = /^\+?\d+/.exec(rest)?.[0];
  if (number) {
    reader.at += number.length;
    return number.startsWith('+') ? { plus: Number(number) } : { line: Number(number) };
  }
  if (rest.startsWith('$')) {
    reader.at++;
    return { last: true };
  }
  if (!rest.startsWith('/') && !rest.startsWith('\\')) return undefined;
  reader.at += rest.startsWith('/') ? 1 : 2;
  const pattern = expression(reader, delimited(reader, reader.text[reader.at - 1] ?? '/'));
  const insensitive = reader.text[reader.at] === 'I';
  if (insensitive) reader.at++;
  return { pattern, flags: insensitive ? 'i' : '' };
}

/** The text up to a delimiter; a backslash before the delimiter is dropped. */
function delimited(reader: Reader, delimiter: string): string {
  let found = '';
  for (let bracket = false; reader.at < reader.text.length; ) {
    const character = reader.text[reader.at++] ?? '';
    if (character === '\\') {
      const next = reader.text[reader.at++] ?? '';
      found += next === delimiter ? next : character + next;
      continue;
    }
    if (character === delimiter && !bracket) return found;
    if (character === '[' && delimiter !== '[') bracket = reader.text.indexOf(']', reader.at) > 0;
    else if (character === ']') bracket = false;
    found += character;
  }
  throw new BadScript('unmatched delimiter');
}

function expression(reader: Reader, given: string): string {
  if (given === '') return reader.last;
  const pattern = toRegExp(given.replaceAll('\\n', '\n'), reader.extended);
  if (!isSafe(pattern)) throw new BadScript(`bad regex '${given}'`);
  reader.last = pattern;
  return pattern;
}

const plain = '{=dDgGhHnNpPxqQ';

function argumentsOf(reader: Reader, command: SedCommand): void {
  const { name } = command;
  if (plain.includes(name) && name !== '') {
    if (name === 'q' || name === 'Q') {
      const code = /^ *\d+/.exec(reader.text.slice(reader.at))?.[0] ?? '';
      reader.at += code.length;
      command.text = code.trim();
    }
    return;
  }
  switch (name) {
    case 's':
    case 'y': {
      const delimiter = reader.text[reader.at++] ?? '';
      const first = delimited(reader, delimiter);
      command.pattern = name === 's' ? expression(reader, first) : first;
      command.replacement = replacement(reader, delimiter);
      const flags = /^[gpiI\d]*/.exec(reader.text.slice(reader.at))?.[0] ?? '';
      reader.at += flags.length;
      command.flags = flags;
      return;
    }
    case 'a':
    case 'i':
    case 'c': {
      const rest = /^(?:[ \t]*\\\n|[ \t]*)((?:\\[\s\S]|[^\\\n])*)/.exec(reader.text.slice(reader.at));
      reader.at += rest?.[0].length ?? 0;
      command.text = (rest?.[1] ?? '').replace(/\\([\s\S])/g, '$1');
      return;
    }
    case ':':
    case 'b':
    case 't':
    case 'T':
    case 'r':
    case 'w': {
      const rest = /^ *([^;\n}]*)/.exec(reader.text.slice(reader.at));
      reader.at += rest?.[0].length ?? 0;
      command.text = (rest?.[1] ?? '').trim();
      return;
    }
    default:
      throw new BadScript(name === '' ? 'missing command' : `unsupported command ${name}`);
  }
}

/** As `delimited`, but brackets are nothing special in a replacement. */
function replacement(reader: Reader, delimiter: string): string {
  let found = '';
  while (reader.at < reader.text.length) {
    const character = reader.text[reader.at++] ?? '';
    if (character === delimiter) return found;
    if (character !== '\\') found += character;
    else {
      const next = reader.text[reader.at++] ?? '';
      found += next === delimiter ? next : character + next;
    }
  }
  throw new BadScript('unmatched delimiter');
}
