import { byteLength } from '../names.ts';
import type { Failure } from '../status.ts';
import { tooLarge } from './patchFailures.ts';

/** The most bytes that the API server reads of a request. */
const mostBytes = 3 * 1024 * 1024;

/** 413 for a body that is too large; a body that is no text is counted as JSON. */
export function checkBodySize(body: unknown): Failure | undefined {
  const size = byteLength(typeof body === 'string' ? body : JSON.stringify(body ?? null));
  return size > mostBytes ? tooLarge(`limit is ${mostBytes}`) : undefined;
}
