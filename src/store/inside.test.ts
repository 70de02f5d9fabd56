import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClusterClient, PodInside } from '../client/client.ts';
import { useClock } from './clock.ts';
import { useInside, wantInside } from './inside.ts';
import { useSession } from './session.ts';

const inside = (uid: string, ip = '10.244.1.2'): PodInside => ({
  uid,
  node: 'node-1',
  hostNetwork: false,
  ip,
  ports: [],
  talks: [],
  containers: [],
  volumes: [],
});
let asked: (readonly string[])[] = [];
let answer = (uids: readonly string[]): PodInside[] => uids.map((uid) => inside(uid));

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = (uids) => uids.map((uid) => inside(uid));
  const tank = {
    inside: async (uids: readonly string[]) => {
      asked.push(uids);
      return answer(uids);
    },
  } as Partial<ClusterClient['tank']>;
  useSession.setState({ client: { tank } as ClusterClient });
  useClock.setState({ now: 0, running: false });
});

afterEach(() => {
  wantInside('a', []);
  wantInside('b', []);
  vi.useRealTimers();
});

test('nothing is asked for while nobody wants anything', async () => {
  useClock.setState({ now: 1000 });
  await vi.advanceTimersByTimeAsync(2000);
  wantInside('a', ['x']);
  await vi.advanceTimersByTimeAsync(0);
  wantInside('a', []);
  useClock.setState({ now: 2000 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toEqual([['x']]);
  expect(useInside.getState().pods.size).toBe(0);
});

test('what several want is asked for at once, at most four times a second while time runs', async () => {
  wantInside('a', ['x', 'y']);
  wantInside('b', ['y', 'z']);
  useClock.setState({ running: true });
  for (let frame = 0; frame < 60; frame++) {
    useClock.setState({ now: frame * 16 });
    await vi.advanceTimersByTimeAsync(16);
  }
  expect(asked.at(-1)).toEqual(['x', 'y', 'z']);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect([...useInside.getState().pods.keys()]).toEqual(['x', 'y', 'z']);
});

test('nobody is told where nothing has changed, and what is as it was stays the same object', async () => {
  wantInside('a', ['x', 'y']);
  await vi.advanceTimersByTimeAsync(0);
  const { pods } = useInside.getState();
  useClock.setState({ now: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(2);
  expect(useInside.getState().pods).toBe(pods);
  answer = () => [inside('x'), inside('y', '10.244.1.9')];
  useClock.setState({ now: 2 });
  await vi.advanceTimersByTimeAsync(0);
  expect(useInside.getState().pods.get('x')).toBe(pods.get('x'));
  expect(useInside.getState().pods.get('y')?.ip).toBe('10.244.1.9');
});
