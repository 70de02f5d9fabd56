import { nextInteger } from '../../world/chance.ts';
import { listDirectory, lookUp, lookUpLink } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import { evaluate } from './arithmetic.ts';
import { assign, type Shell } from './memory.ts';
import { lookUpVariable, parameterValue, setVariable } from './parameters.ts';
import { escapePattern, isPattern, matchPattern } from './pattern.ts';
import type { ParameterOperation, Word, WordPart } from './syntax.ts';

/**
 * One go at expanding words. `$(...)` takes time, so an expansion that meets one whose output it does not have sets
 * `missing` and is thrown away; the shell runs it, adds its output to `results` and begins the expansion anew. That is
 * why an expansion changes nothing by itself: what it assigns is in `assigned` until `finish`.
 */
export interface Expansion {
  shell: Shell;
  /** Outputs of `$(...)` in the order in which they are met. */
  results: readonly string[];
  taken: number;
  /** The node of the first `$(...)` without an output. */
  missing?: number;
  error?: string;
  assigned: Map<string, string>;
  random(): string;
}

/** Longer than this no word may get: a doubling variable must not fill the machine. */
const longestWord = 256 * 1024;

interface Piece {
  text: string;
  quoted: boolean;
}

/** Begins an expansion with the outputs there are so far. */
export function beginExpansion(shell: Shell, results: readonly string[]): Expansion {
  return {
    shell,
    results,
    taken: 0,
    assigned: new Map(),
    random: () => String(nextInteger(shell.machine.world.chance, 0, 32767)),
  };
}

/** Takes over what a complete expansion has assigned. */
export function finishExpansion(expansion: Expansion): void {
  for (const [name, value] of expansion.assigned) assign(expansion.shell.memory, name, value);
}

/** A word as fields: split at IFS and matched against the names of files where it is not quoted. */
export function expandToFields(expansion: Expansion, word: Word): string[] {
  const fields: Piece[][] = [];
  const state: Fields = { fields, open: false };
  addParts(expansion, state, withTilde(expansion, word), false);
  return fields.flatMap((pieces) => {
    const text = joined(expansion, pieces);
    // "$@" without arguments is no field at all, though it stands in quotes.
    if (text === '' && expansion.shell.memory.positional.length === 0 && isAllArguments(word)) return [];
    const matches = expansion.shell.memory.options.includes('f') ? [] : matchFiles(expansion, pieces);
    return matches.length > 0 ? matches : [text];
  });
}

const isAllArguments = (word: Word): boolean =>
  word.some((part) => part.type === 'parameter') &&
  word.every((part) => (part.type === 'text' && part.text === '') || (part.type === 'parameter' && part.name === '@'));

/** A word as one text: as in an assignment, after `case`, or for a redirection. */
export function expandToText(expansion: Expansion, word: Word): string {
  return joined(expansion, piecesOf(expansion, word));
}

/** A word as a pattern: what is quoted in it stands for itself. */
export function expandToPattern(expansion: Expansion, word: Word): string {
  return patternOf(piecesOf(expansion, word));
}

function joined(expansion: Expansion, pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += piece.text;
  if (text.length <= longestWord) return text;
  expansion.error ??= 'out of memory';
  return '';
}

const patternOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.quoted ? escapePattern(piece.text) : piece.text)).join('');

/** All pieces of a word, not split. */
function piecesOf(expansion: Expansion, word: Word): Piece[] {
  return withTilde(expansion, word).flatMap((part): Piece[] => {
    if (part.type === 'text') return [part];
    if (part.type === 'parameter' && part.operation?.type === 'default') {
      const chosen = chooseDefault(expansion, part.name, part.operation);
      if (chosen.word)
        return piecesOf(expansion, chosen.word).map((piece) => ({ ...piece, quoted: piece.quoted || part.quoted }));
    }
    return [{ text: valueOfPart(expansion, part), quoted: part.quoted }];
  });
}

/** `~` and `~/...` at the beginning of a word. */
function withTilde(expansion: Expansion, word: Word): Word {
  const [first, ...rest] = word;
  if (first?.type !== 'text' || first.quoted || !/^~(\/|$)/.test(first.text)) return word;
  const home = lookUpVariable(expansion, 'HOME') ?? '/root';
  return [{ type: 'text', text: home, quoted: true }, { ...first, text: first.text.slice(1) }, ...rest];
}

