import { CommandError } from './errors.ts';

/** One flag of a command. */
export interface Flag {
  name: string;
  short?: string;
  kind: 'text' | 'bool' | 'number' | 'list' | 'duration';
  /** What the flag means where it stands without a value (`--dry-run`, `--cascade`). */
  bare?: string;
}

type FlagValue = string | boolean | number | string[];

/** The flags that were given. */
export interface Given {
  text(name: string): string | undefined;
  is(name: string): boolean;
  /** True where the flag was given at all. */
  has(name: string): boolean;
  /** Whole numbers; durations in milliseconds. */
  number(name: string): number | undefined;
  list(name: string): string[];
}

/** A command line taken apart: flags, arguments before `--`, and what stood behind it. */
export interface Arguments {
  flags: Given;
  args: string[];
  /** Words after `--`; undefined where there was no `--`. */
  afterDash?: string[];
}

/** Flags that every command has. Those which only choose a cluster are read and do nothing here. */
export const globalFlags: readonly Flag[] = [
  { name: 'namespace', short: 'n', kind: 'text' },
  { name: 'help', short: 'h', kind: 'bool' },
  { name: 'request-timeout', kind: 'text' },
  { name: 'v', short: 'v', kind: 'number' },
  { name: 'warnings-as-errors', kind: 'bool' },
];

/** Of every command that prints objects. */
const showManagedFields: Flag = { name: 'show-managed-fields', kind: 'bool' };

/**
 * Parses a command's words with its table of flags and the global ones. Errors are those of kubectl.
 * Source: spf13/pflag, kubectl cmdutil.
 */
export function parseFlags(command: string, flags: readonly Flag[], words: readonly string[]): Arguments {
  const prints = flags.some(({ name }) => name === 'output');
  const known = [...flags, ...(prints ? [showManagedFields] : []), ...globalFlags];
  const values = new Map<string, FlagValue>();
  const args: string[] = [];
  const refuse = (message: string) =>
    new CommandError(`error: ${message}\nSee 'kubectl ${command} --help' for usage.\n`);
  const queue = [...words];
  let afterDash: string[] | undefined;
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') {
      afterDash = queue.splice(0);
    } else if (word.startsWith('--')) {
      const [name = '', ...rest] = word.slice(2).split('=');
      const flag = known.find((candidate) => candidate.name === name);
      if (!flag) throw refuse(`unknown flag: --${name}`);
      let text = rest.length > 0 ? rest.join('=') : flagWithoutValue(flag);
      if (text === undefined) {
        text = queue.shift();
        if (text === undefined) throw refuse(`flag needs an argument: --${name}`);
      }
      setFlag(values, flag, text, refuse);
    } else if (word.startsWith('-') && word !== '-') {
      readShorthands(word, known, queue, values, refuse);
    } else args.push(word);
  }
  return { flags: given(values), args, ...(afterDash && { afterDash }) };
}

type Refuse = (message: string) => CommandError;

/** `-A`, `-owide`, `-o=wide`, `-it`. */
function readShorthands(
  word: string,
  known: readonly Flag[],
  queue: string[],
  values: Map<string, FlagValue>,
  refuse: Refuse,
): void {
  let rest = word.slice(1);
  while (rest.length > 0) {
    const letter = rest.charAt(0);
    const flag = known.find((candidate) => candidate.short === letter);
    if (!flag) throw refuse(`unknown shorthand flag: '${letter}' in -${rest}`);
    const behind = rest.slice(1);
    if (behind.startsWith('=') && behind.length > 1) {
      setFlag(values, flag, behind.slice(1), refuse);
      return;
    }
    const bare = flagWithoutValue(flag);
    if (bare !== undefined) {
      setFlag(values, flag, bare, refuse);
      rest = behind;
      continue;
    }
    const text = behind.length > 0 ? behind : queue.shift();
    if (text === undefined) throw refuse(`flag needs an argument: '${letter}' in -${letter}`);
    setFlag(values, flag, text, refuse);
    return;
  }
}

const flagWithoutValue = (flag: Flag): string | undefined => flag.bare ?? (flag.kind === 'bool' ? 'true' : undefined);

function setFlag(values: Map<string, FlagValue>, flag: Flag, text: string, refuse: Refuse): void {
  const shown = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
  const invalid = (why: string) => refuse(`invalid argument "${text}" for "${shown}" flag: ${why}`);
  switch (flag.kind) {
    case 'text':
      values.set(flag.name, text);
      return;
    case 'list':
      values.set(flag.name, [...((values.get(flag.name) as string[] | undefined) ?? []), text]);
      return;
    case 'bool':
      if (!/^(1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(text))
        throw invalid(`strconv.ParseBool: parsing "${text}": invalid syntax`);
      values.set(flag.name, /^[1tT]/.test(text));
      return;
    case 'number':
      if (!/^[+-]?\d+$/.test(text)) throw invalid(`strconv.ParseInt: parsing "${text}": invalid syntax`);
      values.set(flag.name, Number(text));
      return;
    case 'duration': {
      const milliseconds = parseDuration(text);
      if (typeof milliseconds === 'string') throw invalid(milliseconds);
      values.set(flag.name, milliseconds);
    }
  }
}

const unitLengths: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The milliseconds of `1m30s`, or what is wrong with it. Source: Go time.ParseDuration. */
export function parseDuration(text: string): number | string {
  if (text === '0') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  const body = text.replace(/^[+-]/, '');
  if (/^\d+(\.\d*)?$/.test(body)) return `time: missing unit in duration "${text}"`;
  let sum = 0;
  let length = 0;
  for (const [whole, amount = '', unit = ''] of body.matchAll(/(\d+\.?\d*|\.\d+)([a-zµ]+)/g)) {
    const unitLength = unitLengths[unit];
    if (unitLength === undefined) return `time: unknown unit "${unit}" in duration "${text}"`;
    sum += Number(amount) * unitLength;
    length += whole.length;
  }
  return length === body.length && length > 0 ? sign * sum : `time: invalid duration "${text}"`;
}

function given(values: Map<string, FlagValue>): Given {
  return {
    text: (name) => values.get(name) as string | undefined,
    is: (name) => values.get(name) === true,
    has: (name) => values.has(name),
    number: (name) => values.get(name) as number | undefined,
    list: (name) => (values.get(name) as string[] | undefined) ?? [],
  };
}
