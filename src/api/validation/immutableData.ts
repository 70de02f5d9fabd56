import { isSame } from '../equal.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';

const detail = 'field is immutable when `immutable` is set';

/** What may not change in a ConfigMap or Secret that was made immutable: that it is so, and its data. */
export function validateImmutableData<T extends { immutable?: boolean }>(
  object: T,
  old: T,
  fields: readonly (keyof T & string)[],
): FieldError[] {
  if (!old.immutable) return [];
  const changed = fields.filter((field) => !isSame(object[field] ?? {}, old[field] ?? {}));
  return [...(object.immutable ? [] : ['immutable']), ...changed].map((field) => forbidden(field, detail));
}

/** The most bytes that the data of one object may have together. */
export const mostBytes = 1048576;

/** Bytes that a base64 text stands for. */
function decodedLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** Bytes of data in base64. */
export const sizeOfBase64 = (data: Record<string, string> | undefined): number =>
  Object.values(data ?? {}).reduce((total, text) => total + decodedLength(text), 0);
