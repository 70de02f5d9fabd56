import type { Event, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import type { Component } from '../component.ts';
import { type Milliseconds, push } from '../world/queue.ts';
import { listObjects } from '../world/store.ts';

/** How long the API server keeps an Event. Source: kube-apiserver --event-ttl. */
const lifetime: Milliseconds = 3_600_000;

/** Lets Events go an hour after they were last written. */
export const eventExpiry: Component = {
  name: 'event-expiry',
  observe(world, change) {
    if (change.resource !== 'events' || change.type !== 'ADDED' || world.events.nextExpiry !== undefined) return;
    world.events.nextExpiry = world.now + lifetime;
    push(world.queue, world.events.nextExpiry, 'event-expiry', {});
  },
  handle(world) {
    delete world.events.nextExpiry;
    let oldest = Number.POSITIVE_INFINITY;
    for (const event of listObjects<Stored<Event>>(world.store, 'events')) {
      const written = lastWritten(event);
      const { name, namespace = '' } = event.metadata;
      if (written + lifetime <= world.now)
        call(world, { verb: 'delete', resource: 'events', namespace, name }, { actor: 'kube-apiserver' });
      else oldest = Math.min(oldest, written);
    }
    if (oldest === Number.POSITIVE_INFINITY) return;
    world.events.nextExpiry = oldest + lifetime;
    push(world.queue, world.events.nextExpiry, 'event-expiry', {});
  },
};

function lastWritten(event: Stored<Event>): Milliseconds {
  return fromTimestamp(event.lastTimestamp ?? event.metadata.creationTimestamp);
}
