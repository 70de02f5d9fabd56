import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScenarioWorld } from '../../cluster/scenario/registry.ts';
import { runOneEvent, runUntil } from '../../cluster/simulation.ts';
import { deserialize, fork, serialize } from '../../cluster/world/serialize.ts';
import { listObjects } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Command } from './command.ts';
import {
  advance,
  command,
  createSession,
  recover,
  type Session,
  seek,
  stepBack,
  stepChange,
  stepEvent,
} from './session.ts';

const beginning = createScenarioWorld('shop', 1);
const start = beginning.now;
const newSession = (): Session => createSession(fork(beginning));

/** What a user does in these laws, by the second at which it is done. */
const commands: { at: number; command(world: World): Command }[] = [
  {
    at: 8,
    command: () => ({
      kind: 'request',
      actor: 'test',
      request: {
        verb: 'patch',
        resource: 'deployments',
        namespace: 'default',
        name: 'web',
        patchType: 'merge',
        patch: { spec: { replicas: 5 } },
      },
    }),
  },
  {
    at: 13,
    command: (world) => {
      const [pod] = listObjects(world.store, 'pods', 'default');
      const request = {
        verb: 'delete',
        resource: 'pods',
        namespace: 'default',
        name: pod?.metadata.name ?? '',
      } as const;
      return { kind: 'request', actor: 'test', request };
    },
  },
  { at: 16, command: () => ({ kind: 'act', action: { type: 'powerOff', nodes: ['node-2'] } }) },
];

/** Lives so many seconds, however `run` gets from one command to the next. */
function live(seconds: number, run: (session: Session, time: number) => void): Session {
  const session = newSession();
  for (const { at, command: make } of commands) {
    if (at > seconds) break;
    run(session, start + at * 1000);
    command(session, make(session.world));
  }
  run(session, start + seconds * 1000);
  return session;
}

const inOneGo = (session: Session, time: number) => void advance(session, time);

describe('the same seed and the same commands give the same world, to the byte', () => {
  const once = serialize(live(20, inOneGo).world);

  test('again', () => {
    expect(serialize(live(20, inOneGo).world)).toBe(once);
  });

  test('event by event', () => {
    const session = live(20, (each, time) => {
      while ((each.world.queue.heap[0]?.at ?? Number.POSITIVE_INFINITY) <= time) runOneEvent(each.world);
      advance(each, time);
    });
    expect(serialize(session.world)).toBe(once);
  });

  test('in steps of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 8 }), (steps) => {
        const session = live(20, (each, time) => {
          for (let i = 0; each.world.now < time; i++) {
            advance(each, Math.min(time, each.world.now + (steps[i % steps.length] ?? 1000)));
          }
        });
        expect(serialize(session.world)).toBe(once);
      }),
      { numRuns: 10 },
    );
  });

  test('another seed gives another', () => {
    const other = createSession(createScenarioWorld('shop', 2));
    advance(other, start + 20_000);
    expect(serialize(other.world)).not.toBe(once);
  });
});

test('a world saved and restored at any instant goes on as if it had not been', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (instant) => {
      const world = fork(beginning);
      runUntil(world, start + instant);
      const saved = deserialize(serialize(world));
      expect(serialize(saved)).toBe(serialize(world));
      runUntil(world, start + 25_000);
      runUntil(saved, start + 25_000);
      expect(serialize(saved)).toBe(serialize(world));
    }),
    { numRuns: 15 },
  );
});

describe('going back', () => {
  test('to any instant gives the world that was there, and on again the same future', () => {
    const session = live(20, inOneGo);
    const end = serialize(session.world);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (second) => {
        seek(session, start + second * 1000);
        const twin = live(second, inOneGo);
        expect(serialize(session.world)).toBe(serialize(twin.world));
        seek(session, start + 20_000);
        expect(serialize(session.world)).toBe(end);
      }),
      { numRuns: 10 },
    );
  });

  test('step by step undoes the last change each time, and stepping on does it again', () => {
    const session = live(10, inOneGo);
    const notable = () =>
      session.world.store.log.filter(({ resource }) => resource !== 'events' && resource !== 'leases').length;
    for (let i = 0; i < 5; i++) {
      const before = notable();
      stepBack(session);
      const after = notable();
      expect(after).toBeLessThan(before);
      stepChange(session);
      const changed = serialize(session.world);
      expect(notable()).toBe(before);
      stepBack(session);
      stepChange(session);
      expect(serialize(session.world)).toBe(changed);
      stepBack(session);
      expect(notable()).toBe(after);
    }
  });

  test('to before the first change stays at the beginning', () => {
    const session = newSession();
    for (let i = 0; i < 3; i++) stepBack(session);
    expect(session.world.now).toBe(start);
    expect(stepEvent(session)).toBe(true);
  });

  test('after an event that was broken off leaves no trace of it', () => {
    const session = live(20, inOneGo);
    const end = serialize(session.world);
    session.world.queue.heap.splice(0, 3);
    recover(session);
    advance(session, start + 20_000);
    expect(serialize(session.world)).toBe(end);
  });

  test('and doing something there forgets what came after', () => {
    const session = live(20, inOneGo);
    seek(session, start + 9_000);
    command(session, { kind: 'act', action: { type: 'cutOff', nodes: ['node-3'] } });
    advance(session, start + 20_000);
    expect(session.history.commands.map(({ at }) => (at - start) / 1000)).toEqual([8, 9]);
    expect(session.latest).toBe(start + 20_000);
  });
});
