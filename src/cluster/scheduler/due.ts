import { push } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import { next, nextFlush } from './queue.ts';

/** What the scheduler sends to itself. */
export type SchedulerMessage =
  | { type: 'cycle' }
  /** `waitsUntil`: claims of the Pod are to be bound first, by then. */
  | { type: 'bind'; key: string; uid: string; node: string; saw: number; waitsUntil?: number }
  /** The binding was refused and the back-off is over. */
  | { type: 'retry'; key: string; order: number }
  | { type: 'flush' };

/** Has a message handled by the scheduler at a time. */
export function send(world: World, at: number, message: SchedulerMessage): void {
  push(world.queue, at, 'scheduler', message);
}

/** Asks for the next decision, unless it is asked for already or no Pod waits for one. */
export function requestCycle(world: World, at: number): void {
  const { scheduler: state } = world;
  if (state.cycleDue || !next(state.queue, world.now)) return;
  state.cycleDue = true;
  send(world, at, { type: 'cycle' });
}

/** Asks for a look at the Pods that have waited in vain for long, when the first of them has. */
export function requestFlush(world: World): void {
  if (world.scheduler.flushAt > 0) return;
  const at = nextFlush(world.scheduler.queue);
  if (at === undefined) return;
  world.scheduler.flushAt = at;
  send(world, at, { type: 'flush' });
}
