import { afterEach, describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../api/objects.ts';
import type { ClockState, ClusterClient, Connection, WatchEvent, WatchHandler } from '../client/client.ts';
import { useClock } from './clock.ts';
import { useCluster } from './cluster.ts';
import { connect } from './connect.ts';
import { messages } from './messages.ts';
import { listMoments } from './moments.ts';

const pod = (name: string, resourceVersion: number): KubernetesObject =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: name, resourceVersion: String(resourceVersion) },
  }) as KubernetesObject;

const clockAt = (now: number, latest = now): ClockState => ({
  now,
  start: 0,
  latest,
  earliest: 0,
  running: false,
  speed: 1,
});

function fakeCluster() {
  let handler: WatchHandler | undefined;
  let clock = clockAt(0);
  const clockListeners = new Set<(state: ClockState) => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  const client = {
    watch(_resources: readonly string[], given: WatchHandler) {
      handler = given;
      return () => {
        handler = undefined;
      };
    },
    watchConnection(listener: (connection: Connection) => void) {
      connectionListeners.add(listener);
      listener({ state: 'connecting' });
      return () => connectionListeners.delete(listener);
    },
    clock: {
      state: () => clock,
      subscribe(listener: (state: ClockState) => void) {
        clockListeners.add(listener);
        return () => clockListeners.delete(listener);
      },
    },
  } as unknown as ClusterClient;
  return {
    client,
    isWatched: () => handler !== undefined,
    reset: (objects: KubernetesObject[], revision: number) =>
      handler?.reset(
        objects.map((object) => ({ resource: 'pods', object })),
        revision,
      ),
    batch: (events: WatchEvent[]) => handler?.batch(events),
    time(state: ClockState) {
      clock = state;
      for (const listener of clockListeners) listener(state);
    },
    line(connection: Connection) {
      for (const listener of connectionListeners) listener(connection);
    },
  };
}

const added = (name: string, revision: number, at: number): WatchEvent => ({
  type: 'ADDED',
  resource: 'pods',
  object: pod(name, revision),
  at,
  cause: { actor: 'kubectl' },
});

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** Of this test: the store keeps what others before it made. */
const momentsFrom = (time: number) =>
  listMoments()
    .map(({ at }) => at)
    .filter((at) => at >= time);

describe('connect', () => {
  it('knows what the watch began with, and forgets it when the watch begins anew', () => {
    const cluster = fakeCluster();
    stop = connect(cluster.client);
    cluster.reset([pod('a', 1), pod('b', 2)], 2);
    expect([...useCluster.getState().pods.keys()]).toEqual(['default/a', 'default/b']);
    cluster.reset([pod('c', 1)], 1);
    expect([...useCluster.getState().pods.keys()]).toEqual(['default/c']);
    expect(useCluster.getState().revision).toBe(1);
  });

  it('publishes a batch once, and only what it touched', () => {
    const cluster = fakeCluster();
    stop = connect(cluster.client);
    cluster.reset([pod('a', 1)], 1);
    const before = useCluster.getState();
    let published = 0;
    const unsubscribe = useCluster.subscribe(() => published++);
    cluster.batch([
      added('b', 2, 10),
      { type: 'DELETED', resource: 'pods', object: pod('a', 3), at: 10, cause: { actor: 'kubectl' } },
    ]);
    unsubscribe();
    const after = useCluster.getState();
    expect([...after.pods.keys()]).toEqual(['default/b']);
    expect([published, after.revision]).toEqual([1, 3]);
    expect(after.pods).not.toBe(before.pods);
    expect(after.nodes).toBe(before.nodes);
  });

  it('going back in time forgets the messages of what has not happened yet, but not the moments that one can go forward to', () => {
    const cluster = fakeCluster();
    stop = connect(cluster.client);
    cluster.reset([], 0);
    cluster.batch([added('a', 1, 1000), added('b', 2, 2000)]);
    cluster.time(clockAt(3000));
    cluster.time(clockAt(1500, 3000));
    expect(messages.toArray().map(({ at }) => at)).toEqual([1000]);
    expect(momentsFrom(1000)).toEqual([1000, 2000]);
    cluster.time(clockAt(1600, 1600));
    expect(momentsFrom(1000)).toEqual([1000]);
    expect(useClock.getState().now).toBe(1600);
  });

  it('tells how the line to the cluster stands', () => {
    const cluster = fakeCluster();
    stop = connect(cluster.client);
    expect(useCluster.getState().connection).toEqual({ state: 'connecting' });
    cluster.line({ state: 'restarting', reason: 'out of memory' });
    expect(useCluster.getState().connection).toEqual({ state: 'restarting', reason: 'out of memory' });
  });

  it('stops listening', () => {
    const cluster = fakeCluster();
    connect(cluster.client)();
    expect(cluster.isWatched()).toBe(false);
  });
});
