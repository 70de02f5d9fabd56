import { describe, expect, it } from 'vitest';
import type {
  Deployment,
  Event,
  KubernetesObject,
  Namespace,
  Node,
  Pod,
  ReplicaSet,
  Stored,
} from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { act } from '../act.ts';
import { call } from '../apiserver/apiserver.ts';
import type { ApiRequest } from '../apiserver/request.ts';
import { bootCluster } from '../scenario/boot.ts';
import { runUntil, tellComponents } from '../simulation.ts';
import { createWorld } from '../world/create.ts';
import { serialize } from '../world/serialize.ts';
import { changesSince, getObject, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { startControllers, stopControllers } from './runner.ts';

const namespace = 'default';

function tank(nodes: number): World {
  const world = createWorld({ seed: 3 });
  bootCluster(world, { nodes });
  return world;
}

function ask(world: World, request: ApiRequest): KubernetesObject {
  const { answer } = call(world, request, { actor: 'kubectl' });
  if (isFailure(answer)) throw new Error(answer.message);
  tellComponents(world);
  return answer as KubernetesObject;
}

const wait = (world: World, seconds: number) => runUntil(world, world.now + seconds * 1000);

function createDeployment(world: World, replicas: number, place = namespace): void {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'nginx:1.27' }] } };
  const spec = { replicas, selector: { matchLabels: labels }, template };
  const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec };
  ask(world, { verb: 'create', resource: 'deployments', namespace: place, object });
}

const remove = (world: World, resource: string, name: string, propagationPolicy?: 'Foreground' | 'Orphan') =>
  ask(world, {
    verb: 'delete',
    resource,
    namespace,
    name,
    ...(propagationPolicy && { options: { propagationPolicy } }),
  });

const podsOf = (world: World) => listObjects<Stored<Pod>>(world.store, 'pods', namespace);
const setsOf = (world: World) => listObjects<Stored<ReplicaSet>>(world.store, 'replicasets', namespace);
const deploymentOf = (world: World) => getObject<Stored<Deployment>>(world.store, 'deployments', 'default/web');
const nodeOf = (world: World, name: string) => getObject<Stored<Node>>(world.store, 'nodes', name);
const taintsOf = (world: World, name: string) =>
  (nodeOf(world, name)?.spec?.taints ?? []).map(({ key, effect }) => `${key}:${effect}`);
const eventsAbout = (world: World, name: string) =>
  listObjects<Stored<Event>>(world.store, 'events')
    .filter(({ involvedObject }) => involvedObject?.name === name)
    .map(({ reason, message }) => `${reason} ${message}`);

/** Runs in steps of 100 ms until it is so; answers how many seconds that took. */
function secondsUntil(world: World, isSo: () => boolean, most = 600): number {
  const start = world.now;
  while (!isSo()) {
    if (world.now - start > most * 1000) throw new Error(`not so within ${most} s`);
    runUntil(world, world.now + 100);
  }
  return (world.now - start) / 1000;
}

describe('controller manager', () => {
  it('gathers the changes of many Pods into few passes and few writes', () => {
    const world = tank(3);
    const before = world.store.revision;
    createDeployment(world, 100);
    secondsUntil(world, () => deploymentOf(world)?.status?.readyReplicas === 100);
    const changes = changesSince(world.store, before);
    const written = changes === 'gone' ? [] : changes.filter(({ resource }) => resource === 'replicasets');
    // Each of the Pods was written four times at least.
    expect(written.length).toBeLessThan(100);
    expect(new Set(written.slice(1).map(({ cause }) => cause.actor))).toEqual(new Set(['replicaset-controller']));
    expect(written.every(({ cause }) => cause.saw !== undefined)).toBe(true);
  });

  it('does nothing while it is stopped, and looks at everything when it starts again', () => {
    const world = tank(1);
    stopControllers(world, ['replicaset-controller']);
    createDeployment(world, 2);
    wait(world, 30);
    expect(setsOf(world)).toHaveLength(1);
    expect(podsOf(world)).toHaveLength(0);
    startControllers(world, ['replicaset-controller']);
    wait(world, 30);
    expect(deploymentOf(world)?.status?.readyReplicas).toBe(2);
  });

  it('ends in the same world, to the byte, for the same seed and the same calls', () => {
    const play = () => {
      const world = tank(2);
      createDeployment(world, 5);
      wait(world, 3);
      remove(world, 'pods', podsOf(world)[0]?.metadata.name ?? '');
      wait(world, 60);
      return serialize(world);
    };
    expect(play()).toBe(play());
  });
});

