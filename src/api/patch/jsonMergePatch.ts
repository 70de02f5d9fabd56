import { isObject } from '../equal.ts';

/** A value that the patch puts where there was no object: its nulls are no values, in lists neither. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((element) => element !== null).map(withoutNulls);
  if (!isObject(value)) return value;
  const out: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== null) out[key] = withoutNulls(value[key]);
  return out;
}

/** `target` with a JSON merge patch (RFC 7386) applied, as Kubernetes' library does it; shares what did not change. */
export function jsonMergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(target)) return withoutNulls(patch);
  if (!isObject(patch)) return patch;
  let changed: Record<string, unknown> | undefined;
  for (const key in patch) {
    const value = patch[key];
    if (value === null) {
      if (!(key in target)) continue;
      changed ??= { ...target };
      delete changed[key];
      continue;
    }
    const merged = jsonMergePatch(target[key], value);
    if (merged === target[key]) continue;
    changed ??= { ...target };
    changed[key] = merged;
  }
  return changed ?? target;
}
