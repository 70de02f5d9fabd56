import { expect, test } from 'vitest';
import type { Pod, Volume, VolumeMount } from '../../api/objects.ts';
import { logs, readContainerFile } from '../runtime/runtime.ts';
import { runUntil } from '../simulation.ts';
import { put } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { ask, createPod, deletePod, podNamed, tank } from './testing/tank.ts';

const configMap = (name: string, data: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});
const create = (world: World, resource: 'configmaps' | 'secrets', object: ReturnType<typeof configMap>) =>
  ask(world, { verb: 'create', resource, namespace: 'default', object });

const pod = (volumes: Volume[], volumeMounts: VolumeMount[], script = 'sleep 3600'): NonNullable<Pod['spec']> => ({
  volumes,
  containers: [{ name: 'app', image: 'busybox:1.36', command: ['sh', '-c', script], volumeMounts }],
});

const idOf = (world: World, name: string, container = 0) =>
  podNamed(world, name)?.status?.containerStatuses?.[container]?.containerID?.replace('containerd://', '') ?? '';
const nodeOf = (world: World, name: string) => podNamed(world, name)?.spec?.nodeName ?? '';
const read = (world: World, name: string, path: string, container = 0) =>
  readContainerFile(world, nodeOf(world, name), idOf(world, name, container), path);
const logOf = (world: World, name: string) => logs(world, nodeOf(world, name), idOf(world, name));
const wait = (world: World, seconds: number) => runUntil(world, world.now + seconds * 1000);

test('a changed ConfigMap reaches its volume with the next regular sync, a subPath never', () => {
  const world = tank();
  create(world, 'configmaps', configMap('settings', { color: 'red' }));
  const mounts = [
    { name: 'config', mountPath: '/config' },
    { name: 'config', mountPath: '/one/color', subPath: 'color' },
  ];
  createPod(
    world,
    'web',
    pod([{ name: 'config', configMap: { name: 'settings' } }], mounts, 'echo x > /config/x; sleep 3600'),
  );
  wait(world, 5);
  expect(logOf(world, 'web')).toContain('Read-only file system');
  const object = configMap('settings', { color: 'blue' });
  ask(world, { verb: 'update', resource: 'configmaps', namespace: 'default', name: 'settings', object });
  wait(world, 0.5);
  expect(read(world, 'web', '/config/color')).toBe('red');
  wait(world, 95);
  expect(read(world, 'web', '/config/color')).toBe('blue');
  expect(read(world, 'web', '/one/color')).toBe('red');
});

test('containers of a Pod share an emptyDir, which ends with the Pod', () => {
  const world = tank();
  const mount = [{ name: 'shared', mountPath: '/data' }];
  const spec = pod([{ name: 'shared', emptyDir: {} }], mount, 'echo hello > /data/a; sleep 3600');
  spec.containers.push({ name: 'reader', image: 'busybox:1.36', command: ['sleep', '3600'], volumeMounts: mount });
  createPod(world, 'web', spec);
  wait(world, 5);
  expect(read(world, 'web', '/data/a', 1)).toBe('hello\n');
  deletePod(world, 'web', 0);
  wait(world, 3);
  createPod(world, 'web', pod([{ name: 'shared', emptyDir: {} }], mount));
  wait(world, 5);
  expect(read(world, 'web', '/data/a')).toBeUndefined();
});

test('what is written to a hostPath stays on the node; types are checked', () => {
  const world = tank();
  const volumes = [{ name: 'host', hostPath: { path: '/srv/data', type: 'DirectoryOrCreate' } }] as Volume[];
  createPod(world, 'writer', pod(volumes, [{ name: 'host', mountPath: '/data' }], 'echo kept > /data/a; sleep 3600'));
  wait(world, 5);
  deletePod(world, 'writer', 0);
  const whole = [{ name: 'host', hostPath: { path: '/srv' } }];
  createPod(world, 'reader', pod(whole, [{ name: 'host', mountPath: '/host', readOnly: true }]));
  const none = [{ name: 'host', hostPath: { path: '/nowhere', type: 'Directory' } }] as Volume[];
  createPod(world, 'picky', pod(none, [{ name: 'host', mountPath: '/host' }]));
  wait(world, 5);
  expect(read(world, 'reader', '/host/data/a')).toBe('kept\n');
  expect(podNamed(world, 'picky')?.status?.containerStatuses?.[0]?.state?.waiting?.reason).toBe('ContainerCreating');
});

test('a claim keeps its files from Pod to Pod, on whatever node', () => {
  const world = tank(1, 2);
  const bound = {
    apiVersion: 'v1',
    metadata: { namespace: 'default', name: 'data', uid: 'c' },
    status: { phase: 'Bound' },
  };
  const volume = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv', uid: 'v' }, spec: {} };
  put(world.store, world.now, 'persistentvolumes', volume as never, { actor: 'test' });
  const claim = { ...bound, kind: 'PersistentVolumeClaim', spec: { volumeName: 'pv' } };
  put(world.store, world.now, 'persistentvolumeclaims', claim as never, { actor: 'test' });
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  const mounts = [{ name: 'data', mountPath: '/data', subPath: 'db' }];
  createPod(world, 'first', { ...pod(volumes, mounts, 'echo row > /data/table; sleep 3600'), nodeName: 'node-1' });
  wait(world, 5);
  deletePod(world, 'first', 0);
  createPod(world, 'second', { ...pod(volumes, [{ name: 'data', mountPath: '/all' }]), nodeName: 'node-2' });
  wait(world, 5);
  expect(read(world, 'second', '/all/db/table')).toBe('row\n');
});

test('the downward API tells of the Pod and of its resources, in the environment and in files', () => {
  const world = tank();
  const spec = pod(
    [
      {
        name: 'info',
        downwardAPI: {
          items: [
            { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
            { path: 'cpu', resourceFieldRef: { containerName: 'app', resource: 'limits.cpu', divisor: '1m' } },
          ],
        },
      },
    ],
    [{ name: 'info', mountPath: '/info' }],
    'echo $MEMORY $CPUS $NODE; sleep 3600',
  );
  const [app] = spec.containers;
  if (app) {
    app.resources = { limits: { cpu: '250m' }, requests: { memory: '64Mi' } };
    app.env = [
      { name: 'MEMORY', valueFrom: { resourceFieldRef: { resource: 'requests.memory', divisor: '1Mi' } } },
      { name: 'CPUS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ];
  }
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { b: '2', a: 'one' } }, spec };
  ask(world, { verb: 'create', resource: 'pods', namespace: 'default', object: object as never });
  wait(world, 5);
  expect(read(world, 'web', '/info/labels')).toMatch(/^a="one"\nb="2"\n/);
  expect(read(world, 'web', '/info/cpu')).toBe('250');
  expect(logOf(world, 'web')).toBe('64 1 node-1\n');
});