describe('garbage collector', () => {
  it('deletes dependents after their owner, in the background', () => {
    const world = tank(1);
    createDeployment(world, 2);
    wait(world, 5);
    remove(world, 'deployments', 'web');
    expect(deploymentOf(world)).toBeUndefined();
    wait(world, 1);
    expect(setsOf(world)).toHaveLength(0);
    expect(podsOf(world).every(({ metadata }) => metadata.deletionTimestamp)).toBe(true);
    wait(world, 60);
    expect(podsOf(world)).toHaveLength(0);
  });

  it('keeps the owner until its dependents are gone, in the foreground', () => {
    const world = tank(1);
    createDeployment(world, 2);
    wait(world, 5);
    remove(world, 'deployments', 'web', 'Foreground');
    wait(world, 0.05);
    expect(deploymentOf(world)?.metadata.finalizers).toEqual(['foregroundDeletion']);
    expect(setsOf(world).map(({ metadata }) => metadata.finalizers)).toEqual([['foregroundDeletion']]);
    secondsUntil(world, () => podsOf(world).length === 0, 60);
    wait(world, 1);
    expect(setsOf(world)).toHaveLength(0);
    expect(deploymentOf(world)).toBeUndefined();
  });

  it('leaves dependents alone when they are to be orphaned', () => {
    const world = tank(1);
    createDeployment(world, 2);
    wait(world, 5);
    remove(world, 'deployments', 'web', 'Orphan');
    wait(world, 30);
    expect(deploymentOf(world)).toBeUndefined();
    expect(setsOf(world).map(({ metadata }) => metadata.ownerReferences)).toEqual([undefined]);
    expect(podsOf(world)).toHaveLength(2);
  });

  it('deletes what names an owner that is not there, and takes only the dead one of two', () => {
    const world = tank(1);
    const map = (name: string, owners: { name: string; uid: string }[]) => {
      const ownerReferences = owners.map((owner) => ({ apiVersion: 'v1', kind: 'ConfigMap', ...owner }));
      const metadata = { name, ...(owners.length > 0 && { ownerReferences }) };
      const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
      return ask(world, { verb: 'create', resource: 'configmaps', namespace, object }).metadata;
    };
    const living = map('living', []);
    map('lost', [{ name: 'gone', uid: 'gone' }]);
    map(
      'shared',
      [living, { name: 'gone', uid: 'gone' }].map(({ name, uid }) => ({ name, uid })),
    );
    wait(world, 1);
    expect(getObject(world.store, 'configmaps', 'default/lost')).toBeUndefined();
    const shared = getObject(world.store, 'configmaps', 'default/shared');
    expect(shared?.metadata.ownerReferences?.map(({ name }) => name)).toEqual(['living']);
  });
});

