import { expect, test } from 'vitest';
import type { Event, Probe, Stored } from '../../api/objects.ts';
import { runUntil } from '../simulation.ts';
import { listObjects } from '../world/store.ts';
import { createPod, podNamed, tank } from './testing/tank.ts';

/** What is said of a Pod whose container has this readiness probe, in its first half minute. */
function said(readinessProbe: Probe, ports: { name: string; containerPort: number }[] = [], image = 'nginx:1.27') {
  const world = tank();
  createPod(world, 'web', { containers: [{ name: 'app', image, ports, readinessProbe }] });
  runUntil(world, world.now + 30_000);
  const unhealthy = listObjects<Stored<Event>>(world.store, 'events').filter(({ reason }) => reason === 'Unhealthy');
  const { ready } = podNamed(world, 'web')?.status?.containerStatuses?.[0] ?? {};
  return { ready, messages: unhealthy.map(({ message }) => message) };
}

test('a port may be named', () => {
  const probe: Probe = { httpGet: { path: '/', port: 'http' } };
  expect(said(probe, [{ name: 'http', containerPort: 80 }])).toEqual({ ready: true, messages: [] });
  expect(said(probe)).toEqual({
    ready: false,
    messages: ['Readiness probe errored and resulted in unknown state: strconv.Atoi: parsing "http": invalid syntax'],
  });
});

test('a server that does not speak the protocol is not ready', () => {
  expect(said({ grpc: { port: 80, service: '' } }).messages[0]).toMatch(
    /^Readiness probe failed: timeout: failed to connect service "10\.\d+\.\d+\.\d+:80" within 1s: context deadline exceeded$/,
  );
  expect(said({ httpGet: { path: '/', port: 80, scheme: 'HTTPS' } }).messages[0]).toMatch(
    /server gave HTTP response to HTTPS client$/,
  );
});

test('a server that speaks gRPC and says that it serves is ready', () => {
  expect(said({ grpc: { port: 2379, service: '' } }, [], 'registry.k8s.io/etcd:3.5.1-0').ready).toBe(true);
});

test('a check may go to a host of its own', () => {
  expect(said({ tcpSocket: { port: 80, host: '10.244.250.1' } }).messages[0]).toBe(
    'Readiness probe failed: dial tcp 10.244.250.1:80: i/o timeout',
  );
});
