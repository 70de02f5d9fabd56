import type { ObjectToWrite } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata.ts';

/** How one kind is validated; both get objects with their defaults. */
export interface Validator {
  create(object: ObjectToWrite): FieldError[];
  /** All of what is wrong with the change, the findings of `create` on the new object included where the kind has them. */
  update?(object: ObjectToWrite, old: ObjectToWrite): FieldError[];
}

const validators: Record<string, Validator> = {};

/** What is wrong with a new object, defaults filled in; empty where nothing is. */
export function validateCreate(plural: string, object: ObjectToWrite): FieldError[] {
  return [...validateMetadata(plural, object.metadata), ...(validators[plural]?.create(object) ?? [])];
}

/** What is wrong with replacing `old` by `object`, both with their defaults. */
export function validateUpdate(plural: string, object: ObjectToWrite, old: ObjectToWrite): FieldError[] {
  return [
    ...validateMetadataUpdate(plural, object.metadata, old.metadata),
    ...(validators[plural]?.update?.(object, old) ?? []),
  ];
}