describe('node lifecycle', () => {
  it('follows the recorded timeline of a node that dies, is given up, and comes back', () => {
    const world = tank(3);
    createDeployment(world, 6);
    wait(world, 20);
    const lost = podsOf(world).filter(({ spec }) => spec?.nodeName === 'node-3');
    expect(lost.length).toBeGreaterThan(0);
    act(world, { type: 'powerOff', nodes: ['node-3'] });
    const ready = () => nodeOf(world, 'node-3')?.status?.conditions?.find(({ type }) => type === 'Ready');
    const untilUnknown = secondsUntil(world, () => ready()?.status === 'Unknown');
    expect(untilUnknown).toBeGreaterThanOrEqual(40);
    expect(untilUnknown).toBeLessThanOrEqual(56);
    expect(ready()).toMatchObject({ reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' });
    wait(world, 0.5);
    expect(taintsOf(world, 'node-3')).toEqual([
      'node.kubernetes.io/unreachable:NoSchedule',
      'node.kubernetes.io/unreachable:NoExecute',
    ]);
    expect(eventsAbout(world, 'node-3')).toContain('NodeNotReady Node node-3 status is now: NodeNotReady');
    const [name = ''] = lost.map(({ metadata }) => metadata.name);
    const pod = () => getObject<Stored<Pod>>(world.store, 'pods', `default/${name}`);
    const conditions = pod()?.status?.conditions ?? [];
    expect(conditions.find(({ type }) => type === 'Ready')).toEqual({
      ...conditions.find(({ type }) => type === 'Ready'),
      status: 'False',
    });
    expect(conditions.find(({ type }) => type === 'Ready')?.reason).toBeUndefined();
    expect(conditions.find(({ type }) => type === 'ContainersReady')?.status).toBe('True');
    expect(eventsAbout(world, name)).toContain('NodeNotReady Node is not ready');

    const untilEvicted = secondsUntil(world, () => pod()?.metadata.deletionTimestamp !== undefined);
    expect(untilEvicted).toBeGreaterThan(298);
    expect(untilEvicted).toBeLessThan(301);
    expect(pod()?.status?.conditions?.find(({ type }) => type === 'DisruptionTarget')).toMatchObject({
      reason: 'DeletionByTaintManager',
      message: 'Taint manager: deleting due to NoExecute taint',
    });
    expect(eventsAbout(world, name)).toContain(`TaintManagerEviction Marking for deletion Pod default/${name}`);
    wait(world, 30);
    expect(deploymentOf(world)?.status?.readyReplicas).toBe(6);
    expect(pod()).toBeDefined();

    act(world, { type: 'powerOn', nodes: ['node-3'] });
    expect(secondsUntil(world, () => ready()?.status === 'True')).toBeLessThan(10);
    expect(secondsUntil(world, () => taintsOf(world, 'node-3').length === 0)).toBeLessThan(6);
    wait(world, 60);
    expect(pod()).toBeUndefined();
  });

  it('taints a node that is cordoned, and takes the taint back', () => {
    const world = tank(1);
    const cordon = (unschedulable: boolean | null) =>
      ask(world, {
        verb: 'patch',
        resource: 'nodes',
        name: 'node-1',
        patchType: 'merge',
        patch: { spec: { unschedulable } },
      });
    cordon(true);
    wait(world, 0.1);
    expect(taintsOf(world, 'node-1')).toEqual(['node.kubernetes.io/unschedulable:NoSchedule']);
    cordon(null);
    wait(world, 0.1);
    expect(taintsOf(world, 'node-1')).toEqual([]);
  });

  it('thinks the mistake on its own side when all nodes are silent', () => {
    const world = tank(2);
    createDeployment(world, 2);
    wait(world, 20);
    act(world, { type: 'powerOff', nodes: ['node-1', 'node-2'] });
    wait(world, 400);
    expect([...taintsOf(world, 'node-1'), ...taintsOf(world, 'node-2')]).toEqual([
      'node.kubernetes.io/unreachable:NoSchedule',
      'node.kubernetes.io/unreachable:NoSchedule',
    ]);
    expect(podsOf(world).every(({ metadata }) => !metadata.deletionTimestamp)).toBe(true);
  });

  it('removes the Pods of a Node that is gone, 40 to 66 s after it', () => {
    const world = tank(2);
    createDeployment(world, 4);
    wait(world, 20);
    act(world, { type: 'powerOff', nodes: ['node-2'] });
    ask(world, { verb: 'delete', resource: 'nodes', name: 'node-2' });
    const left = () => podsOf(world).filter(({ spec }) => spec?.nodeName === 'node-2').length;
    expect(left()).toBeGreaterThan(0);
    const took = secondsUntil(world, () => left() === 0);
    expect(took).toBeGreaterThanOrEqual(40);
    expect(took).toBeLessThanOrEqual(66);
    expect(eventsAbout(world, 'node-2')).toContain(
      'RemovingNode Node node-2 event: Removing Node node-2 from Controller',
    );
  });
});

describe('namespaces', () => {
  it('are furnished when they are made, emptied when they are deleted, Pods first, and go', () => {
    const world = tank(1);
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
    ask(world, { verb: 'create', resource: 'namespaces', object });
    wait(world, 0.1);
    expect(getObject(world.store, 'serviceaccounts', 'shop/default')).toBeDefined();
    expect(getObject(world.store, 'configmaps', 'shop/kube-root-ca.crt')).toBeDefined();
    createDeployment(world, 2, 'shop');
    wait(world, 5);
    ask(world, { verb: 'delete', resource: 'namespaces', name: 'shop' });
    wait(world, 4);
    expect(
      listObjects<Stored<Pod>>(world.store, 'pods', 'shop').some(({ metadata }) => metadata.deletionTimestamp),
    ).toBe(false);
    wait(world, 2);
    expect(
      listObjects<Stored<Pod>>(world.store, 'pods', 'shop').every(({ metadata }) => metadata.deletionTimestamp),
    ).toBe(true);
    expect(getObject(world.store, 'deployments', 'shop/web')).toBeDefined();
    const found = () => getObject<Stored<Namespace>>(world.store, 'namespaces', 'shop');
    secondsUntil(world, () => found() === undefined, 60);
    for (const objects of world.store.objects.values())
      expect([...objects.values()].filter(({ metadata }) => metadata.namespace === 'shop')).toEqual([]);
    expect(eventsAbout(world, 'web').filter((event) => event.startsWith('Failed'))).toEqual([]);
  });
});
