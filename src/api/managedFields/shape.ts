import { isObject } from '../equal.ts';
import { type Field, fieldsOf, isAtomicStruct, type Type } from '../structure.ts';
import { fieldElement, keyElement, type PathElement, valueElement } from './pathElement.ts';

/** What server-side apply knows of a value: its type, and the field that holds it. */
export interface Shape {
  type: Type;
  field?: Field;
}

/** How apply takes a value of the shape. Values of unknown type are taken as what they are. */
export function kindOf({ type }: Shape, ...values: unknown[]): 'map' | 'list' | 'scalar' {
  if (type.kind === 'struct' || type.kind === 'map') return 'map';
  if (type.kind === 'list') return 'list';
  if (type.kind !== 'any') return 'scalar';
  const value = values.find((candidate) => candidate !== undefined && candidate !== null);
  if (Array.isArray(value)) return 'list';
  return isObject(value) ? 'map' : 'scalar';
}

/** Whether a map or list is owned as one piece. Source: kube-openapi schemaconv. */
export function isAtomic({ type, field }: Shape): boolean {
  if (field?.isAtomic !== undefined) return field.isAtomic;
  if (type.kind === 'struct') return isAtomicStruct(type.name);
  if (type.kind === 'list') return !field?.mapKeys && !field?.isSet && !field?.merges;
  return false;
}

/** The field of a struct by this name, or the value of a map; undefined where a struct has no such field. */
export function shapeAt({ type }: Shape, name: string): Shape | undefined {
  if (type.kind === 'struct') {
    const field = fieldsOf(type.name).get(name);
    return field && { type: field.type, field };
  }
  return { type: type.kind === 'map' ? type.of : { kind: 'any' } };
}

/** A name that the struct itself has, not a key of a map. */
export const isNamedField = ({ type }: Shape, name: string): boolean =>
  type.kind === 'struct' && fieldsOf(type.name).has(name);

export const shapeOfElements = ({ type }: Shape): Shape => ({ type: type.kind === 'list' ? type.of : { kind: 'any' } });

/** Why an element of a list cannot be told from the others. */
export class ElementError extends Error {}

/** How an element of a list that is merged is known. Throws ElementError. Source: structured-merge-diff typed/helpers.go. */
export function elementOf({ field }: Shape, element: unknown): PathElement {
  const keys = field?.mapKeys ?? (field?.mergeKey ? [field.mergeKey] : undefined);
  if (!keys) return setElementOf(element);
  if (element === null || element === undefined)
    throw new ElementError('associative list with keys may not have a null element');
  if (!isObject(element)) throw new ElementError('associative list with keys may not have non-map elements');
  const defaults = field?.keyDefaults ?? {};
  const found: Record<string, unknown> = {};
  for (const key of keys) {
    if (element[key] === undefined && !(key in defaults))
      throw new ElementError(
        `associative list with keys has an element that omits key field ${JSON.stringify(key)} (and doesn't have default value)`,
      );
    found[key] = element[key] === undefined ? defaults[key] : element[key];
  }
  return keyElement(found);
}

function setElementOf(element: unknown): PathElement {
  if (isObject(element)) throw new ElementError("associative list without keys has an element that's a map type");
  if (Array.isArray(element)) throw new ElementError('not supported: associative list with lists as elements');
  if (element === null || element === undefined)
    throw new ElementError("associative list without keys has an element that's an explicit null");
  return valueElement(element);
}

/** The way into the element's or field's shape; undefined where the type has none such. */
export function shapeBelow(shape: Shape, element: PathElement): Shape | undefined {
  return element.startsWith('f:') ? shapeAt(shape, element.slice(2)) : shapeOfElements(shape);
}

export const asMap = (value: unknown): Record<string, unknown> | undefined => (isObject(value) ? value : undefined);
export const asList = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);
export { fieldElement };
