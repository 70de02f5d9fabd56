import { expect, test } from 'vitest';
import type { ObjectToWrite, Pod } from '../../../api/objects.ts';
import { usageOf } from '../../runtime/runtime.ts';
import { runUntil } from '../../simulation.ts';
import type { World } from '../../world/world.ts';
import { ask, createPod, deletePod, podNamed, tank } from '../testing/tank.ts';

type Resources = { requests?: Record<string, string>; limits?: Record<string, string> };

const pod = (resources: Resources, more: object = {}) => ({
  containers: [{ name: 'app', image: 'nginx:1.27', resources, ...more }],
});

function resize(world: World, name: string, { requests, limits }: Resources): void {
  const object = structuredClone(podNamed(world, name)) as (ObjectToWrite & Pod) | undefined;
  const own = object?.spec?.containers[0]?.resources;
  if (!object || !own) throw new Error(`no pod ${name}`);
  own.requests = { ...own.requests, ...requests };
  own.limits = { ...own.limits, ...limits };
  ask(world, { verb: 'update', resource: 'pods', namespace: 'default', name, subresource: 'resize', object });
}

const conditions = (world: World, name: string) =>
  (podNamed(world, name)?.status?.conditions ?? [])
    .filter(({ type }) => type.startsWith('PodResize'))
    .map(({ type, reason }) => `${type} ${reason ?? ''}`.trim());
const resources = (world: World, name: string) => podNamed(world, name)?.status?.containerStatuses?.[0]?.resources;

test('a running container gets other limits without a restart', () => {
  const world = tank();
  createPod(world, 'web', pod({ requests: { cpu: '100m' }, limits: { cpu: '1', memory: '64Mi' } }));
  runUntil(world, world.now + 5_000);
  resize(world, 'web', { limits: { cpu: '500m', memory: '8Mi' } });
  runUntil(world, world.now + 3_000);
  expect(resources(world, 'web')?.limits).toEqual({ cpu: '500m', memory: '8Mi' });
  expect(conditions(world, 'web')).toEqual([]);
  const status = podNamed(world, 'web')?.status?.containerStatuses?.[0];
  expect(status).toMatchObject({ restartCount: 0, allocatedResources: { cpu: '100m' } });
  const id = status?.containerID?.replace('containerd://', '') ?? '';
  expect(usageOf(world, podNamed(world, 'web')?.spec?.nodeName ?? '', id).memory).toBe(8 << 20);
});

test('a container that asks for it is restarted', () => {
  const world = tank();
  const resizePolicy = [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }];
  createPod(world, 'web', pod({ requests: { memory: '64Mi', cpu: '100m' } }, { resizePolicy }));
  runUntil(world, world.now + 5_000);
  resize(world, 'web', { requests: { cpu: '200m' } });
  runUntil(world, world.now + 5_000);
  expect(podNamed(world, 'web')?.status?.containerStatuses?.[0]?.restartCount).toBe(0);
  resize(world, 'web', { requests: { memory: '128Mi' } });
  runUntil(world, world.now + 5_000);
  expect(podNamed(world, 'web')?.status?.containerStatuses?.[0]).toMatchObject({
    restartCount: 1,
    ready: true,
    resources: { requests: { memory: '128Mi', cpu: '200m' } },
  });
  expect(conditions(world, 'web')).toEqual([]);
});

test('what does not fit is put off until there is room, or until it is not wanted any more', () => {
  const world = tank();
  createPod(world, 'big', pod({ requests: { cpu: '3' } }));
  createPod(world, 'web', pod({ requests: { cpu: '500m' } }));
  createPod(world, 'other', pod({ requests: { cpu: '100m' } }));
  runUntil(world, world.now + 5_000);
  resize(world, 'web', { requests: { cpu: '2' } });
  resize(world, 'other', { requests: { cpu: '1500m' } });
  runUntil(world, world.now + 2_000);
  expect(conditions(world, 'web')).toEqual(['PodResizePending Deferred']);
  expect(resources(world, 'web')).toMatchObject({ requests: { cpu: '500m' } });
  resize(world, 'other', { requests: { cpu: '100m' } });
  runUntil(world, world.now + 2_000);
  expect(conditions(world, 'other')).toEqual([]);
  deletePod(world, 'big');
  runUntil(world, world.now + 5_000);
  expect(conditions(world, 'web')).toEqual([]);
  expect(resources(world, 'web')).toMatchObject({ requests: { cpu: '2' } });
});

test('more than the node could ever give is refused by the API server', () => {
  const world = tank();
  createPod(world, 'web', pod({ requests: { cpu: '500m' } }));
  runUntil(world, world.now + 5_000);
  expect(() => resize(world, 'web', { requests: { cpu: '100' } })).toThrow(
    'pods "web" is forbidden: node didn\'t have enough allocatable resources: cpu, requested: 100000, allocatable: 4000',
  );
});
