import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KubernetesObject } from '../../api/objects.ts';
import type { ClusterClient, Connection, WatchHandler } from '../client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { serveSimulator } from './server.ts';
import { createWorkerClient, type WorkerLike } from './workerClient.ts';

/** A worker in this thread: what crosses is cloned, as between threads, and arrives a little later. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isDead = false;
  readonly #listeners: ((event: { data: ToWorker }) => void)[] = [];

  constructor() {
    serveSimulator({
      postMessage: (message: FromWorker) => {
        const data = structuredClone(message);
        setTimeout(() => this.isDead || this.onmessage?.({ data }), 0);
      },
      addEventListener: (_type, listener) => this.#listeners.push(listener),
    });
  }

  postMessage(message: ToWorker): void {
    const data = structuredClone(message);
    setTimeout(() => {
      if (!this.isDead) for (const listener of this.#listeners) listener({ data });
    }, 0);
  }

  terminate(): void {
    this.isDead = true;
  }
}

let workers: NearWorker[];
let client: ClusterClient;
let connection: Connection;
const known = new Map<string, KubernetesObject>();
const handler: WatchHandler = {
  reset(objects) {
    known.clear();
    for (const { object } of objects) known.set(object.metadata.name, object);
  },
  batch(events) {
    for (const { type, object } of events) {
      if (type === 'DELETED') known.delete(object.metadata.name);
      else known.set(object.metadata.name, object);
    }
  },
};

beforeEach(async () => {
  vi.useFakeTimers();
  workers = [];
  known.clear();
  client = createWorkerClient({
    scenario: 'shop',
    seed: 1,
    createWorker() {
      const worker = new NearWorker();
      workers.push(worker);
      return worker;
    },
  });
  client.watchConnection((next) => {
    connection = next;
  });
  client.watch(['pods'], handler);
  await vi.advanceTimersByTimeAsync(100);
});
afterEach(() => {
  for (const worker of workers) worker.terminate();
  client.clock?.pause();
  vi.useRealTimers();
});

const clock = () => {
  if (!client.clock) throw new Error('a simulated cluster has a clock');
  return client.clock;
};
const settle = async <T>(promise: Promise<T>): Promise<T> => {
  await vi.advanceTimersByTimeAsync(50);
  return promise;
};

test('the cluster runs at the speed of the wall clock, and faster when asked', async () => {
  expect(connection).toEqual({ state: 'live' });
  const before = clock().state().now;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(clock().state().now - before).toBeGreaterThan(1_900);
  clock().setSpeed(10);
  await vi.advanceTimersByTimeAsync(50);
  const faster = clock().state().now;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clock().state().now - faster).toBeGreaterThan(9_500);
  expect(known.size).toBe(6);
});

test('a paused cluster stands still until it is stepped, and goes back', async () => {
  await vi.advanceTimersByTimeAsync(5_000);
  clock().pause();
  await vi.advanceTimersByTimeAsync(50);
  const { now } = clock().state();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(clock().state().now).toBe(now);
  await settle(clock().stepEvent());
  expect(clock().state().now).toBeGreaterThanOrEqual(now);
  await settle(clock().seek(now - 4_900));
  expect(clock().state()).toMatchObject({ now: now - 4_900, running: false });
  expect(clock().state().latest).toBeGreaterThanOrEqual(now);
  expect(known.size).toBeLessThanOrEqual(6);
});

test('a call is answered by the API server, and a watch tells of it', async () => {
  const [name = ''] = [...known.keys()];
  const { answer } = await settle(client.request({ verb: 'delete', resource: 'pods', namespace: 'default', name }));
  expect(answer).toMatchObject({ kind: 'Pod', metadata: { name } });
  expect(known.get(name)?.metadata.deletionTimestamp).toBeDefined();
});

test('an action that cannot be done is refused, and the cluster goes on as it was', async () => {
  await vi.advanceTimersByTimeAsync(2_000);
  const before = [...known.keys()];
  const container = { namespace: 'default', pod: 'nobody', container: 'web' };
  const refused = expect(client.tank?.act({ type: 'killContainer', ...container })).rejects.toThrow(
    'no running container',
  );
  await vi.advanceTimersByTimeAsync(50);
  await refused;
  expect(workers).toHaveLength(1);
  expect(connection).toEqual({ state: 'live' });
  expect([...known.keys()]).toEqual(before);
});

test('when the worker dies the cluster comes back as it was last saved', async () => {
  await vi.advanceTimersByTimeAsync(20_000);
  const uid = [...known.values()][0]?.metadata.uid;
  const states: string[] = [];
  client.watchConnection(({ state }) => states.push(state));
  const lost = client.request({ verb: 'get', resource: 'pods', namespace: 'default', name: 'x' });
  const outcome = expect(lost).rejects.toThrow('out of memory');
  workers[0]?.onerror?.({ message: 'out of memory' });
  await outcome;
  await vi.advanceTimersByTimeAsync(200);
  expect(states).toEqual(['live', 'restarting', 'live']);
  expect(workers).toHaveLength(2);
  expect([...known.values()].map(({ metadata }) => metadata.uid)).toContain(uid);
  const { now } = clock().state();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clock().state().now).toBeGreaterThan(now);
});

test('a worker that dies again and again is given up, with the reason', async () => {
  for (let i = 0; i < 4; i++) {
    workers.at(-1)?.onerror?.({ message: 'no' });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(connection).toEqual({ state: 'broken', reason: 'no' });
});
