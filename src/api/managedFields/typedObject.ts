import { isObject } from '../equal.ts';
import { fieldsOf, type Type } from '../structure.ts';

function zeroOf(type: Type): unknown {
  switch (type.kind) {
    case 'struct':
      return complete({}, type.name);
    case 'string':
      return '';
    case 'int32':
    case 'int64':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function complete(object: Record<string, unknown>, struct: string): Record<string, unknown> {
  const out = { ...object };
  for (const [name, { type, isEmbedded, required }] of fieldsOf(struct)) {
    if (out[name] !== undefined) out[name] = asTyped(type, out[name]);
    else if (isEmbedded || (required && type.kind !== 'struct')) out[name] = zeroOf(type);
  }
  return out;
}

/**
 * The value as Go holds it: structs that are no pointers and fields that are always written are there, if only with
 * their zero value. Whether somebody *added* a field or only changed it hangs on that.
 */
export function asTyped(type: Type, value: unknown): unknown {
  if (type.kind === 'struct') return isObject(value) ? complete(value, type.name) : value;
  if (type.kind === 'list') return Array.isArray(value) ? value.map((element) => asTyped(type.of, element)) : value;
  if (type.kind !== 'map' || type.of.kind !== 'struct' || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTyped(type.of, inner)]));
}
