import type { ClusterClient } from '../../client/client.ts';
import { createInProcessClient } from '../../client/inProcess.ts';
import { createSession } from '../../client/session/session.ts';
import type { World } from '../../cluster/world/world.ts';

/** Runs a world and the commands of clients in step: virtual time stands while a promise can go on. */
export interface Driver {
  client: ClusterClient;
  now(): number;
  /** Runs everything up to an instant. */
  runTo(time: number): Promise<void>;
  /** Runs on until the promise is settled, at most to `limit`. False where it is not settled by then. */
  runUntilDone(promise: Promise<unknown>, limit: number): Promise<boolean>;
}

/** All promises that can go on do so in microtasks, which run out before the next task. */
const letOthersRun = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Makes a driver. `afterEach` is called after each instant at which something happened. A `still` world has an API
 * server and a clock, but nothing in it acts of itself.
 */
export function createDriver(world: World, options: { still: boolean; afterEach(): void }): Driver {
  const session = createSession(world);
  const client = createInProcessClient(session, 'kubectl', letOthersRun);

  /** The next instant at which something happens, if it is not after `limit`. */
  const nextInstant = (limit: number): number | undefined => {
    // A still world has an API server and a clock, but what is due in it never happens.
    if (options.still) world.queue.heap = [];
    const at = client.nextInstant();
    return at !== undefined && at <= limit ? at : undefined;
  };
  const goTo = async (time: number): Promise<void> => {
    await client.advanceTo(Math.max(world.now, time));
    options.afterEach();
  };
  return {
    client,
    now: () => world.now,
    async runTo(time) {
      for (let at = nextInstant(time); at !== undefined; at = nextInstant(time)) await goTo(at);
      await goTo(time);
    },
    async runUntilDone(promise, limit) {
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      promise.then(done, done);
      await letOthersRun();
      for (let at = nextInstant(limit); !isDone && at !== undefined; at = nextInstant(limit)) await goTo(at);
      if (!isDone) await goTo(limit);
      return isDone;
    },
  };
}
