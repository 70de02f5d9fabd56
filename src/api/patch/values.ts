import { isObject } from '../equal.ts';
import { fieldsOf, type Type } from '../structure.ts';

export type JsonObject = Record<string, unknown>;

/** Why a strategic merge patch cannot be made or applied; messages as k8s.io/apimachinery util/strategicpatch words them. */
export class StrategicPatchError extends Error {}

export const directive = '$patch';
export const retainKeys = '$retainKeys';
export const setOrder = '$setElementOrder/';
export const deleteFrom = '$deleteFromPrimitiveList/';

/** How a strategic merge patch treats one field. */
export interface PatchField {
  type: Type | undefined;
  merges: boolean;
  mergeKey: string;
  retainKeys: boolean;
}

const plain: PatchField = { type: undefined, merges: false, mergeKey: '', retainKeys: false };

/** How patches treat the field `key` of a value of this type. Throws StrategicPatchError for a field that does not exist. */
export function patchField(type: Type | undefined, key: string): PatchField {
  if (type?.kind === 'map') return { ...plain, type: type.of };
  if (type?.kind !== 'struct') return plain;
  const field = fieldsOf(type.name).get(key);
  if (!field)
    throw new StrategicPatchError(`unable to find api field in struct ${type.name} for the json field "${key}"`);
  return { type: field.type, merges: field.merges, mergeKey: field.mergeKey ?? '', retainKeys: field.retainKeys };
}

export const elementOf = (type: Type | undefined): Type | undefined => (type?.kind === 'list' ? type.of : undefined);

/** A map as Go prints it with %v: `map[a:1 b:2]`. */
export function goText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (isObject(value))
    return `map[${Object.keys(value)
      .sort()
      .map((key) => `${key}:${goText(value[key])}`)
      .join(' ')}]`;
  return value === null || value === undefined ? '<nil>' : String(value);
}

/** The value by which an element of a merged list is known; throws StrategicPatchError where it has none. */
export function keyValue(element: unknown, mergeKey: string): unknown {
  if (mergeKey === '') return element;
  if (!isObject(element)) throw new StrategicPatchError(`expected a map, but received a ${typeof element}`);
  if (!(mergeKey in element))
    throw new StrategicPatchError(`map: ${goText(element)} does not contain declared merge key: ${mergeKey}`);
  return element[mergeKey];
}

/** Whether a merged list holds maps; throws StrategicPatchError where elements are of different types. */
export function holdsMaps(...lists: unknown[][]): boolean {
  const kinds = new Set(lists.flat().map((element) => (isObject(element) ? 'map' : typeof element)));
  if (kinds.size > 1)
    throw new StrategicPatchError(`list element types are not identical: ${lists.map(goText).join(' ')}`);
  return kinds.has('map');
}
