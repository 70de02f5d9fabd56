import { isObject, isSame } from '../equal.ts';
import { jsonMergePatch } from './jsonMergePatch.ts';
import { type JsonObject, PatchConflict } from './values.ts';

/** The JSON merge patch that leads from one object to another. */
function difference(before: JsonObject, after: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const key in after) {
    const [old, next] = [before[key], after[key]];
    if (isObject(old) && isObject(next)) {
      const inner = difference(old, next);
      if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (!(key in before) || !isSame(old, next)) patch[key] = next;
  }
  for (const key in before) if (!(key in after)) patch[key] = null;
  return patch;
}

/** Of a patch only what it removes, or all but that. */
function only(patch: JsonObject, removals: boolean): JsonObject {
  const out: JsonObject = {};
  for (const [key, value] of Object.entries(patch)) {
    if (isObject(value)) {
      const inner = only(value, removals);
      if (Object.keys(inner).length > 0 || (!removals && Object.keys(value).length === 0)) out[key] = inner;
    } else if ((value === null) === removals) out[key] = value;
  }
  return out;
}

function conflict(left: unknown, right: unknown): boolean {
  if (isObject(left) && isObject(right))
    return Object.keys(left).some((key) => key in right && conflict(left[key], right[key]));
  return !isSame(left, right);
}

/**
 * The three-way patch for kinds whose structure is not known (custom resources): lists are replaced whole. Throws
 * PatchConflict where it may not overwrite. Source: util/jsonmergepatch CreateThreeWayJSONMergePatch.
 */
export function threeWayJsonMergePatch(
  original: JsonObject,
  modified: JsonObject,
  current: JsonObject,
  overwrite = true,
): JsonObject {
  const changes = only(difference(current, modified), false);
  const removals = only(difference(original, modified), true);
  const patch = merged(removals, changes);
  if (!overwrite) {
    const changed = difference(original, current);
    if (conflict(patch, changed)) throw new PatchConflict(patch, changed);
  }
  return patch;
}

/** Both patches as one: the removals' nulls stay. */
const merged = (removals: JsonObject, changes: JsonObject) => jsonMergePatch(removals, changes) as JsonObject;
