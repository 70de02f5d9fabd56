import { isObject } from '../equal.ts';
import { parseQuantity, QuantityError } from '../quantity.ts';
import { fieldsOf, type Scalar, type Type } from '../structure.ts';

class RestoreError extends Error {}

const goKinds: Partial<Record<Scalar, string>> = { boolean: 'bool', number: 'float64' };

/** The kind that Go gives to a value out of JSON. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'slice';
  if (isObject(value)) return 'map';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

const jsonKindOf = (value: unknown): string =>
  ({ slice: 'array', map: 'object', int64: 'number', float64: 'number' })[kindOf(value)] ?? kindOf(value);

/** Go converts a whole number to a text, which is refused apart; all else is not convertible at all. */
function refuseScalar(value: unknown, kind: string): never {
  const from = kindOf(value);
  const isNumber = from === 'int64' || from === 'float64';
  if ((kind === 'string' && from === 'int64') || (/^int/.test(kind) && isNumber))
    throw new RestoreError(`cannot convert ${from} to ${kind}`);
  throw new RestoreError(`unrecognized type: ${kind}`);
}

function restoreQuantity(value: unknown): void {
  try {
    parseQuantity(typeof value === 'string' ? value.trim() : JSON.stringify(value));
  } catch (error) {
    throw error instanceof QuantityError ? new RestoreError(error.message) : error;
  }
}

function restoreScalar(value: unknown, kind: Scalar): void {
  switch (kind) {
    case 'any':
      return;
    case 'quantity':
      restoreQuantity(value);
      return;
    case 'intOrString':
      if (typeof value !== 'string' && !Number.isInteger(value))
        throw new RestoreError(`json: cannot unmarshal ${jsonKindOf(value)} into Go value of type int32`);
      return;
    case 'time':
    case 'microTime':
      if (typeof value !== 'string')
        throw new RestoreError(`json: cannot unmarshal ${jsonKindOf(value)} into Go value of type string`);
      return;
    case 'bytes':
      if (typeof value !== 'string') throw new RestoreError(`cannot restore slice from ${kindOf(value)}`);
      return;
    case 'int32':
    case 'int64':
      if (!Number.isInteger(value)) refuseScalar(value, kind);
      return;
    default:
      if (typeof value !== kind) refuseScalar(value, goKinds[kind] ?? kind);
  }
}

function restore(value: unknown, type: Type): void {
  if (value === null || value === undefined) return;
  switch (type.kind) {
    case 'list':
      if (!Array.isArray(value)) throw new RestoreError(`cannot restore slice from ${kindOf(value)}`);
      for (const element of value) restore(element, type.of);
      return;
    case 'map':
      if (!isObject(value)) throw new RestoreError(`cannot restore map from ${kindOf(value)}`);
      for (const key in value) restore(value[key], type.of);
      return;
    case 'struct':
      if (!isObject(value)) throw new RestoreError(`cannot restore struct from: ${kindOf(value)}`);
      for (const [name, field] of fieldsOf(type.name)) restore(value[name], field.type);
      return;
    default:
      restoreScalar(value, type.kind);
  }
}

/**
 * Why Go cannot make its struct out of a merged map; undefined where it can. Source: k8s.io/apimachinery
 * runtime/converter.go FromUnstructured, which strategic patches and server-side apply go through.
 */
export function restoreFault(value: unknown, type: Type): string | undefined {
  try {
    restore(value, type);
    return undefined;
  } catch (error) {
    if (error instanceof RestoreError) return error.message;
    throw error;
  }
}
