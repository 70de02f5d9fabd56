import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';

/** How long something takes on a node that is slow: `usual` times its factor. */
export function onNode(world: World, node: string, usual: Milliseconds): Milliseconds {
  return Math.round(usual * (world.kubelets.get(node)?.slowness ?? 1));
}
