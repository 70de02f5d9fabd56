import { isSame } from '../equal.ts';
import type { ControllerRevision } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, immutable, invalidValue, required } from './errors.ts';

/** What is wrong with a ControllerRevision, besides its metadata. */
export function validateControllerRevision({ data, revision }: ControllerRevision): FieldError[] {
  const errors = data === undefined ? [required('data', 'data is mandatory')] : [];
  return [...errors, ...checkNotNegative('revision', revision)];
}

export const validateControllerRevisionUpdate = (now: ControllerRevision, old: ControllerRevision): FieldError[] => [
  ...validateControllerRevision(now),
  ...(isSame(now.data, old.data) ? [] : [invalidValue('data', now.data ?? null, immutable)]),
];
