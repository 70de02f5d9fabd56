import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpResult } from '../runtime/contract.ts';
import { createWorld } from '../world/create.ts';
import { peek, pop } from '../world/queue.ts';
import { changesSince, put } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { network } from './network.ts';
import { addClient, setRequestRate } from './traffic.ts';

// The setup of all tests has loaded the modules already, with the real runtime.
vi.hoisted(() => vi.resetModules());

let answer: HttpResult = { status: 200, body: '', latency: 3 };
vi.mock('../runtime/runtime.ts', async (original) => ({
  ...(await original<object>()),
  httpRequest: () => answer,
}));

const cause = { actor: 'test' };
const host = 'shop.example.com';

function write(world: World, resource: string, object: object): void {
  put(world.store, world.now, resource, object as never, cause);
  const changes = changesSince(world.store, world.told);
  world.told = world.store.revision;
  if (changes !== 'gone') for (const change of changes) network.observe?.(world, change);
}

function run(world: World, milliseconds: number): void {
  const until = world.now + milliseconds;
  for (let event = peek(world.queue); event && event.at <= until; event = peek(world.queue)) {
    pop(world.queue);
    world.now = event.at;
    if (event.to === 'network') network.handle(world, event.message as never);
  }
  world.now = until;
}

const backend = (name: string) => ({ service: { name, port: { number: 80 } } });

function createShop(): World {
  const world = createWorld({ seed: 7 });
  write(world, 'services', {
    metadata: { name: 'web', namespace: 'default' },
    spec: { clusterIP: '10.96.0.9', ports: [{ port: 80, targetPort: 8080 }] },
  });
  write(world, 'ingresses', {
    metadata: { name: 'shop', namespace: 'default' },
    spec: { rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend: backend('web') }] } }] },
  });
  return world;
}

const slice = (...ready: boolean[]) => ({
  metadata: { name: 'web-abc', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
  addressType: 'IPv4',
  ports: [{ name: '', port: 8080 }],
  endpoints: ready.map((isReady, index) => ({
    addresses: [`10.244.1.${index}`],
    conditions: { ready: isReady },
    targetRef: { kind: 'Pod', namespace: 'default', name: `web-${index}`, uid: `uid-${index}` },
  })),
});

const ask = (world: World, path = '/', perSecond = 10) =>
  addClient(world, { name: 'visitors', perSecond, targets: [{ host, path }] });

const statuses = (world: World) => [...new Set(world.network.requests.map(({ status }) => status))];

describe('traffic of clients', () => {
  beforeEach(() => {
    answer = { status: 200, body: '', latency: 3 };
  });

  it('passes ingress, service and Pod, and comes back with the answer of the Pod', () => {
    const world = createShop();
    write(world, 'endpointslices', slice(true));
    ask(world);
    run(world, 100);
    const [request] = world.network.requests;
    expect(request).toMatchObject({ client: 'visitors', host, path: '/', status: 200 });
    expect(request?.hops.map(({ kind, key }) => [kind, key])).toEqual([
      ['client', 'visitors'],
      ['ingress', 'default/shop'],
      ['service', 'default/web'],
      ['pod', 'default/web-0'],
    ]);
    const times = [...(request?.hops.map(({ at }) => at) ?? []), request?.answeredAt ?? 0];
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(request?.hops[3]?.uid).toBe('uid-0');
  });

  it('is spread over the ready endpoints only, about evenly', () => {
    const world = createShop();
    write(world, 'endpointslices', slice(true, false, true));
    ask(world, '/', 100);
    run(world, 5000);
    const counts = [0, 1, 2].map(
      (index) => world.network.requests.filter(({ hops }) => hops[3]?.key === `default/web-${index}`).length,
    );
    expect(counts[1]).toBe(0);
    expect(counts[0]).toBeGreaterThan(200);
    expect(counts[2]).toBeGreaterThan(200);
  });

  it('goes at an even rate, whatever the rate', () => {
    for (const perSecond of [0.5, 3, 7, 1000, 2500]) {
      const world = createShop();
      ask(world, '/', perSecond);
      run(world, 20_000);
      expect(Math.abs(world.network.nextRequest - 1 - 20 * perSecond)).toBeLessThanOrEqual(Math.ceil(perSecond / 1000));
    }
  });

  it('stops at rate 0 and goes on at another, without a request of the old rhythm', () => {
    const world = createShop();
    ask(world, '/', 10);
    run(world, 1000);
    setRequestRate(world, 'visitors', 0);
    const sent = world.network.nextRequest;
    run(world, 5000);
    expect(world.network.nextRequest).toBe(sent);
    setRequestRate(world, 'visitors', 2);
    run(world, 5000);
    expect(world.network.nextRequest - sent).toBe(10);
    expect(() => setRequestRate(world, 'nobody', 1)).toThrow('no client nobody');
  });

  it('follows a change of the endpoints at once', () => {
    const world = createShop();
    write(world, 'endpointslices', slice(true));
    ask(world, '/', 10);
    run(world, 1000);
    expect(statuses(world)).toEqual([200]);
    write(world, 'endpointslices', slice(false));
    world.network.requests = [];
    run(world, 1000);
    expect(statuses(world)).toEqual([503]);
  });

  it('gets the status that nginx gives when something is wrong', () => {
    const world = createShop();
    ask(world);
    run(world, 100);
    expect(world.network.requests.at(-1)).toMatchObject({ status: 503, error: 'no ready endpoint' });
    write(world, 'endpointslices', slice(true));
    answer = { error: 'connection refused' };
    run(world, 100);
    expect(world.network.requests.at(-1)).toMatchObject({ status: 502, error: 'connection refused' });
    answer = { error: 'timeout' };
    run(world, 100);
    const late = world.network.requests.at(-1)!;
    expect(late.status).toBe(504);
    expect(late.answeredAt - late.sentAt).toBeGreaterThan(5000);
    addClient(world, { name: 'lost', perSecond: 10, targets: [{ host: 'other.example.com', path: '/' }] });
    run(world, 100);
    const lost = world.network.requests.find(({ client }) => client === 'lost');
    expect(lost).toMatchObject({ status: 404 });
    expect(lost?.hops.map(({ kind }) => kind)).toEqual(['client', 'ingress']);
  });

  it('keeps the last 600 requests', () => {
    const world = createShop();
    ask(world, '/', 1000);
    run(world, 2000);
    expect(world.network.requests).toHaveLength(600);
    expect(world.network.requests.at(-1)?.id).toBe(world.network.nextRequest - 1);
  });
});
