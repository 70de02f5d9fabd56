import type { Pod, Stored } from '../../api/objects.ts';
import { keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** The node on which a Pod takes room: bound or assumed there, and not finished. */
export function placeOf(world: World, pod: Stored<Pod> | undefined): string | undefined {
  if (!pod || pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed') return undefined;
  return pod.spec?.nodeName || world.scheduler.assumed.get(keyOf(pod.metadata));
}
