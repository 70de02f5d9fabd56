import { earlyDefaults } from '../../api/defaults/early.ts';
import type { ObjectToWrite } from '../../api/objects.ts';
import type { FieldError } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import type { WriteOptions } from './request.ts';

/**
 * Whether a write is checked by the rules of its kind. Components of the cluster write well-formed objects out of
 * templates that were checked; only what comes from outside carries `fieldValidation` (see perform.ts).
 */
export const isChecked = (options: WriteOptions | undefined): boolean => options?.fieldValidation !== undefined;

/** The object with the defaults of its kind. */
export function withDefaults(plural: string, object: ObjectToWrite): ObjectToWrite {
  const early = earlyDefaults[plural];
  return early ? early(object) : laterParts(`the defaults of ${plural}`).rules.applyDefaults(plural, object);
}

/** What is wrong with a new object, defaults filled in. */
export function checkNew(plural: string, object: object): FieldError[] {
  return laterParts('validation').rules.validateCreate(plural, object as ObjectToWrite);
}

/** What is wrong with replacing `old`, or the part of it that is the subresource. */
export function checkChange(plural: string, object: object, old: object, subresource?: string): FieldError[] {
  const { validateUpdate } = laterParts('validation').rules;
  return validateUpdate(plural, object as ObjectToWrite, old as ObjectToWrite, subresource);
}

/** What the writer of a valid object is told beside the answer; `old` for an update. */
export function warningsOf(plural: string, object: object, old?: object): string[] {
  const { warningsFor } = laterParts('warnings').rules;
  return warningsFor(plural, object as ObjectToWrite, old as ObjectToWrite | undefined);
}

/** What came from outside without fields of features that are off, old annotations made into fields. */
export function admissible<T extends object>(plural: string, object: T, warnings: string[], isNew: boolean): T {
  const { withAppArmorFields, withoutDisabledFields } = laterParts('the features of Pods').rules;
  const offered = withoutDisabledFields(plural, object as ObjectToWrite) as T;
  return isNew && plural === 'pods' ? withAppArmorFields(offered, warnings) : offered;
}
