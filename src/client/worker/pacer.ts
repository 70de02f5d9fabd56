import { resources } from '../../api/resources.ts';
import { LaterPartsMissing } from '../../cluster/later/later.ts';
import type { ClockState, WatchEvent } from '../client.ts';
import { advance, recover, type Session } from '../session/session.ts';
import { createWatchers } from '../session/watchers.ts';
import { loadLaterParts } from './laterParts.ts';
import type { News } from './protocol.ts';

/** Wall-clock milliseconds between two looks at the clock (one frame), and how many of them may go into simulating. */
const frame = 16;
const workPerFrame = 12;
/** Events between two looks at how long they have taken. */
const eventsAtOnce = 200;
const watched = resources.map((resource) => resource.plural).filter((plural) => plural !== 'leases');

/** Maps wall time to virtual time: the only place where the one meets the other. */
export interface Pacer {
  session: Session;
  play(): void;
  pause(): void;
  /** Virtual seconds in a second of the wall clock, 0.1 to 1000. */
  setSpeed(speed: number): void;
  pace(): { running: boolean; speed: number };
  /** Runs what is due by now. */
  catchUp(): void;
  /** Pauses, goes to another instant, and tells of it. */
  jump(move: () => void): void;
  /** Tells what has happened since it was told last. */
  tell(): void;
  /** The first answer that is there, looked for after each frame. */
  until<T>(look: () => T | undefined): Promise<T>;
  stop(): void;
}

/** Runs a session's time, at speed 1 from now on; `listener` gets the news, once a frame at most. */
export function createPacer(session: Session, listener: (news: News) => void): Pacer {
  let running = true;
  let speed = 1;
  let anchor = { wall: performance.now(), virtual: session.world.now };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<() => boolean>();
  const collector = createCollector(session);

  const dropAnchor = () => {
    anchor = { wall: performance.now(), virtual: session.world.now };
  };
  // A container wants to run a command, and the commands are still on their way: time stands until they are here.
  let isHeldUp = false;
  const waitForParts = () => {
    isHeldUp = true;
    const goOn = () => {
      isHeldUp = false;
      dropAnchor();
    };
    // Thrown outside of the promise, so that the page hears of it as of any death of the worker.
    loadLaterParts().then(goOn, (error: unknown) => setTimeout(rethrow, 0, error));
  };
  const catchUp = () => {
    if (!running || isHeldUp) return;
    const began = performance.now();
    const target = Math.floor(anchor.virtual + (began - anchor.wall) * speed);
    try {
      while (session.world.now < target) {
        advance(session, target, eventsAtOnce);
        // Where the cluster is too busy for this speed, time goes more slowly rather than the page.
        if (performance.now() - began > workPerFrame) break;
      }
    } catch (error) {
      if (!(error instanceof LaterPartsMissing)) throw error;
      recover(session);
      waitForParts();
    }
    if (session.world.now < target) dropAnchor();
  };
  const clock = (): ClockState => {
    const start = session.history.checkpoints[0]?.world.now ?? session.world.now;
    return { now: session.world.now, start, earliest: start, latest: session.latest, running, speed };
  };
  const tell = () => {
    listener({ clock: clock(), ...collector.collect() });
    for (const look of waiting) if (look()) waiting.delete(look);
  };
  const tick = () => {
    catchUp();
    tell();
    timer = running ? setTimeout(tick, frame) : undefined;
  };
  const pause = () => {
    running = false;
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  timer = setTimeout(tick, 0);

  return {
    session,
    catchUp,
    tell,
    play() {
      if (running) return;
      running = true;
      dropAnchor();
      tick();
    },
    pause() {
      catchUp();
      pause();
      tell();
    },
    setSpeed(next) {
      catchUp();
      speed = Math.min(1000, Math.max(0.1, next));
      dropAnchor();
      tell();
    },
    pace: () => ({ running, speed }),
    jump(move) {
      pause();
      move();
      tell();
    },
    until: (look) =>
      new Promise((resolve) => {
        const isThere = () => {
          const found = look();
          if (found !== undefined) resolve(found);
          return found !== undefined;
        };
        if (!isThere()) waiting.add(isThere);
      }),
    stop: pause,
  };
}

function rethrow(error: unknown): never {
  throw error;
}

/** Gathers what is new since the last call. */
function createCollector(session: Session): { collect(): Omit<News, 'clock'> } {
  const watchers = createWatchers(session);
  let news: Pick<News, 'objects' | 'events'> = { events: [] };
  let lastRequest = 0;
  let jumps = session.jumps;
  watchers.watch(watched, {
    reset: (objects) => {
      news = { objects, events: [] };
    },
    batch: (events: WatchEvent[]) => news.events.push(...events),
  });
  return {
    collect() {
      watchers.tell();
      const { network, store } = session.world;
      if (jumps !== session.jumps) lastRequest = 0;
      jumps = session.jumps;
      const requests = network.requests.filter((request) => request.id > lastRequest);
      lastRequest = requests.at(-1)?.id ?? lastRequest;
      const collected = {
        ...news,
        revision: store.revision,
        traffic: { requests, clients: [...network.clients.values()] },
      };
      news = { events: [] };
      return collected;
    },
  };
}
