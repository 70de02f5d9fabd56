import { expect, test } from 'vitest';
import type { Node, Stored } from '../../api/objects.ts';
import { runUntil } from '../simulation.ts';
import { getObject } from '../world/store.ts';
import { createPod, podNamed, tank } from './testing/tank.ts';

test('the example of the documentation: stress over its limit is killed for its memory, under it runs', () => {
  const world = tank();
  const demo = (bytes: string, limit: string) => ({
    containers: [
      {
        name: 'app',
        image: 'polinux/stress',
        command: ['stress'],
        args: ['--vm', '1', '--vm-bytes', bytes, '--vm-hang', '1'],
        resources: { requests: { memory: '50Mi' }, limits: { memory: limit } },
      },
    ],
  });
  createPod(world, 'demo', demo('150M', '200Mi'));
  createPod(world, 'demo-2', demo('250M', '100Mi'));
  runUntil(world, world.now + 15_000);
  expect(podNamed(world, 'demo')?.status?.containerStatuses?.[0]?.ready).toBe(true);
  const { lastState, state } = podNamed(world, 'demo-2')?.status?.containerStatuses?.[0] ?? {};
  expect((lastState?.terminated ?? state?.terminated)?.reason).toBe('OOMKilled');
});

test('a Pod that takes most of the node is evicted before the kernel has to kill it', () => {
  const world = tank();
  createPod(world, 'hog', {
    restartPolicy: 'Never',
    containers: [
      {
        name: 'app',
        image: 'polinux/stress',
        command: ['stress'],
        args: ['--vm', '1', '--vm-bytes', '7600M', '--vm-hang', '1'],
      },
    ],
  });
  runUntil(world, world.now + 45_000);
  expect(podNamed(world, 'hog')?.status).toMatchObject({ phase: 'Failed', reason: 'Evicted' });
  const conditions = getObject<Stored<Node>>(world.store, 'nodes', 'node-1')?.status?.conditions;
  expect(conditions?.find(({ type }) => type === 'MemoryPressure')?.status).toBe('True');
});
