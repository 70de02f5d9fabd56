import { decodeNode } from './decode.ts';
import { YamlError } from './error.ts';
import { type Node, readNode } from './node.ts';
import { floatKey, goInfinite, goSyntax, isFloat, type Value } from './value.ts';

/** The key of a map as JSON has it; only texts, numbers and booleans can be one. */
function keyText(key: Value, value: Value): string {
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'boolean') return String(key);
  if (key !== null && isFloat(key)) return floatKey(key.float);
  throw new YamlError(`unsupported map key of type: %!s(<nil>), key: ${goSyntax(key)}, value: ${goSyntax(value)}`);
}

function toJson(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return toObject(value);
  if (value === null || !isFloat(value)) return value;
  if (!Number.isFinite(value.float)) throw new YamlError(`json: unsupported value: ${goInfinite(value.float)}`);
  return value.float;
}

/** Keys are sorted, as Go sorts them when it writes a map. */
function toObject(map: Map<Value, Value>): Record<string, unknown> {
  const entries = [...map].map(([key, value]) => [keyText(key, value), value] as const);
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const json = toJson(value);
    // Assigning to this name would set the prototype.
    if (key === '__proto__')
      Object.defineProperty(object, key, { value: json, enumerable: true, configurable: true, writable: true });
    else object[key] = json;
  }
  return object;
}

/** What a document's tree means, as JSON. Throws a YamlError. Source: sigs.k8s.io/yaml YAMLToJSON, on go-yaml v2. */
export const jsonOf = (node: Node): unknown => toJson(decodeNode(node));

/**
 * A text with one YAML 1.1 document as kubectl reads it; null where it is empty. What follows the document is not looked
 * at: several of them are taken apart by `splitYaml`. Throws a YamlError.
 */
export function readYaml(text: string): unknown {
  const node = readNode(text);
  return node ? jsonOf(node) : null;
}
