import { isObject } from '../equal.ts';

const escaped: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON text with what Go escapes also where JSON asks for nothing, so that its JSON may stand in HTML. */
export const escapeHtml = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => escaped[character] ?? character);

/** A value as Go writes it in JSON: the keys of maps sorted, numeric ones too. Source: encoding/json Marshal. */
export function goJson(value: unknown): string {
  if (typeof value === 'string') return escapeHtml(JSON.stringify(value));
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${escapeHtml(JSON.stringify(key))}:${goJson(value[key])}`)
    .join(',')}}`;
}
