import { isObject, isSame } from '../equal.ts';
import type { ObjectToWrite } from '../objects.ts';
import { type Type, typeOfResource } from '../structure.ts';
import { interleave } from './order.ts';
import {
  badDirective,
  badType,
  deleteFrom,
  directive,
  elementOf,
  goText,
  holdsMaps,
  type JsonObject,
  keyValue,
  patchField,
  retainKeys,
  StrategicPatchError,
  setOrder,
} from './values.ts';

/** Whether a patch is applied to an object, or laid upon another patch, whose directives and nulls stay. */
export type Mode = 'object' | 'patch';

/** The patch's own value where the object has none: without nulls; directives deeper in it stay, as in Kubernetes. */
function cleaned(value: unknown, mode: Mode): unknown {
  if (mode === 'patch') return value;
  if (Array.isArray(value)) return value.map((element) => (isObject(element) ? cleaned(element, mode) : element));
  if (!isObject(value)) return value;
  const out: JsonObject = {};
  for (const key in value) if (value[key] !== null) out[key] = cleaned(value[key], mode);
  return out;
}

function applyRetainKeys(original: JsonObject, patch: JsonObject, mode: Mode): JsonObject {
  const listed = patch[retainKeys];
  if (listed === undefined) return original;
  if (mode === 'patch') return { ...original, [retainKeys]: listed };
  const invalid = new StrategicPatchError('invalid patch format of retainKeys', 400);
  if (!Array.isArray(listed)) throw invalid;
  for (const key in patch) {
    const isDirective = key === retainKeys || key.startsWith(setOrder) || key.startsWith(deleteFrom);
    if (!isDirective && patch[key] !== null && !listed.includes(key)) throw invalid;
  }
  return Object.fromEntries(Object.entries(original).filter(([key]) => listed.includes(key)));
}

const listOr = (value: unknown): unknown[] | undefined => {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value;
  throw badType('list', value);
};

/** The patch's elements must stand in the order that $setElementOrder lists, and all be listed. */
function checkOrder(patchList: unknown[], order: unknown[], mergeKey: string): void {
  if (order.length === 0 || patchList.length === 0) return;
  const kept = patchList.filter((element) => !isObject(element) || !(directive in element));
  let found = 0;
  for (const listed of order) {
    const next = kept[found];
    if (next !== undefined && isSame(keyValue(next, mergeKey), keyValue(listed, mergeKey))) found++;
  }
  if (found < kept.length)
    throw new StrategicPatchError(
      `The order in patch list:\n${goText(patchList)}\n doesn't match $setElementOrder list:\n${goText(order)}\n`,
    );
}

/** Merges the list that a `$setElementOrder/` directive speaks of; undefined where neither side has it. */
function mergeOrdered(
  original: JsonObject,
  patch: JsonObject,
  key: string,
  order: unknown[],
  type: Type | undefined,
  mode: Mode,
): unknown[] | undefined {
  const field = patchField(type, key);
  const before = listOr(original[key]);
  const change = listOr(patch[key]);
  checkOrder(change ?? [], order, field.mergeKey);
  let merged = before ?? change;
  if (before && change)
    merged = field.merges ? mergeList(before, change, elementOf(field.type), field.mergeKey, mode) : change;
  if (!merged) return undefined;
  const listed = order.map((element) => keyValue(element, field.mergeKey));
  const isListed = (element: unknown) => listed.includes(keyValue(element, field.mergeKey));
  const result = interleave(
    merged.filter(isListed),
    merged.filter((element) => !isListed(element)),
    order,
    before && change && field.mergeKey ? liveOrder(before, change, field.mergeKey) : (before ?? []),
    field.mergeKey,
  );
  return result;
}

/**
 * The order that counts as the live one. Go deletes and appends in the memory of the live list itself, so where elements
 * were deleted, added ones stand at its end.
 */
function liveOrder(before: unknown[], change: unknown[], mergeKey: string): unknown[] {
  const { kept, changes } = applyDirectives(before, change as JsonObject[], mergeKey);
  if (kept.length >= before.length || kept === changes) return before;
  const present = kept.map((element) => keyValue(element, mergeKey));
  const added = changes.filter((element) => !present.includes(element[mergeKey]));
  return [...kept, ...added].slice(0, before.length);
}