interface Fields {
  fields: Piece[][];
  /** False where the next piece begins a field of its own. */
  open: boolean;
}

function append(state: Fields, piece: Piece): void {
  if (!state.open) state.fields.push([]);
  state.open = true;
  state.fields.at(-1)?.push(piece);
}

function addParts(expansion: Expansion, state: Fields, word: Word, split: boolean): void {
  for (const part of word) {
    if (part.type === 'text') {
      if (part.quoted || !split) {
        if (part.quoted || part.text !== '') append(state, { text: part.text, quoted: part.quoted });
      } else {
        addSplit(expansion, state, part.text);
      }
      continue;
    }
    if (part.type === 'parameter' && (part.name === '@' || part.name === '*') && !part.length && !part.operation) {
      addAllArguments(expansion, state, part);
      continue;
    }
    if (part.type === 'parameter' && part.operation?.type === 'default') {
      const chosen = chooseDefault(expansion, part.name, part.operation);
      if (chosen.word) {
        if (part.quoted) append(state, { text: expandToText(expansion, chosen.word), quoted: true });
        else addParts(expansion, state, withTilde(expansion, chosen.word), true);
        continue;
      }
    }
    const value = valueOfPart(expansion, part);
    if (part.quoted) append(state, { text: value, quoted: true });
    else addSplit(expansion, state, value);
  }
}

/** `"$@"` is a field for each argument, `"$*"` one for all; unquoted both are split further. */
function addAllArguments(expansion: Expansion, state: Fields, part: Extract<WordPart, { type: 'parameter' }>): void {
  const { positional } = expansion.shell.memory;
  if (part.quoted && part.name === '*') {
    const [separator = ''] = lookUpVariable(expansion, 'IFS') ?? ' ';
    append(state, { text: positional.join(separator), quoted: true });
    return;
  }
  positional.forEach((argument, index) => {
    if (index > 0) state.open = false;
    if (part.quoted) append(state, { text: argument, quoted: true });
    else addSplit(expansion, state, argument);
  });
}

/** Cuts at IFS: white space of it together, any other of its characters each for itself. */
function addSplit(expansion: Expansion, state: Fields, text: string): void {
  const separators = lookUpVariable(expansion, 'IFS') ?? ' \t\n';
  let piece = '';
  let hard = false;
  for (const character of text) {
    if (!separators.includes(character)) {
      piece += character;
      hard = false;
      continue;
    }
    if (piece !== '') append(state, { text: piece, quoted: false });
    piece = '';
    if (!' \t\n'.includes(character)) {
      if (!state.open && !hard && state.fields.length === 0) append(state, { text: '', quoted: true });
      else if (hard) {
        state.open = false;
        append(state, { text: '', quoted: true });
      }
      hard = true;
    }
    state.open = false;
  }
  if (piece !== '') append(state, { text: piece, quoted: false });
}

/** The value of a part that is no text; empty where it is missing yet. */
function valueOfPart(expansion: Expansion, part: Exclude<WordPart, { type: 'text' }>): string {
  switch (part.type) {
    case 'command': {
      const result = expansion.results[expansion.taken];
      if (result !== undefined && expansion.missing === undefined) {
        expansion.taken++;
        return result;
      }
      expansion.missing ??= part.node;
      return '';
    }
    case 'arithmetic':
      return String(evaluate(expansion, part.expression));
    case 'parameter':
      return parameterText(expansion, part);
  }
}

function parameterText(expansion: Expansion, part: Extract<WordPart, { type: 'parameter' }>): string {
  const { memory } = expansion.shell;
  const all = part.name === '@' || part.name === '*';
  const value = all ? memory.positional.join(' ') : parameterValue(expansion, part.name);
  if (part.length) return String(all ? memory.positional.length : [...(value ?? '')].length);
  if (value === undefined) {
    const tolerated = part.operation?.type === 'default' || /^[@*!]$/.test(part.name);
    if (memory.options.includes('u') && !tolerated) expansion.error ??= `${part.name}: parameter not set`;
  }
  return part.operation ? operate(expansion, value ?? '', part.operation) : (value ?? '');
}

