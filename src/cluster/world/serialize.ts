import type { World } from './world.ts';

/** The world as text, to save or to compare byte by byte: JSON in which maps and sets are tagged. */
export function serialize(world: World): string {
  return JSON.stringify(world, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    return value;
  });
}

/** The world out of its text; throws where the text is none of this format. */
export function deserialize(text: string): World {
  const world = JSON.parse(text, (_key, value: unknown) => {
    if (value && typeof value === 'object') {
      if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
      if ('$set' in value) return new Set(value.$set as unknown[]);
    }
    return value;
  }) as Partial<World>;
  if (world.format !== 1) throw new Error('this is not a saved world, or one of another version of Podarium');
  return world as World;
}

/**
 * A copy that goes its own way from here: all but Kubernetes objects, the changes in the log and what is frozen is copied; those
 * are shared, since nobody changes them. Costs time and memory in proportion to the number of objects, not to their size.
 */
export function fork(world: World): World {
  const { store, ...rest } = world;
  return {
    ...copy(rest),
    store: {
      ...store,
      log: store.log.slice(),
      objects: new Map([...store.objects].map(([resource, objects]) => [resource, new Map(objects)])),
      indexes: copy(store.indexes),
    },
  };
}

function copy<T>(value: T): T {
  // What is frozen is never changed.
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return value.map(copy) as T;
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    for (const [key, each] of value) map.set(key, copy(each));
    return map as T;
  }
  if (value instanceof Set) return new Set(value) as T;
  if ('apiVersion' in value && 'metadata' in value) return value;
  const fields: Record<string, unknown> = { ...(value as object) };
  for (const field in fields) {
    const each = fields[field];
    if (typeof each === 'object' && each !== null) fields[field] = copy(each);
  }
  return fields as T;
}
