import { components } from './components.ts';
import { type Milliseconds, peek, pop } from './world/queue.ts';
import { changesSince } from './world/store.ts';
import type { World } from './world/world.ts';

const byName = new Map(components.map((component) => [component.name, component]));

/** Runs the event that is due first and sets the time to it. False where nothing is due at all. */
export function runOneEvent(world: World): boolean {
  const event = pop(world.queue);
  if (!event) return false;
  world.now = event.at;
  world.steps++;
  const component = byName.get(event.to);
  if (!component) throw new Error(`an event for ${event.to}, which is no component`);
  component.handle(world, event.message as never);
  tellComponents(world);
  return true;
}

/**
 * Tells every component of the writes that it has not heard of yet. Runs after each event; whoever writes from outside
 * (a client's call, a user's action) calls it after the write.
 */
export function tellComponents(world: World): void {
  while (world.told < world.store.revision) {
    const changes = changesSince(world.store, world.told);
    if (changes === 'gone') throw new Error('changes were compacted before the components heard of them');
    world.told = world.store.revision;
    for (const change of changes) for (const component of components) component.observe?.(world, change);
  }
}

/**
 * Runs everything that is due up to and including `time`, then sets the time to it. With `budget`, stops after that
 * many events at the time of the last; returns how many ran.
 */
export function runUntil(world: World, time: Milliseconds, budget = Number.POSITIVE_INFINITY): number {
  let ran = 0;
  for (let next = peek(world.queue); next && next.at <= time; next = peek(world.queue)) {
    if (ran >= budget) return ran;
    runOneEvent(world);
    ran++;
  }
  if (world.now < time) world.now = time;
  return ran;
}

/** When the next event is due. */
export function nextEventAt(world: World): Milliseconds | undefined {
  return peek(world.queue)?.at;
}
