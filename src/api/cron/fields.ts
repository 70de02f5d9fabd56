import { parseGoInteger } from '../goInteger.ts';

/** The bounds of a field of a schedule, and words for its numbers. */
interface Bounds {
  min: number;
  max: number;
  names?: ReadonlyMap<string, number>;
}

const numbered = (first: number, ...names: string[]) =>
  new Map(names.map((name, index): [string, number] => [name, index + first]));

/** Minute, hour, day of month, month, day of week. Source: github.com/robfig/cron/v3 spec.go. */
const bounds: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  {
    min: 1,
    max: 12,
    names: numbered(1, 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'),
  },
  { min: 0, max: 6, names: numbered(0, 'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat') },
];

/** One field: the numbers that it takes, and whether it stands for all of them (`*`, `*` in steps of 1). */
export interface CronField {
  values: ReadonlySet<number>;
  isAny: boolean;
}

/** Why a text is no schedule, in the words of the parser that Kubernetes uses. */
export class CronError extends Error {}

function parseInteger(text: string): bigint {
  const number = parseGoInteger(text);
  if (typeof number === 'string') throw new CronError(`failed to parse int from ${text}: strconv.Atoi: ${number}`);
  if (number < 0n) throw new CronError(`negative number (${number}) not allowed: ${text}`);
  return number;
}

const parseNumber = (text: string, { names }: Bounds): bigint => {
  const named = names?.get(text.toLowerCase());
  return named === undefined ? parseInteger(text) : BigInt(named);
};

interface Range {
  from: bigint;
  to: bigint;
  isAny: boolean;
}

function parseRange(text: string, whole: string, of: Bounds): Range {
  const [low = '', high, ...more] = text.split('-');
  if (low === '*' || low === '?') return { from: BigInt(of.min), to: BigInt(of.max), isAny: true };
  const from = parseNumber(low, of);
  if (more.length > 0) throw new CronError(`too many hyphens: ${whole}`);
  return { from, to: high === undefined ? from : parseNumber(high, of), isAny: false };
}

/** `5`, `1-5`, `*`, `mon-fri`, `10-50/10`. Source: getRange. */
function addRange(text: string, of: Bounds, values: Set<number>): boolean {
  const [range = '', stepText, ...more] = text.split('/');
  const { from, to, isAny } = parseRange(range, text, of);
  if (more.length > 0) throw new CronError(`too many slashes: ${text}`);
  const step = stepText === undefined ? 1n : parseInteger(stepText);
  // `5/10` means from 5 on.
  const end = stepText !== undefined && !range.includes('-') ? BigInt(of.max) : to;
  if (from < of.min) throw new CronError(`beginning of range (${from}) below minimum (${of.min}): ${text}`);
  if (end > of.max) throw new CronError(`end of range (${end}) above maximum (${of.max}): ${text}`);
  if (from > end) throw new CronError(`beginning of range (${from}) beyond end of range (${end}): ${text}`);
  if (step === 0n) throw new CronError(`step of range should be a positive number: ${text}`);
  for (let value = from; value <= end; value += step) values.add(Number(value));
  return isAny && step === 1n;
}

/** What Go's strings.Fields splits at: JavaScript's white space with the next line and without the mark of byte order. */
const whiteSpace = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The five fields of a schedule. Throws CronError for a text that is none. */
export function parseFields(schedule: string): CronField[] {
  const texts = schedule.split(whiteSpace).filter(Boolean);
  if (texts.length !== bounds.length)
    throw new CronError(`expected exactly 5 fields, found ${texts.length}: [${texts.join(' ')}]`);
  return bounds.map((of, index) => {
    const values = new Set<number>();
    let isAny = false;
    for (const part of (texts[index] ?? '').split(',').filter(Boolean)) isAny = addRange(part, of, values) || isAny;
    return { values, isAny };
  });
}
