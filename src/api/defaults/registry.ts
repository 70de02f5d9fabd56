import type { ObjectToWrite } from '../objects.ts';
import { type Defaulter, earlyDefaults } from './early.ts';

/** What the API server fills in, by resource; a kind that is missing here has no defaults. */
const defaulters: Record<string, Defaulter> = {
  ...earlyDefaults,
};

/**
 * The object with the API server's defaults for its kind, in canonical form (quantities, base64, old names of fields).
 * A new object that shares what did not change. What admission, strategies and allocators add is theirs.
 */
export function applyDefaults(plural: string, object: ObjectToWrite): ObjectToWrite {
  return defaulters[plural]?.(object) ?? object;
}
