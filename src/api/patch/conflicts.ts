import { isObject, isSame } from '../equal.ts';
import type { Type } from '../structure.ts';
import {
  directive,
  elementOf,
  goText,
  holdsMaps,
  type JsonObject,
  type PatchField,
  patchField,
  retainKeys,
} from './values.ts';

const plain: Omit<PatchField, 'type'> = { merges: false, mergeKey: '', retainKeys: false, replaces: false };

function mapsConflict(left: JsonObject, right: JsonObject, type: Type | undefined): boolean {
  return Object.keys(left).some((key) => {
    if (key === directive || key === retainKeys || !(key in right)) return false;
    const name = key.startsWith('$') ? key.slice(key.indexOf('/') + 1) : key;
    return valuesConflict(left[key], right[key], patchField(type, name));
  });
}

/** Elements by the text of their key. */
const byKey = (list: unknown[], mergeKey: string): JsonObject =>
  Object.fromEntries(list.map((element) => [goText((element as JsonObject)[mergeKey]), element]));

const byText = (list: unknown[]) => [...new Set(list)].sort((a, b) => (goText(a) < goText(b) ? -1 : 1));

function listsConflict(left: unknown[], right: unknown[], field: PatchField): boolean {
  const areMaps = holdsMaps(left, right);
  const type = elementOf(field.type);
  if (field.merges) {
    if (!areMaps) return false;
    const [a, b] = [byKey(left, field.mergeKey), byKey(right, field.mergeKey)];
    return Object.keys(a).some((key) => key in b && valuesConflict(a[key], b[key], { ...plain, type }));
  }
  if (left.length !== right.length) return true;
  const [a, b] = areMaps ? [left, right] : [byText(left), byText(right)];
  return a.some((element, index) => valuesConflict(element, b[index], { ...plain, type }));
}

function valuesConflict(left: unknown, right: unknown, field: PatchField): boolean {
  if (isObject(left)) {
    if (!isObject(right)) return true;
    if (left[directive] !== right[directive]) return true;
    return !field.replaces && mapsConflict(left, right, field.type);
  }
  if (Array.isArray(left)) return !Array.isArray(right) || listsConflict(left, right, field);
  return !isSame(left, right);
}

/** Whether two strategic patches give one field different values. Source: strategicpatch MergingMapsHaveConflicts. */
export function patchesConflict(left: JsonObject, right: JsonObject, type: Type | undefined): boolean {
  return valuesConflict(left, right, { ...plain, type });
}
