import { isObject } from './equal.ts';
import { goOrderOf } from './goOrder.ts';
import type { ObjectToWrite } from './objects.ts';
import { canonicalQuantity } from './quantity.ts';
import { type Field, fieldsOf, type Type, typeOfResource } from './structure.ts';

/** Lists that mean another thing where they are given empty: defaults are not put in, messages show them. */
const keptWhenEmpty: ReadonlySet<string> = new Set(['HPAScalingRules.policies', 'IngressSpec.rules']);

/** Whether Go leaves the value out when it writes the field (`omitempty`). */
function isLeftOut(value: unknown, field: Field): boolean {
  if (value === null || value === undefined) return true;
  if (field.keepsZero) return false;
  if (value === '' || value === 0 || value === false)
    return field.type.kind !== 'quantity' && field.type.kind !== 'intOrString';
  if (Array.isArray(value)) return value.length === 0;
  return field.type.kind === 'map' && isObject(value) && Object.keys(value).length === 0;
}

/** What Go makes of a null in a map or a list: the zero value of the type. */
function emptyOf({ kind }: Type): unknown {
  if (kind === 'bytes') return '';
  if (kind === 'quantity') return '0';
  return kind === 'struct' || kind === 'map' ? {} : (zeros[kind] ?? null);
}

function canonicalValue(value: unknown, type: Type): unknown {
  switch (type.kind) {
    case 'struct':
      return isObject(value) ? canonicalStruct(value, type.name) : value;
    case 'list':
      return Array.isArray(value) && (type.of.kind === 'struct' || value.includes(null))
        ? canonicalList(value, type.of)
        : value;
    case 'map':
      return isObject(value) ? canonicalMap(value, type.of) : value;
    case 'quantity':
      return typeof value === 'number' || typeof value === 'string' ? canonicalQuantity(String(value)) : value;
    default:
      return value;
  }
}

function canonicalList(list: unknown[], type: Type): unknown[] {
  const out = list.map((element) => canonicalValue(element ?? emptyOf(type), type));
  return out.every((element, index) => element === list[index]) ? list : out;
}

function canonicalMap(map: Record<string, unknown>, type: Type): Record<string, unknown> {
  let changed: Record<string, unknown> | undefined;
  for (const key in map) {
    const value = map[key] ?? emptyOf(type);
    const next = canonicalValue(value, type);
    if (next === map[key]) continue;
    changed ??= { ...map };
    changed[key] = next;
  }
  return changed ?? map;
}

const placesByStruct = new Map<string, ReadonlyMap<string, number>>();

/** The places of a struct's fields in Go. */
function placesOf(struct: string): ReadonlyMap<string, number> {
  let places = placesByStruct.get(struct);
  if (!places) {
    places = new Map(goOrderOf(struct).map((name, place) => [name, place]));
    placesByStruct.set(struct, places);
  }
  return places;
}

function canonicalStruct(object: Record<string, unknown>, struct: string): Record<string, unknown> {
  const fields = fieldsOf(struct);
  const kept: [string, unknown][] = [];
  let isSame = true;
  for (const name in object) {
    const field = fields.get(name);
    const value = object[name];
    const isKept = Array.isArray(value) && keptWhenEmpty.has(`${struct}.${name}`);
    const next = !field || (isLeftOut(value, field) && !isKept) ? undefined : canonicalValue(value, field.type);
    if (next !== undefined) kept.push([name, next]);
    isSame &&= next === value;
  }
  for (const [name, zero] of zerosOf(struct)) {
    if (kept.some(([other]) => other === name)) continue;
    kept.push([name, zero]);
    isSame = false;
  }
  // Messages show fields in Go's order.
  const places = placesOf(struct);
  const inOrder = kept.map(([name]) => places.get(name) ?? 0);
  if (inOrder.some((place, index) => place < (inOrder[index - 1] ?? 0))) isSame = false;
  if (isSame) return object;
  return Object.fromEntries(kept.sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0)));
}

const zeros: Partial<Record<Type['kind'], unknown>> = { string: '', int32: 0, int64: 0, boolean: false };
const zerosByStruct = new Map<string, readonly [string, unknown][]>();

/** The plain fields that Go writes whether they were given or not, with their zero values. */
function zerosOf(struct: string): readonly [string, unknown][] {
  let found = zerosByStruct.get(struct);
  if (!found) {
    found = [...fieldsOf(struct)].flatMap(([name, { required, type }]): [string, unknown][] =>
      required && zeros[type.kind] !== undefined ? [[name, zeros[type.kind]]] : [],
    );
    zerosByStruct.set(struct, found);
  }
  return found;
}

/**
 * The object as the API server's decoder understands it and would write it again: without unknown fields, nulls and
 * empty values that Go leaves out, with the zero values of plain fields that it always writes, numbers given for
 * quantities in their canonical form, fields in Go's order. Meant for what clients send, after `checkSchema` has found no
 * wrong type; the same object where nothing changes.
 */
export function canonicalize(plural: string, object: ObjectToWrite): ObjectToWrite {
  return canonicalValue(object, typeOfResource(plural)) as ObjectToWrite;
}
