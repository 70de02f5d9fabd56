import type { Pod, Stored } from '../../api/objects.ts';
import { call } from '../apiserver/apiserver.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** Writes the status of a Pod. */
export function writeStatus(world: World, pod: Stored<Pod>, cause: Cause): void {
  const { namespace = '', name } = pod.metadata;
  call(world, { verb: 'update', resource: 'pods', subresource: 'status', namespace, name, object: { ...pod } }, cause);
}
