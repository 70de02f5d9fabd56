/** `list` with `change` applied to each element; the same list where nothing changed. */
export function mapShared<T>(list: T[], change: (element: T) => T): T[];
export function mapShared<T>(list: T[] | undefined, change: (element: T) => T): T[] | undefined;
export function mapShared<T>(list: T[] | undefined, change: (element: T) => T): T[] | undefined {
  if (!list) return list;
  let changed: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const element = list[index] as T;
    const next = change(element);
    if (next !== element && !changed) changed = list.slice();
    if (changed) changed[index] = next;
  }
  return changed ?? list;
}

/** `object` with `field` changed by `change`, if it is there; the same object where nothing changed. */
export function changeField<T extends object, K extends keyof T>(
  object: T,
  field: K,
  change: (value: NonNullable<T[K]>) => NonNullable<T[K]>,
): T {
  const value = object[field];
  if (value === undefined || value === null) return object;
  const next = change(value);
  return next === value ? object : { ...object, [field]: next };
}

/** `given` where `out`, a copy with fields set, holds the same values; so defaults applied again change no identity. */
export function sameOr<T extends object>(given: T, out: T): T {
  for (const field in out) if (out[field] !== given[field]) return out;
  return given;
}
