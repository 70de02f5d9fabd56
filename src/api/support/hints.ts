import { isObject } from '../equal.ts';
import { fieldsOf, type Type, typeOfResource } from '../structure.ts';
import { unsupported } from './registry.ts';
import type { Unsupported } from './unsupported.ts';

/** A field of an object that has no effect, at its path: `spec.containers[0].stdin`. */
export interface Hint {
  path: string;
  entry: Unsupported;
}

const byField = new Map(unsupported.flatMap((entry) => entry.fields.map((field) => [field, entry] as const)));

/** The entry for a field of a type, if it is without effect. */
export const unsupportedField = (field: string): Unsupported | undefined => byField.get(field);

/** Values that ask for nothing: what is off or empty needs no word. */
function asksForNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function walk(value: unknown, type: Type, path: string, field: string, hints: Hint[]): void {
  if (type.kind === 'list') {
    if (Array.isArray(value))
      for (const [index, element] of value.entries()) walk(element, type.of, `${path}[${index}]`, field, hints);
  } else if (type.kind === 'map') {
    if (isObject(value))
      for (const key in value) visit(value[key], type.of, `${path}.${key}`, `${field}.${key}`, hints);
  } else if (type.kind === 'struct' && isObject(value)) {
    for (const [name, { type: inner }] of fieldsOf(type.name))
      if (name !== 'metadata' && name !== 'status')
        visit(value[name], inner, path ? `${path}.${name}` : name, `${type.name}.${name}`, hints);
  }
}

function visit(value: unknown, type: Type, path: string, field: string, hints: Hint[]): void {
  if (asksForNothing(value)) return;
  const entry = byField.get(field);
  if (entry) hints.push({ path, entry });
  else walk(value, type, path, field, hints);
}

/** The fields of an object, as a user wrote it, that have no effect in the simulator; what is inside of one is not looked into. */
export function supportHints(plural: string, object: object): Hint[] {
  const hints: Hint[] = [];
  walk(object, typeOfResource(plural), '', '', hints);
  return hints;
}
