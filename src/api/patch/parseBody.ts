import { parseJson } from '../json/scan.ts';

/** A body as it came: a text is parsed, all else was JSON already. Throws JsonError. */
export function parseBody(body: unknown): unknown {
  return typeof body === 'string' ? parseJson(body) : body;
}