/** Whether the value of a parameter or the word given with it counts. */
function chooseDefault(
  expansion: Expansion,
  name: string,
  operation: Extract<ParameterOperation, { type: 'default' }>,
): { word?: Word } {
  const value =
    name === '@' || name === '*'
      ? expansion.shell.memory.positional.join(' ') || undefined
      : parameterValue(expansion, name);
  const isSet = value !== undefined && !(operation.emptyToo && value === '');
  switch (operation.operator) {
    case '-':
      return isSet ? {} : { word: operation.word };
    case '+':
      return { word: isSet ? operation.word : [] };
    case '=': {
      if (!isSet) setVariable(expansion, name, expandToText(expansion, operation.word));
      return {};
    }
    case '?': {
      const message = isSet ? '' : expandToText(expansion, operation.word);
      if (!isSet && expansion.missing === undefined) expansion.error ??= `${name}: ${message || 'parameter not set'}`;
      return {};
    }
  }
}

function operate(expansion: Expansion, value: string, operation: ParameterOperation): string {
  switch (operation.type) {
    case 'default':
      return value;
    case 'remove':
      if (tooLong(expansion, value, longestToRemove)) return '';
      return remove(value, expandToPattern(expansion, operation.pattern), operation.operator);
    case 'replace': {
      const pattern = expandToPattern(expansion, operation.pattern);
      const replacement = expandToText(expansion, operation.replacement);
      if (pattern === '') return value;
      const plain = pattern.replace(/\\(.)/g, '$1');
      if (!isPattern(pattern.replace(/\\./g, '')))
        return operation.all ? value.replaceAll(plain, () => replacement) : value.replace(plain, () => replacement);
      if (tooLong(expansion, value, longestToReplace)) return '';
      return replace(value, pattern, replacement, operation.all);
    }
    case 'slice': {
      const number = (word: Word): number => Number(evaluate(expansion, { type: 'word', word }));
      const offset = number(operation.offset);
      const start = offset < 0 ? Math.max(0, value.length + offset) : offset;
      if (!operation.length) return value.slice(start);
      const length = number(operation.length);
      return value.slice(start, length < 0 ? length : start + length);
    }
  }
}

/** Matching takes quadratic or cubic time: longer values are refused, so that nothing freezes. */
const longestToRemove = 4096;
const longestToReplace = 256;

function tooLong(expansion: Expansion, value: string, longest: number): boolean {
  if (value.length > longest) expansion.error ??= 'value too long for a pattern';
  return value.length > longest;
}

/** Takes the shortest or longest match off the beginning or the end. */
function remove(value: string, pattern: string, operator: '#' | '##' | '%' | '%%'): string {
  const longest = operator.length === 2;
  const atEnd = operator.startsWith('%');
  for (let step = 0; step <= value.length; step++) {
    const length = longest ? value.length - step : step;
    const candidate = atEnd ? value.slice(value.length - length) : value.slice(0, length);
    if (matchPattern(pattern, candidate)) return atEnd ? value.slice(0, value.length - length) : value.slice(length);
  }
  return value;
}

function replace(value: string, pattern: string, replacement: string, all: boolean): string {
  let text = '';
  let at = 0;
  while (at < value.length) {
    let end = value.length;
    while (end > at && !matchPattern(pattern, value.slice(at, end))) end--;
    if (end === at) {
      text += value[at++];
      continue;
    }
    text += replacement;
    at = end;
    if (!all) break;
  }
  return text + value.slice(at);
}

/** The files that a field with unquoted `*`, `?` or `[` stands for, in order; none where nothing matches. */
function matchFiles(expansion: Expansion, pieces: readonly Piece[]): string[] {
  if (!pieces.some((piece) => !piece.quoted && isPattern(piece.text))) return [];
  const { machine, process } = expansion.shell;
  const pattern = patternOf(pieces);
  let found = [pattern.startsWith('/') ? '/' : ''];
  const parts = pattern.split('/').filter((part) => part !== '');
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    found = found.flatMap((directory) => {
      const path = absolutePath(process.directory, directory);
      const name = (child: string): string =>
        directory === '' ? child : join(directory.replace(/(.)\/$/, '$1'), child);
      const plain = part.replace(/\\(.)/g, '$1');
      if (!isPattern(part.replace(/\\./g, '')))
        return lookUpLink(machine, absolutePath(path, plain)) ? [name(plain)] : [];
      return listDirectory(machine, path)
        .filter((child) => (part.startsWith('.') || !child.startsWith('.')) && matchPattern(part, child))
        .filter((child) => last || lookUp(machine, join(path, child))?.type === 'directory')
        .map(name);
    });
  });
  return found.filter((path) => path !== '');
}
