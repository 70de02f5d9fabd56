/** One step of a JSON patch (RFC 6902). */
export interface JsonPatchOperation {
  op: string;
  path: string;
  from?: string;
  value?: unknown;
}

/** Why a JSON patch cannot be applied. */
export class JsonPatchError extends Error {}

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function pathOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The place in a list; -1 is the last element, as evanphx/json-patch takes it. */
function indexIn(part: string, limit: number): number {
  if (!/^-?\d+$/.test(part)) throw new JsonPatchError(`bad index ${part}`);
  const index = Number(part) < 0 ? Number(part) + limit : Number(part);
  if (index < 0 || index >= limit) throw new JsonPatchError(`Unable to access invalid index: ${part}`);
  return index;
}

function child(container: Container, part: string): unknown {
  if (Array.isArray(container)) return container[indexIn(part, container.length)];
  return Object.hasOwn(container, part) ? container[part] : undefined;
}

function get(document: unknown, path: string[]): unknown {
  let value = document;
  for (const part of path) {
    if (!isContainer(value)) throw new JsonPatchError(`missing path: /${path.join('/')}`);
    value = child(value, part);
  }
  return value;
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

function isEqual(a: unknown, b: unknown): boolean {
  if (!isContainer(a) || !isContainer(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(child(a, key), child(b, key)));
}

function step(document: unknown, operation: JsonPatchOperation): unknown {
  const path = pathOf(operation.path);
  const from = pathOf(operation.from ?? '');
  switch (operation.op) {
    case 'add':
      return path.length === 0 ? operation.value : changeAt(document, path, add(operation.value));
    case 'replace':
      return path.length === 0 ? operation.value : changeAt(document, path, replace(operation.value));
    case 'remove':
      return changeAt(document, path, remove);
    case 'move': {
      const value = get(document, from);
      return changeAt(changeAt(document, from, remove), path, add(value));
    }
    case 'copy':
      return changeAt(document, path, add(get(document, from)));
    case 'test':
      if (isEqual(get(document, path) ?? null, operation.value ?? null)) return document;
      throw new JsonPatchError(`testing value ${operation.path} failed`);
    default:
      throw new JsonPatchError(`Unexpected kind: ${operation.op}`);
  }
}

/** `target` with the operations applied in order, as Kubernetes' library does (-1 is the last element). Throws JsonPatchError. */
export function jsonPatch(target: unknown, operations: readonly JsonPatchOperation[]): unknown {
  return operations.reduce(step, target);
}
