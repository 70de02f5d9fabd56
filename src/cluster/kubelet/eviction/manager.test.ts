import { expect, test } from 'vitest';
import type { Event, Node, Stored } from '../../../api/objects.ts';
import { act } from '../../act.ts';
import { runUntil } from '../../simulation.ts';
import { getObject, listObjects } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { createPod, podNamed, tank } from '../testing/tank.ts';

const pod = (requests?: Record<string, string>, limits?: Record<string, string>) => ({
  containers: [
    {
      name: 'app',
      image: 'busybox:1.36',
      command: ['sleep', '3600'],
      resources: { ...(requests && { requests }), ...(limits && { limits }) },
    },
  ],
});
const nodeOf = (world: World) => getObject<Stored<Node>>(world.store, 'nodes', 'node-1');
const pressure = (world: World, type: string) =>
  nodeOf(world)?.status?.conditions?.find((condition) => condition.type === type)?.status;
const reasons = (world: World) =>
  listObjects<Stored<Event>>(world.store, 'events').map(({ reason = '', involvedObject: { kind, name } }) => {
    return `${kind}/${name} ${reason}`;
  });
const phases = (world: World, names: readonly string[]) =>
  names.map((name) => [name, podNamed(world, name)?.status?.reason ?? podNamed(world, name)?.status?.phase]);

test('memory taken outside: best-effort Pods go first, then those over their request; the node says so for five minutes', () => {
  const world = tank();
  createPod(world, 'guaranteed', pod(undefined, { cpu: '100m', memory: '64Mi' }));
  createPod(world, 'under', pod({ memory: '64Mi' }));
  createPod(world, 'over', pod({ memory: '100Ki' }));
  createPod(world, 'besteffort', pod());
  runUntil(world, world.now + 5_000);
  const capacity = 8 * 2 ** 30;
  act(world, { type: 'outside', nodes: ['node-1'], memory: capacity - (600 << 20) - (50 << 20), disk: 0 });
  for (let tries = 0; tries < 30 && pressure(world, 'MemoryPressure') !== 'True'; tries++)
    runUntil(world, world.now + 500);
  const names = ['besteffort', 'over', 'under', 'guaranteed'];
  expect(pressure(world, 'MemoryPressure')).toBe('True');
  expect(nodeOf(world)?.spec?.taints?.map(({ key }) => key)).toContain('node.kubernetes.io/memory-pressure');
  runUntil(world, world.now + 3_000);
  expect(phases(world, names)).toEqual([
    ['besteffort', 'Evicted'],
    ['over', 'Running'],
    ['under', 'Running'],
    ['guaranteed', 'Running'],
  ]);
  expect(podNamed(world, 'besteffort')?.status).toMatchObject({ phase: 'Failed' });
  expect(podNamed(world, 'besteffort')?.status?.message).toMatch(
    /^The node was low on resource: memory\. Threshold quantity: 100Mi, available: \d+(Ki|Mi|)\. Container app was using 600Ki, request is 0, has larger consumption of memory\. $/,
  );
  expect(podNamed(world, 'besteffort')?.status?.conditions?.[0]).toMatchObject({
    type: 'DisruptionTarget',
    reason: 'TerminationByKubelet',
  });
  for (let tries = 0; tries < 30 && podNamed(world, 'over')?.status?.phase === 'Running'; tries++)
    runUntil(world, world.now + 500);
  expect(phases(world, names)[1]).toEqual(['over', 'Evicted']);
  act(world, { type: 'outside', nodes: ['node-1'], memory: 0, disk: 0 });
  runUntil(world, world.now + 20_000);
  expect(phases(world, names).slice(2)).toEqual([
    ['under', 'Running'],
    ['guaranteed', 'Running'],
  ]);
  createPod(world, 'late', pod());
  runUntil(world, world.now + 2_000);
  expect(podNamed(world, 'late')?.status?.phase).toBe('Pending');
  runUntil(world, world.now + 310_000);
  expect(pressure(world, 'MemoryPressure')).toBe('False');
  expect(podNamed(world, 'late')?.status?.phase).toBe('Running');
  expect(reasons(world)).toEqual(
    expect.arrayContaining([
      'Node/node-1 EvictionThresholdMet',
      'Node/node-1 NodeHasInsufficientMemory',
      'Node/node-1 NodeHasSufficientMemory',
      'Pod/besteffort Evicted',
    ]),
  );
});

test('one Pod goes after the other, as soon as the one before is gone; those that end well have succeeded', () => {
  const world = tank();
  for (const name of ['one', 'two', 'three'])
    createPod(world, name, { containers: [{ name: 'app', image: 'nginx:1.27' }] });
  runUntil(world, world.now + 5_000);
  act(world, { type: 'outside', nodes: ['node-1'], memory: 8 * 2 ** 30, disk: 0 });
  runUntil(world, world.now + 20_000);
  for (const name of ['one', 'two', 'three']) {
    const { phase, reason, conditions } = podNamed(world, name)?.status ?? {};
    expect({ name, phase, reason }).toEqual({ name, phase: 'Succeeded', reason: undefined });
    expect(conditions?.[0]?.type).toBe('DisruptionTarget');
  }
});

test('a full disk is told, and Pods that wrote much go first', () => {
  const world = tank();
  createPod(world, 'quiet', pod());
  const command = ['sh', '-c', 'for i in 1 2 3 4 5 6 7 8 9; do echo 123456789012345678901234567890; done; sleep 900'];
  createPod(world, 'writer', { containers: [{ name: 'app', image: 'busybox:1.36', command }] });
  runUntil(world, world.now + 5_000);
  act(world, { type: 'outside', nodes: ['node-1'], memory: 0, disk: 90 * 2 ** 30 });
  for (let tries = 0; tries < 150 && podNamed(world, 'writer')?.status?.phase === 'Running'; tries++)
    runUntil(world, world.now + 100);
  expect(pressure(world, 'DiskPressure')).toBe('True');
  expect(phases(world, ['writer', 'quiet'])).toEqual([
    ['writer', 'Evicted'],
    ['quiet', 'Running'],
  ]);
});

test('an emptyDir over its sizeLimit costs the Pod its place', () => {
  const world = tank();
  createPod(world, 'full', {
    volumes: [{ name: 'cache', emptyDir: { sizeLimit: '1Ki' } }],
    containers: [
      {
        name: 'app',
        image: 'busybox:1.36',
        command: ['sh', '-c', 'x=0123456789; x=$x$x$x$x; x=$x$x$x$x; x=$x$x$x$x$x$x$x; echo $x > /cache/x; sleep 900'],
        volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
      },
    ],
  });
  runUntil(world, world.now + 20_000);
  expect(podNamed(world, 'full')?.status).toMatchObject({
    phase: 'Failed',
    reason: 'Evicted',
    message: 'Usage of EmptyDir volume "cache" exceeds the limit "1Ki". ',
  });
});

test('so does a container over its limit of ephemeral storage', () => {
  const world = tank();
  const script = 'x=0123456789; x=$x$x$x$x$x$x$x$x; x=$x$x$x$x$x$x$x$x; x=$x$x$x; echo $x > /tmp/x; sleep 900';
  createPod(world, 'writer', {
    containers: [
      {
        name: 'app',
        image: 'busybox:1.36',
        command: ['sh', '-c', script],
        resources: { limits: { 'ephemeral-storage': '1Ki' } },
      },
    ],
  });
  runUntil(world, world.now + 20_000);
  expect(podNamed(world, 'writer')?.status).toMatchObject({
    reason: 'Evicted',
    message: 'Pod ephemeral local storage usage exceeds the total limit of containers 1Ki. ',
  });
});
