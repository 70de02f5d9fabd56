import { yamlError } from './error.ts';
import type { Value } from './value.ts';

// What a text without quotes means, in YAML 1.1. Source: go-yaml v2 resolve.go.

const prefix = 'tag:yaml.org,2002:';
export const tags = {
  string: `${prefix}str`,
  boolean: `${prefix}bool`,
  integer: `${prefix}int`,
  float: `${prefix}float`,
  null: `${prefix}null`,
  timestamp: `${prefix}timestamp`,
  binary: `${prefix}binary`,
  merge: `${prefix}merge`,
};

const shortTag = (tag: string): string => (tag.startsWith(prefix) ? `!!${tag.slice(prefix.length)}` : tag);

interface Resolved {
  tag: string;
  value: Value;
}

const words = new Map<string, Resolved>();
function define(tag: string, value: Value, texts: string): void {
  for (const text of texts.split(' ')) words.set(text, { tag, value });
}
define(tags.boolean, true, 'y Y yes Yes YES true True TRUE on On ON');
define(tags.boolean, false, 'n N no No NO false False FALSE off Off OFF');
define(tags.null, null, ' ~ null Null NULL');
define(tags.float, { float: Number.NaN }, '.nan .NaN .NAN');
define(tags.float, { float: Number.POSITIVE_INFINITY }, '.inf .Inf .INF +.inf +.Inf +.INF');
define(tags.float, { float: Number.NEGATIVE_INFINITY }, '-.inf -.Inf -.INF');

/** Texts that begin otherwise are texts. */
const suspicious = /^([-+0-9yYnNtTfFoO~.]|$)/;
const decimalFloat = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const dottedFloat = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;

const integerForms: readonly (readonly [RegExp, number])[] = [
  [/^[-+]?0[xX]([0-9a-fA-F]+)$/, 16],
  [/^[-+]?0[bB]([01]+)$/, 2],
  [/^[-+]?0[oO]([0-7]+)$/, 8],
  [/^[-+]?0([0-7]+)$/, 8],
  [/^[-+]?(0|[1-9][0-9]*)$/, 10],
];
const [smallest, greatest] = [-(2n ** 63n), 2n ** 64n - 1n];
const literals: Record<number, string> = { 16: '0x', 2: '0b', 8: '0o', 10: '' };

/** A whole number in any of Go's notations that fits into 64 bits. */
function integerOf(text: string): number | undefined {
  for (const [form, base] of integerForms) {
    const digits = form.exec(text)?.[1];
    if (digits === undefined) continue;
    // More digits than the greatest number has in binary need not be worked out.
    if (digits.replace(/^0+/, '').length > 64) return undefined;
    const size = BigInt(`${literals[base]}${digits}`);
    const value = text.startsWith('-') ? -size : size;
    const fits = value >= smallest && value <= greatest && !(text.startsWith('+') && value >= 2n ** 63n);
    return fits ? Number(value) : undefined;
  }
  return undefined;
}

const floatOf = (text: string, form: RegExp): Value | undefined => {
  const float = form.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(float) ? { float } : undefined;
};

const timestamp =
  /^\d{4}-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/;
const greatestParts = [12, 31, 23, 59, 59, 23, 59, 59];

/** Whether go-yaml takes the text for a time; it stays a text all the same. */
function isTimestamp(text: string): boolean {
  const parts = timestamp.exec(text)?.slice(1);
  return parts?.every((part, index) => Number(part ?? 0) <= (greatestParts[index] ?? 0)) ?? false;
}

function guess(text: string, tag: string): Resolved {
  const asText = { tag: tags.string, value: text };
  if (tag === tags.string || !suspicious.test(text)) return asText;
  const word = words.get(text);
  if (word) return word;
  if (text.startsWith('.')) {
    const float = floatOf(text, dottedFloat);
    return float === undefined ? asText : { tag: tags.float, value: float };
  }
  if (!/^[-+0-9]/.test(text)) return asText;
  if ((tag === '' || tag === tags.timestamp) && isTimestamp(text)) return { tag: tags.timestamp, value: text };
  const plain = text.replaceAll('_', '');
  const integer = integerOf(plain);
  if (integer !== undefined) return { tag: tags.integer, value: integer };
  const float = floatOf(plain, decimalFloat);
  return float === undefined ? asText : { tag: tags.float, value: float };
}

/** What a text means under a tag ('' where there is none); one that does not fit its tag is refused. */
export function resolve(tag: string, text: string): Resolved {
  const { string, boolean, integer, float, null: nothing, timestamp: time } = tags;
  if (!['', string, boolean, integer, float, nothing, time].includes(tag)) return { tag, value: text };
  const guessed = guess(text, tag);
  if (tag === '' || tag === guessed.tag || tag === string) return guessed;
  if (tag === float && guessed.tag === integer) return { tag, value: { float: guessed.value as number } };
  throw yamlError(`cannot decode ${shortTag(guessed.tag)} \`${text}\` as a ${shortTag(tag)}`);
}
