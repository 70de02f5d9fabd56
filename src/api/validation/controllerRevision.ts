import { isObject, isSame } from '../equal.ts';
import type { ControllerRevision } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, immutable, invalidValue, required } from './errors.ts';

const validateRevision = ({ revision }: ControllerRevision) => checkNotNegative('revision', revision);

/** What is wrong with a ControllerRevision, besides its metadata. Source: ValidateControllerRevisionCreate. */
export function validateControllerRevision(revision: ControllerRevision): FieldError[] {
  const errors = validateRevision(revision);
  const data: unknown = revision.data;
  if (data === undefined || data === null) errors.push(required('data', 'data is mandatory'));
  else if (!isObject(data)) errors.push(required('data', 'data must be a valid JSON object'));
  return errors;
}

/** Source: ValidateControllerRevisionUpdate: the data stay. */
export const validateControllerRevisionUpdate = (now: ControllerRevision, old: ControllerRevision): FieldError[] => [
  ...validateRevision(now),
  ...(isSame(now.data, old.data) ? [] : [invalidValue('data', now.data ?? null, immutable)]),
];
