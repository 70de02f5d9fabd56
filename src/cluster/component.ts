import type { Change } from './world/store.ts';
import type { World } from './world/world.ts';

/**
 * A part of the cluster: the scheduler, the controller manager, the kubelets, the network. It lives only in the world:
 * these functions hold nothing themselves.
 */
export interface Component {
  /** The `to` of the queue's messages for it. */
  name: string;
  /**
   * Told of every write when the event that made it is over, in the order of writes. It may only note what there is to do and
   * push messages to the queue, after the time that a watch event takes (`latency.watch`); it must not write.
   */
  observe?(world: World, change: Change): void;
  /** Handles one of its messages when it is due. Here it reads, decides and writes through the API server. */
  handle(world: World, message: never): void;
}
