import { isSame } from '../equal.ts';

/** One step of a JSON patch (RFC 6902). */
export interface JsonPatchOperation {
  op?: string;
  path?: string;
  from?: string;
  value?: unknown;
}

/** Why a JSON patch cannot be applied. */
export class JsonPatchError extends Error {}

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The steps to a place. Kubernetes' library ignores what stands before the first slash, and knows no place without one. */
function pathOf(pointer: string | undefined): string[] {
  const parts = (pointer ?? '').split('/').slice(1);
  if (parts.length === 0) throw new JsonPatchError(`missing path: ${pointer}`);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The place in a list; -1 is the last element, as evanphx/json-patch takes it. */
function indexIn(part: string, limit: number): number {
  if (!/^[+-]?\d+$/.test(part)) throw new JsonPatchError(`bad index ${part}`);
  const index = Number(part) < 0 ? Number(part) + limit : Number(part);
  if (index < 0 || index >= limit) throw new JsonPatchError(`Unable to access invalid index: ${part}`);
  return index;
}

function child(container: Container, part: string): unknown {
  if (Array.isArray(container)) return container[indexIn(part, container.length)];
  return Object.hasOwn(container, part) ? container[part] : undefined;
}

/** What stands at a place; what is missing of an object is null. */
function get(document: unknown, path: string[]): unknown {
  let value = document;
  for (const part of path) {
    if (!isContainer(value)) throw new JsonPatchError(`missing path: /${path.join('/')}`);
    value = child(value, part);
  }
  return value ?? null;
}

type Change = (container: Container, part: string) => void;

/** The document with `change` done to the container that holds the last part; copies the way to it, shares the rest. */
function changeAt(document: unknown, path: string[], change: Change): unknown {
  const [part, ...rest] = path;
  if (part === undefined || !isContainer(document)) throw new JsonPatchError(`missing path: /${path.join('/')}`);
  const copy: Container = Array.isArray(document) ? [...document] : { ...document };
  if (rest.length === 0) {
    change(copy, part);
    return copy;
  }
  const changed = changeAt(child(copy, part), rest, change);
  if (Array.isArray(copy)) copy[indexIn(part, copy.length)] = changed;
  else copy[part] = changed;
  return copy;
}

const add =
  (value: unknown): Change =>
  (container, part) => {
    if (!Array.isArray(container)) container[part] = value;
    else if (part === '-') container.push(value);
    else container.splice(indexIn(part, container.length + 1), 0, value);
  };

const replace =
  (value: unknown): Change =>
  (container, part) => {
    if (Array.isArray(container)) container[indexIn(part, container.length)] = value;
    else container[part] = value;
  };

const remove: Change = (container, part) => {
  if (Array.isArray(container)) container.splice(indexIn(part, container.length), 1);
  else if (Object.hasOwn(container, part)) delete container[part];
  else throw new JsonPatchError(`Unable to remove nonexistent key: ${part}`);
};

function replaceAll(value: unknown): unknown {
  if (!isContainer(value)) throw new JsonPatchError('replace operation value must be object or array');
  return value;
}

function test(document: unknown, { path, value = null }: JsonPatchOperation): unknown {
  if (isSame(path === '' ? document : get(document, pathOf(path)), value)) return document;
  throw new JsonPatchError(`testing value ${path} failed`);
}

function step(document: unknown, operation: JsonPatchOperation): unknown {
  const { op, path, from, value = null } = operation;
  if (path === undefined) throw new JsonPatchError('operation missing path field');
  switch (op) {
    case 'add':
      return changeAt(document, pathOf(path), add(value));
    case 'replace':
      return path === '' ? replaceAll(value) : changeAt(document, pathOf(path), replace(value));
    case 'remove':
      return changeAt(document, pathOf(path), remove);
    case 'move': {
      const moved = get(document, pathOf(from));
      return changeAt(changeAt(document, pathOf(from), remove), pathOf(path), add(moved));
    }
    case 'copy':
      return changeAt(document, pathOf(path), add(get(document, pathOf(from))));
    case 'test':
      return test(document, operation);
    default:
      throw new JsonPatchError(`Unexpected kind: ${op}`);
  }
}

/** `target` with the operations applied in order, as Kubernetes' library does (-1 is the last element). Throws JsonPatchError. */
export function jsonPatch(target: unknown, operations: readonly JsonPatchOperation[]): unknown {
  return operations.reduce(step, target);
}
