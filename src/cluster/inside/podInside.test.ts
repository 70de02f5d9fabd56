import { expect, test } from 'vitest';
import { createPod, podNamed, tank } from '../kubelet/testing/tank.ts';
import { runUntil } from '../simulation.ts';
import type { World } from '../world/world.ts';
import { podInside } from './podInside.ts';

const later = (world: World, seconds: number): void => {
  runUntil(world, world.now + seconds * 1000);
};
const look = (world: World, name: string) => podInside(world, podNamed(world, name)?.metadata.uid ?? '');

test('a Pod nobody works on has no inside', () => {
  expect(podInside(tank(), 'nobody')).toBeUndefined();
});

test('processes, ports, logs, volumes with their mounts, and who talks through localhost', () => {
  const world = tank();
  const busybox = { image: 'busybox:1.36', volumeMounts: [{ name: 'shared', mountPath: '/shared' }] };
  const ask = 'while true; do wget -qO- http://localhost/healthz; sleep 1; done';
  createPod(world, 'both', {
    initContainers: [{ ...busybox, name: 'first', command: ['sh', '-c', 'echo ready > /shared/ready.txt'] }],
    containers: [
      { name: 'web', image: 'nginx:1.27', volumeMounts: [{ name: 'shared', mountPath: '/shared', readOnly: true }] },
      { ...busybox, name: 'asker', command: ['sh', '-c', ask] },
    ],
    volumes: [{ name: 'shared', emptyDir: {} }],
  });
  later(world, 30);
  const inside = look(world, 'both');
  expect(inside?.ip).toBe(podNamed(world, 'both')?.status?.podIP);
  expect(inside?.ports).toEqual([{ port: 80, container: 'web', pid: 1 }]);
  expect(inside?.talks).toMatchObject([{ from: 'asker', to: 'web', port: 80 }]);
  expect(inside?.containers.map(({ name, role }) => [name, role])).toEqual([
    ['first', 'init'],
    ['web', 'main'],
    ['asker', 'main'],
  ]);
  const [, web, asker] = inside?.containers ?? [];
  expect(web?.processes[0]).toEqual({ pid: 1, command: 'nginx -g daemon off;' });
  expect(web?.mounts).toContainEqual({ volume: 'shared', path: '/shared', readOnly: true });
  expect(web?.usage?.memory).toBeGreaterThan(1_000_000);
  expect(asker?.log.at(-1)).toBe('ok');
  expect(asker?.log.length).toBeLessThanOrEqual(8);
  expect(inside?.volumes).toContainEqual({ name: 'shared', source: 'emptyDir', files: ['ready.txt'], fileCount: 1 });
});

test('probes with their counters, and when they ask again', () => {
  const world = tank();
  const readinessProbe = { httpGet: { path: '/nope', port: 80 }, periodSeconds: 5, failureThreshold: 4 };
  createPod(world, 'unready', { containers: [{ name: 'app', image: 'nginx:1.27', readinessProbe }] });
  later(world, 9);
  const probe = look(world, 'unready')?.containers[0]?.probes[0];
  expect(probe).toMatchObject({
    kind: 'readiness',
    standing: 'Failure',
    last: 'Failure',
    failureThreshold: 4,
    period: 5000,
  });
  const { nextAt = 0 } = probe ?? {};
  expect(nextAt).toBeGreaterThan(world.now);
  expect(nextAt - world.now).toBeLessThanOrEqual(5000);
  const before = probe?.inARow ?? 0;
  runUntil(world, nextAt + 100);
  expect(look(world, 'unready')?.containers[0]?.probes[0]?.inARow).toBe(before + 1);
});

test('the back-off of a crash loop ends when the container starts again', () => {
  const world = tank();
  createPod(world, 'crash', {
    containers: [{ name: 'app', image: 'busybox:1.36', command: ['sh', '-c', 'echo no; exit 1'] }],
  });
  let backOff: { from: number; until: number } | undefined;
  for (let seconds = 0; seconds < 40 && !backOff; seconds++) {
    later(world, 1);
    backOff = look(world, 'crash')?.containers[0]?.backOff;
  }
  const { from = 0, until = 0 } = backOff ?? {};
  expect(until - from).toBe(10_000);
  const restarts = () => podNamed(world, 'crash')?.status?.containerStatuses?.[0]?.restartCount;
  const before = restarts() ?? 0;
  runUntil(world, until - 100);
  expect(restarts()).toBe(before);
  runUntil(world, until + 15_000);
  expect(restarts()).toBe(before + 1);
});
