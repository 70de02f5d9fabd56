import { isObject } from '../equal.ts';

/** Go escapes these also where JSON asks for nothing, so that its JSON may stand in HTML. */
const escaped: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const goString = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => escaped[character] ?? character);

/** A value as Go writes it in JSON: the keys of maps sorted, numeric ones too. Source: encoding/json Marshal. */
export function goJson(value: unknown): string {
  if (typeof value === 'string') return goString(value);
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${goString(key)}:${goJson(value[key])}`)
    .join(',')}}`;
}
