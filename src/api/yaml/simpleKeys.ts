import { type Mark, scannerError, type YamlError } from './error.ts';
import type { Source } from './source.ts';

/** A key without `?` is known for one only when its `:` comes: not further away than this, and on the same line. */
const longestKey = 1024;

/** What may turn out to be a key: the token with this number, should `:` follow. */
export interface SimpleKey {
  isPossible: boolean;
  /** A key must stand here: nothing else may be at this indentation. */
  isRequired: boolean;
  tokenNumber: number;
  mark: Mark;
  index: number;
}

/** Whether `:` may still make this a key; a key that had to be one and cannot is refused. */
export function checkKey(key: SimpleKey, source: Source): boolean {
  if (!key.isPossible) return false;
  if (key.mark.line === source.line && key.index + longestKey >= source.index) return true;
  if (key.isRequired) throw missingColon(source);
  key.isPossible = false;
  return false;
}

export const missingColon = (source: Source): YamlError => scannerError("could not find expected ':'", source.mark());
