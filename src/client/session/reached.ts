import { connectionRefused } from '../../cluster/controlPlane.ts';
import type { World } from '../../cluster/world/world.ts';
import { Unreachable } from '../client.ts';

/** The world as a client of its API server reaches it; throws `Unreachable` where that is stopped. */
export function reached({ world }: { world: World }): World {
  if (world.stoppedParts.has('apiserver')) throw new Unreachable(connectionRefused);
  return world;
}
