import { expect, test } from 'vitest';
import type { Node, Stored } from '../../api/objects.ts';
import { httpRequest } from '../runtime/runtime.ts';
import { runUntil } from '../simulation.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { createPod, podNamed, tank } from './testing/tank.ts';
import { nodeUsage, podUsage } from './usage.ts';

const usage = (world: World, name: string) => {
  const pod = podNamed(world, name);
  return pod && podUsage(world, pod);
};
const busy = (limits?: Record<string, string>) => ({
  containers: [
    {
      name: 'app',
      image: 'busybox:1.36',
      command: ['sh', '-c', 'while true; do :; done'],
      ...(limits && { resources: { limits } }),
    },
  ],
});

test('a container that never rests takes one core, or what its limit gives it', () => {
  const world = tank();
  createPod(world, 'free', busy());
  createPod(world, 'throttled', busy({ cpu: '200m' }));
  createPod(world, 'idle', { containers: [{ name: 'app', image: 'busybox:1.36', command: ['sleep', '1000'] }] });
  runUntil(world, world.now + 5_000);
  expect(usage(world, 'free')).toBeUndefined();
  runUntil(world, world.now + 60_000);
  expect(usage(world, 'free')?.processor).toBeGreaterThan(950);
  expect(usage(world, 'free')?.processor).toBeLessThanOrEqual(1000);
  expect(usage(world, 'throttled')?.processor).toBeGreaterThan(180);
  expect(usage(world, 'throttled')?.processor).toBeLessThanOrEqual(200);
  expect(usage(world, 'idle')).toMatchObject({ processor: 0, window: 15_000 });
  const node = getObject<Stored<Node>>(world.store, 'nodes', podNamed(world, 'free')?.spec?.nodeName ?? '');
  expect(node && nodeUsage(world, node)?.processor).toBeGreaterThan(1100);
});

test('requests cost processor time, and a throttled server answers late', () => {
  const world = tank();
  createPod(world, 'api', {
    containers: [{ name: 'app', image: 'podarium/shop-api:1.0', resources: { limits: { cpu: '100m' } } }],
  });
  runUntil(world, world.now + 35_000);
  const calm = usage(world, 'api')?.processor ?? 0;
  const ask = () =>
    httpRequest(world, { ip: podNamed(world, 'api')?.status?.podIP ?? '', port: 8080, host: 'api', path: '/' });
  const first = ask();
  let last = first;
  for (let second = 0; second < 35; second++) {
    for (let n = 0; n < 30; n++) last = ask();
    runUntil(world, world.now + 1000);
  }
  expect(usage(world, 'api')?.processor).toBeGreaterThan(calm + 70);
  expect(usage(world, 'api')?.processor).toBeLessThanOrEqual(100);
  expect(last.latency).toBeGreaterThan((first.latency ?? 0) + 1000);
});

test('memory grows with what a program keeps, up to its limit', () => {
  const world = tank();
  const command = ['sh', '-c', 'sleep 40; tail /dev/zero'];
  createPod(world, 'hungry', { containers: [{ name: 'app', image: 'busybox:1.36', command }] });
  runUntil(world, world.now + 38_000);
  const before = usage(world, 'hungry')?.memory ?? 0;
  runUntil(world, world.now + 5_000);
  expect(before).toBeLessThan(3 << 20);
  expect(usage(world, 'hungry')?.memory).toBeGreaterThan(1 << 30);
});
