import { describe, expect, it } from 'vitest';
import type { Node, Service, Stored } from '../../api/objects.ts';
import { act } from '../act.ts';
import { addNode } from '../kubelet/node.ts';
import { createWorld } from '../world/create.ts';
import { serialize } from '../world/serialize.ts';
import { getObject, listObjects } from '../world/store.ts';
import { bootCluster } from './boot.ts';
import { machine } from './machine.ts';
import { createScenarioWorld, scenarios } from './registry.ts';

const nodesOf = (world: ReturnType<typeof createWorld>) => listObjects<Stored<Node>>(world.store, 'nodes');

describe('a cluster as it begins', () => {
  const world = createWorld({ seed: 1 });
  bootCluster(world, { nodes: [{}, { cpu: 2, memoryGi: 4, labels: { disk: 'ssd' } }, { name: 'spare' }] });

  it('has its namespaces, each with what the controllers put there', () => {
    const names = listObjects(world.store, 'namespaces').map(({ metadata }) => metadata.name);
    expect(names).toEqual(['default', 'kube-system', 'kube-public', 'kube-node-lease']);
    for (const name of names) {
      expect(getObject(world.store, 'serviceaccounts', `${name}/default`)).toBeDefined();
      expect(getObject(world.store, 'configmaps', `${name}/kube-root-ca.crt`)).toBeDefined();
    }
  });

  it('has the Service of the API server at the first address', () => {
    const service = getObject<Stored<Service>>(world.store, 'services', 'default/kubernetes');
    expect(service?.spec?.clusterIP).toBe('10.96.0.1');
  });

  it('has nodes that are Ready, as usual or as asked for, in different zones', () => {
    const nodes = nodesOf(world);
    expect(nodes.map(({ metadata }) => metadata.name)).toEqual(['node-1', 'node-2', 'spare']);
    expect(nodes.map(({ status }) => status?.capacity?.cpu)).toEqual(['4', '2', '4']);
    expect(nodes[1]?.metadata.labels?.disk).toBe('ssd');
    expect(new Set(nodes.map(({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone'])).size).toBe(3);
    for (const { status } of nodes) {
      expect(status?.conditions?.find(({ type }) => type === 'Ready')?.status).toBe('True');
    }
  });

  it('is known to the scheduler', () => {
    expect([...world.scheduler.nodes.keys()]).toEqual(['node-1', 'node-2', 'spare']);
    expect(world.scheduler.nodes.get('node-2')?.allocatable).toMatchObject({ cpu: 2000, pods: 110 });
  });

  it('gets another machine when one is switched on that it does not know', () => {
    act(world, { type: 'powerOn', nodes: ['late'], labels: { disk: 'hdd' } });
    expect(nodesOf(world).at(-1)?.metadata).toMatchObject({ name: 'late', labels: { disk: 'hdd' } });
  });

  it('gets one like those that are there: as large, and in a zone only where they are', () => {
    const bare = createWorld({ seed: 1 });
    bootCluster(bare, { nodes: [] });
    const { labels: _zones, ...small } = machine(0, { cpu: 1 });
    addNode(bare, small);
    act(bare, { type: 'powerOn', nodes: ['late'], labels: { disk: 'hdd' } });
    const late = nodesOf(bare).at(-1);
    expect(late?.status?.capacity?.cpu).toBe('1');
    expect(late?.metadata.labels).toMatchObject({ disk: 'hdd' });
    expect(late?.metadata.labels).not.toHaveProperty(['topology.kubernetes.io/zone']);
  });

  it('refuses what cannot be done', () => {
    expect(() => act(world, { type: 'powerOff', nodes: ['nowhere'] })).toThrow('nowhere');
    expect(() => act(world, { type: 'setRequestRate', client: 'nobody', perSecond: 1 })).toThrow('nobody');
    expect(() => act(world, { type: 'killContainer', namespace: 'default', pod: 'none', container: 'c' })).toThrow(
      'no running container c in pod default/none',
    );
  });
});

describe('scenarios', () => {
  it.each(scenarios)('$name is one the API server accepts, and the same each time', ({ name }) => {
    expect(serialize(createScenarioWorld(name))).toBe(serialize(createScenarioWorld(name)));
  });

  it('differ by their seed', () => {
    expect(serialize(createScenarioWorld('shop', 2))).not.toBe(serialize(createScenarioWorld('shop')));
  });

  it('that are not there are refused', () => {
    expect(() => createScenarioWorld('nothing')).toThrow('no scenario nothing');
  });
});
