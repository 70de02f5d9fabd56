import { isObject } from '../equal.ts';
import { fieldsOf, type Type } from '../structure.ts';

export type JsonObject = Record<string, unknown>;

/**
 * Why a strategic merge patch cannot be made or applied; messages as k8s.io/apimachinery util/strategicpatch words them.
 * `code` is what the API server answers with: for most it has no better than 500.
 */
export class StrategicPatchError extends Error {
  readonly code: 400 | 422 | 500;

  constructor(message: string, code: 400 | 422 | 500 = 500) {
    super(message);
    this.code = code;
  }
}

/** A patch that would overwrite what somebody else has changed otherwise. kubectl prints both as YAML. */
export class PatchConflict extends Error {
  readonly patch: JsonObject;
  readonly changed: JsonObject;

  constructor(patch: JsonObject, changed: JsonObject) {
    super('the patch conflicts with changes made from original to current');
    this.patch = patch;
    this.changed = changed;
  }
}

/** A value of another type than its place asks for. */
export function badType(expected: 'map' | 'list', received: unknown): StrategicPatchError {
  const names = { map: 'map[string]interface {}', list: '[]interface {}' };
  return new StrategicPatchError(`expected a ${names[expected]}, but received a ${goTypeOf(received)}`);
}

/** The type that Go gives to a value out of JSON. */
export function goTypeOf(value: unknown): string {
  if (value === null || value === undefined) return '%!s(<nil>)';
  if (Array.isArray(value)) return '[]interface {}';
  if (isObject(value)) return 'map[string]interface {}';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

/** A `$patch` that is none of merge, replace and delete. */
export function badDirective(directive: unknown, patch: JsonObject): StrategicPatchError {
  const shown = typeof directive === 'string' ? directive : `%!s(${goTypeOf(directive)}=${goText(directive)})`;
  return new StrategicPatchError(`unknown patch type: ${shown} in map: ${goText(patch)}`);
}

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
  replaces: boolean;
}

const plain: PatchField = { type: undefined, merges: false, mergeKey: '', retainKeys: false, replaces: false };

/** How patches treat the field `key` of a value of this type. Throws StrategicPatchError for a field that does not exist. */
export function patchField(type: Type | undefined, key: string): PatchField {
  if (type?.kind === 'map') return { ...plain, type: type.of };
  if (type?.kind !== 'struct') return plain;
  const field = fieldsOf(type.name).get(key);
  if (!field)
    throw new StrategicPatchError(`unable to find api field in struct ${type.name} for the json field "${key}"`);
  const { merges, mergeKey = '', retainKeys, replaces } = field;
  return { type: field.type, merges, mergeKey, retainKeys, replaces };
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
  if (!isObject(element)) throw badType('map', element);
  if (!(mergeKey in element))
    throw new StrategicPatchError(`map: ${goText(element)} does not contain declared merge key: ${mergeKey}`);
  return element[mergeKey];
}

/** Whether a merged list holds maps; throws StrategicPatchError where elements are of different types. */
export function holdsMaps(...lists: unknown[][]): boolean {
  const elements = lists.flat();
  if (elements.length === 0) throw new StrategicPatchError('no elements in any of the given slices');
  if (Array.isArray(elements[0])) throw new StrategicPatchError('lists of lists are not supported', 422);
  const kinds = new Set(elements.map(goTypeOf));
  if (kinds.size > 1) throw new StrategicPatchError(`list element types are not identical: ${goText(lists)}`);
  return isObject(elements[0]);
}
