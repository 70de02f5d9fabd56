import { isObject, isSame } from '../equal.ts';
import type { Type } from '../structure.ts';
import { sortByOrder } from './order.ts';
import {
  deleteFrom,
  directive,
  elementOf,
  holdsMaps,
  type JsonObject,
  keyValue,
  patchField,
  retainKeys,
  setOrder,
} from './values.ts';

export interface DiffOptions {
  ignoreDeletions?: boolean;
  ignoreChangesAndAdditions?: boolean;
  /** Write down the order of merged lists. */
  setElementOrder?: boolean;
}

/** The strategic merge patch that leads from `original` to `modified`. Throws StrategicPatchError. */
export function diffMaps(
  original: JsonObject,
  modified: JsonObject,
  type: Type | undefined,
  options: DiffOptions,
): JsonObject {
  const patch: JsonObject = {};
  for (const key in modified) {
    const after = modified[key];
    const before = original[key];
    if (!(key in original)) {
      if (!options.ignoreChangesAndAdditions) patch[key] = after;
    } else if (isObject(before) && isObject(after)) diffField(patch, key, before, after, type, options);
    else if (Array.isArray(before) && Array.isArray(after)) diffListField(patch, key, before, after, type, options);
    else replaceIfChanged(patch, key, before, after, options);
  }
  if (!options.ignoreDeletions) for (const key in original) if (!(key in modified)) patch[key] = null;
  return patch;
}

function replaceIfChanged(patch: JsonObject, key: string, before: unknown, after: unknown, options: DiffOptions): void {
  if (!options.ignoreChangesAndAdditions && !isSame(before, after)) patch[key] = after;
}

function diffField(
  patch: JsonObject,
  key: string,
  before: JsonObject,
  after: JsonObject,
  type: Type | undefined,
  options: DiffOptions,
): void {
  const field = patchField(type, key);
  if (field.replaces) {
    // Sent as it is, be it changed or not.
    if (!options.ignoreChangesAndAdditions) patch[key] = after;
    return;
  }
  const change = diffMaps(before, after, field.type, options);
  if (field.retainKeys) addRetainKeys(change, before, after, options);
  if (Object.keys(change).length > 0) patch[key] = change;
}

function addRetainKeys(change: JsonObject, before: JsonObject, after: JsonObject, options: DiffOptions): void {
  const dropped = Object.keys(before).some((key) => before[key] !== null && !(key in after));
  const isChanged = Object.keys(change).length > 0;
  if (!isChanged && !(options.ignoreDeletions && dropped)) return;
  const kept = Object.keys(after).filter((key) => after[key] !== null);
  if (kept.length > 0) change[retainKeys] = kept.sort();
}

function diffListField(
  patch: JsonObject,
  key: string,
  before: unknown[],
  after: unknown[],
  type: Type | undefined,
  options: DiffOptions,
): void {
  const field = patchField(type, key);
  if (!field.merges) {
    replaceIfChanged(patch, key, before, after, options);
    return;
  }
  const { changes, deletions, order } = diffLists(
    before,
    after,
    elementOf(field.type),
    field.mergeKey,
    field.retainKeys,
    options,
  );
  if (changes.length > 0) patch[key] = changes;
  if (deletions.length > 0) patch[`${deleteFrom}${key}`] = deletions;
  if (order.length > 0) patch[`${setOrder}${key}`] = order;
}

interface ListDifference {
  changes: unknown[];
  deletions: unknown[];
  order: unknown[];
}

function diffLists(
  before: unknown[],
  after: unknown[],
  type: Type | undefined,
  mergeKey: string,
  retains: boolean,
  options: DiffOptions,
): ListDifference {
  if (before.length === 0) return { changes: options.ignoreChangesAndAdditions ? [] : after, deletions: [], order: [] };
  if (!holdsMaps(before, after)) return diffScalars(before, after, options);
  const { changes: found, deletions } = diffElements(before, after, type, mergeKey, retains, options);
  const changes = [...sortByOrder(found, after, mergeKey), ...deletions];
  const isSameOrder =
    before.length === after.length &&
    before.every((element, index) => keyValue(element, mergeKey) === keyValue(after[index], mergeKey));
  const isOrdered =
    options.setElementOrder &&
    ((!options.ignoreChangesAndAdditions && (changes.length > 0 || !isSameOrder)) ||
      (!options.ignoreDeletions && changes.length > 0));
  return {
    changes,
    deletions: [],
    order: isOrdered ? after.map((element) => ({ [mergeKey]: keyValue(element, mergeKey) })) : [],
  };
}

const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);

function diffScalars(before: unknown[], after: unknown[], options: DiffOptions): ListDifference {
  const [old, next] = [[...before].sort(byText), [...after].sort(byText)];
  const added: unknown[] = [];
  const deleted: unknown[] = [];
  let [o, n] = [0, 0];
  while (o < old.length || n < next.length) {
    const comparison = o >= old.length ? 1 : n >= next.length ? -1 : byText(old[o], next[n]);
    if (comparison < 0) deleted.push(old[o]);
    if (comparison > 0) added.push(next[n]);
    if (comparison <= 0) o++;
    if (comparison >= 0) n++;
  }
  const changes = options.ignoreChangesAndAdditions ? [] : sortByOrder(added, after, '');
  const deletions = options.ignoreDeletions ? [] : [...new Set(deleted)];
  const isOrdered =
    options.setElementOrder &&
    ((!options.ignoreDeletions && deletions.length > 0) ||
      (!options.ignoreChangesAndAdditions && !isSame(before, after)));
  return { changes, deletions, order: isOrdered ? after : [] };
}

function diffElements(
  before: unknown[],
  after: unknown[],
  type: Type | undefined,
  mergeKey: string,
  retains: boolean,
  options: DiffOptions,
): { changes: unknown[]; deletions: unknown[] } {
  const keyed = (list: unknown[]) =>
    list
      .map((element) => ({ element: element as JsonObject, key: keyValue(element, mergeKey) }))
      .sort((a, b) => byText(a.key, b.key));
  const [old, next] = [keyed(before), keyed(after)];
  const changes: unknown[] = [];
  const deletions: unknown[] = [];
  let [o, n] = [0, 0];
  while (o < old.length || n < next.length) {
    const [left, right] = [old[o], next[n]];
    const comparison = !left ? 1 : !right ? -1 : byText(left.key, right.key);
    if (comparison === 0 && left && right) {
      const change = diffMaps(left.element, right.element, type, options);
      if (retains) addRetainKeys(change, left.element, right.element, options);
      if (Object.keys(change).length > 0) changes.push({ ...change, [mergeKey]: right.key });
    } else if (comparison > 0 && right) {
      if (!options.ignoreChangesAndAdditions) changes.push(right.element);
    } else if (left && !options.ignoreDeletions) deletions.push({ [mergeKey]: left.key, [directive]: 'delete' });
    if (comparison <= 0) o++;
    if (comparison >= 0) n++;
  }
  return { changes, deletions };
}
