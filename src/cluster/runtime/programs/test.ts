import { lookUp, lookUpLink } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { type Io, simple } from './simple.ts';

/** `test` and `[`: 0 where the expression holds, 1 where not, 2 where it is none. */
export const test = simple((io, args) => evaluate(io, 'test', args), { inShell: true });

export const bracket = simple(
  (io, args) => {
    if (args.at(-1) === ']') return evaluate(io, '[', args.slice(0, -1));
    io.err('[: missing ]\n');
    return 2;
  },
  { inShell: true },
);

class BadExpression extends Error {}

function evaluate(io: Io, name: string, args: readonly string[]): number {
  try {
    const rest = [...args];
    const value = rest.length === 0 ? false : either(io, rest);
    if (rest.length > 0) throw new BadExpression(`${rest[0]}: unknown operand`);
    return value ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BadExpression)) throw error;
    io.err(`${name}: ${error.message}\n`);
    return 2;
  }
}

function either(io: Io, rest: string[]): boolean {
  let value = both(io, rest);
  while (rest[0] === '-o') {
    rest.shift();
    value = both(io, rest) || value;
  }
  return value;
}

function both(io: Io, rest: string[]): boolean {
  let value = not(io, rest);
  while (rest[0] === '-a') {
    rest.shift();
    value = not(io, rest) && value;
  }
  return value;
}

function not(io: Io, rest: string[]): boolean {
  if (rest[0] === '!' && rest.length > 1) {
    rest.shift();
    return !not(io, rest);
  }
  return primary(io, rest);
}

function primary(io: Io, rest: string[]): boolean {
  const [first, second, third] = rest;
  if (first === undefined) throw new BadExpression('argument expected');
  if (second !== undefined && third !== undefined && Object.hasOwn(binary, second)) {
    rest.splice(0, 3);
    return binary[second]?.(io, first, third) ?? false;
  }
  if (first === '(' && rest.includes(')')) {
    rest.shift();
    const value = either(io, rest);
    if (rest.shift() !== ')') throw new BadExpression('closing paren expected');
    return value;
  }
  if (/^-[a-zA-Z]$/.test(first) && second !== undefined) {
    const check = unary[first];
    if (!check) throw new BadExpression(`${first}: unknown operand`);
    rest.splice(0, 2);
    return check(io, second);
  }
  rest.shift();
  return first !== '';
}

const entry = (io: Io, path: string) =>
  path === '' ? undefined : lookUp(io.machine, absolutePath(io.directory, path));
const exists = (io: Io, path: string): boolean => entry(io, path) !== undefined;
const isLink = (io: Io, path: string): boolean =>
  lookUpLink(io.machine, absolutePath(io.directory, path))?.type === 'link';

const unary: Record<string, (io: Io, value: string) => boolean> = {
  '-e': exists,
  '-r': exists,
  '-w': exists,
  '-f': (io, path) => ['file', 'program'].includes(entry(io, path)?.type ?? ''),
  '-d': (io, path) => entry(io, path)?.type === 'directory',
  '-s': (io, path) => {
    const found = entry(io, path);
    return found?.type === 'file' ? found.text !== '' : found !== undefined && found.type !== 'device';
  },
  '-x': (io, path) => {
    const found = entry(io, path);
    return (
      found?.type === 'program' || found?.type === 'directory' || (found?.type === 'file' && found.executable === true)
    );
  },
  '-c': (io, path) => entry(io, path)?.type === 'device',
  '-L': isLink,
  '-h': isLink,
  '-b': () => false,
  '-p': () => false,
  '-S': () => false,
  '-t': () => false,
  '-z': (_io, text) => text === '',
  '-n': (_io, text) => text !== '',
};

function numbers(compare: (a: number, b: number) => boolean): (io: Io, a: string, b: string) => boolean {
  return (_io, a, b) => {
    for (const text of [a, b]) if (!/^\s*[-+]?\d+\s*$/.test(text)) throw new BadExpression(`${text}: bad number`);
    return compare(Number(a), Number(b));
  };
}

const changedAt = (io: Io, path: string): number => {
  const found = entry(io, path);
  return found && 'at' in found ? found.at : Number.NEGATIVE_INFINITY;
};

const binary: Record<string, (io: Io, a: string, b: string) => boolean> = {
  '=': (_io, a, b) => a === b,
  '==': (_io, a, b) => a === b,
  '!=': (_io, a, b) => a !== b,
  '<': (_io, a, b) => a < b,
  '>': (_io, a, b) => a > b,
  '-eq': numbers((a, b) => a === b),
  '-ne': numbers((a, b) => a !== b),
  '-lt': numbers((a, b) => a < b),
  '-le': numbers((a, b) => a <= b),
  '-gt': numbers((a, b) => a > b),
  '-ge': numbers((a, b) => a >= b),
  '-nt': (io, a, b) => changedAt(io, a) > changedAt(io, b),
  '-ot': (io, a, b) => changedAt(io, a) < changedAt(io, b),
};
