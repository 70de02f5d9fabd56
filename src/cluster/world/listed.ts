import { type Change, keyOf, listObjects } from './store.ts';
import type { World } from './world.ts';

/** The objects of a resource as a watch tells of them that begins now; `actor` is who lists. */
export function listed(world: World, resource: string, actor: string): Change[] {
  return listObjects(world.store, resource).map((object) => ({
    revision: Number(object.metadata.resourceVersion),
    at: world.now,
    type: 'ADDED',
    resource,
    key: keyOf(object.metadata),
    object,
    cause: { actor },
  }));
}
