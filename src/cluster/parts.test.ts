import { describe, expect, it } from 'vitest';
import type { Event, Stored } from '../api/objects.ts';
import { partsOf } from './partsOf.ts';
import {
  ask,
  clusterOf,
  createDeployment,
  doTo,
  nodeOf,
  podsOf,
  readinessOf,
  readyPods,
  wait,
} from './testing/cluster.ts';
import { listObjects } from './world/store.ts';
import type { World } from './world/world.ts';

const scale = (world: World, replicas: number) =>
  ask(world, {
    verb: 'patch',
    resource: 'deployments',
    namespace: 'default',
    name: 'web',
    patchType: 'merge',
    patch: { spec: { replicas } },
  });

function running(replicas: number): World {
  const world = clusterOf(3);
  createDeployment(world, 'web', replicas);
  wait(world, 15);
  expect(readyPods(world)).toHaveLength(replicas);
  return world;
}

describe('without the scheduler', () => {
  it('Pods are made and wait; it finds them when it is back', () => {
    const world = running(1);
    doTo(world, { type: 'stopPart', part: 'scheduler' });
    scale(world, 4);
    wait(world, 60);
    expect(podsOf(world)).toHaveLength(4);
    expect(podsOf(world).filter(({ spec }) => spec?.nodeName)).toHaveLength(1);
    expect(partsOf(world).stopped).toEqual(['scheduler']);
    doTo(world, { type: 'startPart', part: 'scheduler' });
    wait(world, 15);
    expect(readyPods(world)).toHaveLength(4);
    expect(partsOf(world).stopped).toEqual([]);
  });
});

describe('without the controller manager', () => {
  it('nothing is replaced, and no node is found to be dead', () => {
    const world = running(3);
    doTo(world, { type: 'stopPart', part: 'controller-manager' });
    const pod = podsOf(world).find(({ spec }) => spec?.nodeName !== 'node-3');
    ask(world, { verb: 'delete', resource: 'pods', namespace: 'default', name: pod?.metadata.name ?? '' });
    doTo(world, { type: 'powerOff', nodes: ['node-3'] });
    wait(world, 120);
    expect(podsOf(world)).toHaveLength(2);
    expect(readinessOf(world, 'node-3')).toBe('True');
    doTo(world, { type: 'startPart', part: 'controller-manager' });
    wait(world, 20);
    expect(podsOf(world)).toHaveLength(3);
    // It has seen no renewal itself: the node has its grace from now on.
    expect(readinessOf(world, 'node-3')).toBe('True');
    wait(world, 45);
    expect(readinessOf(world, 'node-3')).toBe('Unknown');
  });
});

describe('without the API server', () => {
  it('containers run on, nothing is written, and all is well when it is back', () => {
    const world = running(3);
    const { revision } = world.store;
    doTo(world, { type: 'stopPart', part: 'apiserver' });
    expect(() => scale(world, 4)).toThrow('was refused');
    wait(world, 300);
    expect(world.store.revision).toBe(revision);
    const isRunning = [...world.runtimes.values()].flatMap(({ containers }) => [...containers.values()]);
    expect(isRunning.filter(({ state }) => state === 'running')).toHaveLength(3);
    doTo(world, { type: 'startPart', part: 'apiserver' });
    wait(world, 120);
    // Leases were not renewed for long, but those who look at them have only just begun to.
    expect(['node-1', 'node-2', 'node-3'].map((node) => readinessOf(world, node))).toEqual(['True', 'True', 'True']);
    expect(readyPods(world)).toHaveLength(3);
    scale(world, 4);
    wait(world, 15);
    expect(readyPods(world)).toHaveLength(4);
  });

  it('a container that ends is started again, and the API hears of it later', () => {
    const world = running(1);
    const [pod] = podsOf(world);
    doTo(world, { type: 'stopPart', part: 'apiserver' });
    doTo(world, { type: 'killContainer', namespace: 'default', pod: pod?.metadata.name ?? '', container: 'c' });
    wait(world, 30);
    const restarts = () => podsOf(world)[0]?.status?.containerStatuses?.[0]?.restartCount;
    expect(restarts()).toBe(0);
    doTo(world, { type: 'startPart', part: 'apiserver' });
    wait(world, 5);
    expect(restarts()).toBe(1);
    // The kubelet had something to say meanwhile, and says it now.
    const events = listObjects<Stored<Event>>(world.store, 'events', 'default');
    expect(events.filter(({ reason }) => reason === 'Started')).not.toEqual([]);
    expect(events.find(({ reason, count = 1 }) => reason === 'Started' && count > 1)?.count).toBe(2);
    expect(readyPods(world)).toHaveLength(1);
  });
});

describe('a kubelet', () => {
  it('that is stopped leaves its containers running and its node dies by and by', () => {
    const world = running(3);
    doTo(world, { type: 'stopKubelet', nodes: ['node-1'] });
    expect(partsOf(world).stoppedKubelets).toEqual(['node-1']);
    wait(world, 60);
    expect(readinessOf(world, 'node-1')).toBe('Unknown');
    expect([...(world.runtimes.get('node-1')?.containers.values() ?? [])].map(({ state }) => state)).toEqual([
      'running',
    ]);
    doTo(world, { type: 'startKubelet', nodes: ['node-1'] });
    wait(world, 20);
    expect(readinessOf(world, 'node-1')).toBe('True');
    expect(readyPods(world)).toHaveLength(3);
    expect(podsOf(world).every(({ status }) => status?.containerStatuses?.[0]?.restartCount === 0)).toBe(true);
  });

  it('that is slow starts its containers late', () => {
    const world = clusterOf(1);
    doTo(world, { type: 'slow', nodes: ['node-1'], factor: 20 });
    createDeployment(world, 'web', 1);
    wait(world, 15);
    expect(readyPods(world)).toHaveLength(0);
    expect(partsOf(world).slow).toEqual({ 'node-1': 20 });
    wait(world, 120);
    expect(readyPods(world)).toHaveLength(1);
  });
});

describe('a node', () => {
  it('is upgraded: its Pods go elsewhere, it comes back with the version and takes Pods again', () => {
    const world = running(3);
    doTo(world, { type: 'upgrade', node: 'node-2', version: 'v1.36.3' });
    expect(partsOf(world).upgrading).toEqual({ 'node-2': 'v1.36.3' });
    wait(world, 90);
    expect(nodeOf(world, 'node-2')?.status?.nodeInfo?.kubeletVersion).toBe('v1.36.3');
    expect(nodeOf(world, 'node-2')?.spec?.unschedulable).toBeUndefined();
    expect(podsOf(world).filter(({ spec }) => spec?.nodeName === 'node-2')).toHaveLength(0);
    expect(readyPods(world)).toHaveLength(3);
    expect(partsOf(world).upgrading).toEqual({});
  });

  it('is taken out: its Pods are made anew elsewhere', () => {
    const world = running(3);
    doTo(world, { type: 'removeNode', node: 'node-2' });
    expect(nodeOf(world, 'node-2')).toBeUndefined();
    wait(world, 100);
    expect(readyPods(world)).toHaveLength(3);
    expect(podsOf(world)).toHaveLength(3);
  });
});
