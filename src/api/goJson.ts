import { isObject } from './equal.ts';

const hidden: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON text with what Go's encoder escapes for HTML's sake. */
export const escapeHtml = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (letter) => hidden[letter] ?? letter);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};

/** JSON as Go's encoder writes maps: keys sorted, no spaces. */
export const sortedJson = (value: unknown): string => escapeHtml(JSON.stringify(sorted(value)));
