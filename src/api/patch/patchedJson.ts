import { isObject } from '../equal.ts';
import { goOrderOf } from '../goOrder.ts';
import { escapeHtml } from '../json/write.ts';
import { fieldsOf, type Type } from '../structure.ts';

/** How a value is written: as Go writes its struct, or as the patch's library writes what it has taken apart. */
type Order = 'struct' | 'sorted';

function keysOf(value: Record<string, unknown>, type: Type | undefined, order: Order): string[] {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  // Raw JSON (fieldsV1) goes out as it stands.
  if (order === 'struct' && (!type || type.kind === 'any')) return keys;
  if (order === 'sorted' || type?.kind !== 'struct') return keys.sort();
  const places = goOrderOf(type.name);
  return keys.sort((a, b) => places.indexOf(a) - places.indexOf(b));
}

const typeAt = (type: Type | undefined, key: string): Type | undefined =>
  type?.kind === 'struct' ? fieldsOf(type.name).get(key)?.type : type?.kind === 'map' ? type.of : undefined;

/** The value with its keys in order; what is the same object as in `old` the patch did not touch. */
function ordered(value: unknown, old: unknown, type: Type | undefined): unknown {
  const isTouched = value !== old;
  if (Array.isArray(value)) {
    const before = Array.isArray(old) ? old : [];
    const of = type?.kind === 'list' ? type.of : undefined;
    return value.map((element, index) => ordered(element, before.includes(element) ? element : before[index], of));
  }
  if (!isObject(value)) return value;
  const before = isObject(old) ? old : {};
  return Object.fromEntries(
    keysOf(value, type, isTouched ? 'sorted' : 'struct').map((key) => [
      key,
      ordered(value[key], before[key], typeAt(type, key)),
    ]),
  );
}

/**
 * The JSON text that a patch of an object comes to in the server, as messages show it: what the patch did not touch is
 * in the order of Go's structs, what it went through by name.
 */
export function patchedJson(document: unknown, old: unknown, type: Type): string {
  return escapeHtml(JSON.stringify(ordered(document, old, type)));
}