/** `original` with a strategic merge patch for a value of this type laid upon it. */
export function mergeMap(original: JsonObject, patch: JsonObject, type: Type | undefined, mode: Mode): JsonObject {
  if (directive in patch) {
    const { [directive]: what, ...rest } = patch;
    if (what === 'replace') return rest;
    if (what === 'delete') return {};
    throw badDirective(what, patch);
  }
  const out: JsonObject = { ...applyRetainKeys(original, patch, mode) };
  const done = new Set([retainKeys]);
  for (const name in patch) {
    if (!name.startsWith(setOrder)) continue;
    const key = name.slice(setOrder.length);
    const order = listOr(patch[name]) ?? [];
    if (mode === 'patch') out[name] = order;
    const merged = mergeOrdered(out, patch, key, order, type, mode);
    if (merged) {
      out[key] = merged;
      done.add(key);
    }
    done.add(name);
  }
  for (const name in patch) if (!done.has(name)) mergeField(out, name, patch[name], type, mode);
  return out;
}

function mergeField(out: JsonObject, name: string, value: unknown, type: Type | undefined, mode: Mode): void {
  const isDeletion = name.startsWith(deleteFrom);
  if (isDeletion && mode === 'patch') {
    out[name] = value;
    return;
  }
  const key = isDeletion ? name.slice(deleteFrom.length) : name;
  const present = out[key];
  if (value === null) {
    delete out[key];
    if (mode === 'patch') out[key] = null;
  } else if (present === undefined) {
    if (!isDeletion) out[key] = cleaned(value, mode);
  } else if (isObject(present) && isObject(value)) {
    const field = patchField(type, key);
    out[key] = field.replaces ? value : mergeMap(present, value, field.type, mode);
  } else if (Array.isArray(present) && Array.isArray(value)) {
    const field = patchField(type, key);
    if (isDeletion) out[key] = present.filter((element) => !value.includes(element));
    else out[key] = field.merges ? mergeList(present, value, elementOf(field.type), field.mergeKey, mode) : value;
  } else if (!isDeletion) out[key] = cleaned(value, mode);
}

function mergeList(
  original: unknown[],
  patch: unknown[],
  type: Type | undefined,
  mergeKey: string,
  mode: Mode,
): unknown[] {
  if (original.length === 0 && patch.length === 0) return original;
  if (!holdsMaps(original, patch)) {
    const merged = [...new Set([...original, ...patch])];
    const isPatched = (element: unknown) => patch.includes(element);
    return interleave(
      merged.filter(isPatched),
      merged.filter((element) => !isPatched(element)),
      patch,
      original,
      '',
    );
  }
  if (mergeKey === '') throw new StrategicPatchError('cannot merge lists without merge key for type struct');
  const { kept, changes } = applyDirectives(original, patch as JsonObject[], mergeKey);
  const merged = [...kept];
  for (const change of changes) {
    const key = keyValue(change, mergeKey);
    const at = merged.findIndex((element) => isObject(element) && element[mergeKey] === key);
    if (at >= 0) merged[at] = mergeMap(merged[at] as JsonObject, change, type, mode);
    else merged.push(change);
  }
  const patched = changes.map((change) => change[mergeKey]);
  const isPatched = (element: unknown) => patched.includes(keyValue(element, mergeKey));
  return interleave(
    merged.filter(isPatched),
    merged.filter((element) => !isPatched(element)),
    changes,
    kept,
    mergeKey,
  );
}

/** Elements with a `$patch` of their own: deletions, or the order to replace the whole list. */
function applyDirectives(
  original: unknown[],
  patch: JsonObject[],
  mergeKey: string,
): { kept: unknown[]; changes: JsonObject[] } {
  let kept = original;
  const changes: JsonObject[] = [];
  let replaces = false;
  for (const element of patch) {
    const what = element[directive];
    if (what === undefined) changes.push(element);
    else if (what === 'delete') {
      const key = keyValue(element, mergeKey);
      kept = kept.filter((candidate) => !isObject(candidate) || candidate[mergeKey] !== key);
    } else if (what === 'replace') replaces = true;
    else if (what === 'merge') throw new StrategicPatchError('merging lists cannot yet be specified in the patch');
    else throw badDirective(what, element);
  }
  return replaces ? { kept: changes, changes: [] } : { kept, changes };
}

/**
 * `target` with a strategic merge patch applied: lists merge by the keys the OpenAPI documents name, `$patch`,
 * `$setElementOrder`, `$deleteFromPrimitiveList` and `$retainKeys` are obeyed. Throws StrategicPatchError.
 */
export function strategicMergePatch(plural: string, target: ObjectToWrite, patch: ObjectToWrite): ObjectToWrite {
  return mergeMap(target, patch, typeOfResource(plural), 'object') as ObjectToWrite;
}
