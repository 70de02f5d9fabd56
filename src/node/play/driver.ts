import type { ClusterClient, ClusterClock } from '../../client/client.ts';
import { createInProcessClient } from '../../client/inProcess.ts';
import { createSession, nextDueAt } from '../../client/session/session.ts';
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

interface Sleeper {
  at: number;
  wake(): void;
}

/**
 * Makes a driver. `afterEach` is called after each instant at which something happened. A `still` world has an API
 * server and a clock, but nothing in it acts of itself.
 */
export function createDriver(world: World, options: { still: boolean; afterEach(): void }): Driver {
  const session = createSession(world);
  const inProcess = createInProcessClient(session, 'kubectl', letOthersRun);
  const sleepers: Sleeper[] = [];
  if (!inProcess.clock) throw new Error('a simulated cluster has a clock');
  const clock: ClusterClock = {
    ...inProcess.clock,
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        sleepers.push({ at: world.now + Math.max(0, Math.round(milliseconds)), wake: resolve });
        sleepers.sort((a, b) => a.at - b.at);
      }),
  };

  /** The next instant at which somebody wakes or something is due, if it is not after `limit`. */
  const nextInstant = (limit: number): number | undefined => {
    const due = options.still ? undefined : nextDueAt(session);
    const at = Math.min(due ?? Number.POSITIVE_INFINITY, sleepers[0]?.at ?? Number.POSITIVE_INFINITY);
    return at <= limit ? at : undefined;
  };
  const goTo = async (time: number): Promise<void> => {
    if (options.still) world.queue.heap = [];
    await inProcess.advanceTo(Math.max(world.now, time));
    while (sleepers[0] && sleepers[0].at <= world.now) {
      sleepers.shift()?.wake();
      await letOthersRun();
    }
    options.afterEach();
  };
  return {
    client: { ...inProcess, clock },
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
