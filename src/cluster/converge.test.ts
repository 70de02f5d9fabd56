import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment, Pod, ReplicaSet, Stored } from '../api/objects.ts';
import type { TankAction } from './actions.ts';
import { runOneEvent, runUntil } from './simulation.ts';
import { ask, clusterOf, createDeployment, doTo, podsOf, readinessOf, readyPods, wait } from './testing/cluster.ts';
import { deserialize, serialize } from './world/serialize.ts';
import { getObject, listObjects } from './world/store.ts';
import type { World } from './world/world.ts';

const names = ['node-1', 'node-2', 'node-3'];
const nodes = fc.constantFrom(...names).map((name) => [name]);
const part = fc.constantFrom('scheduler' as const, 'controller-manager' as const, 'apiserver' as const);
const type = <T extends string>(text: T) => fc.constant(text);

/** What may go wrong, and be put right, in any order. */
const fault: fc.Arbitrary<TankAction> = fc.oneof(
  fc.record({ type: type('powerOff'), nodes }),
  fc.record({ type: type('powerOn'), nodes }),
  fc.record({ type: type('cutOff'), nodes }),
  fc.record({ type: type('reconnect'), nodes }),
  fc.record({ type: type('restartKubelet'), nodes }),
  fc.record({ type: type('stopKubelet'), nodes }),
  fc.record({ type: type('stopPart'), part }),
  fc.record({ type: type('startPart'), part }),
  fc.record({ type: type('slow'), nodes, factor: fc.constantFrom(1, 5) }),
);
const step = fc.oneof(
  { weight: 3, arbitrary: fault },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(5, 300, 4_000, 70_000, 400_000) }) },
  { weight: 1, arbitrary: fc.record({ scale: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ image: fc.constantFrom('nginx:1.27', 'nginx:1.28') }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function change(world: World, spec: object): void {
  if (world.stoppedParts.has('apiserver')) return;
  const patch = { spec };
  ask(world, {
    verb: 'patch',
    resource: 'deployments',
    namespace: 'default',
    name: 'web',
    patchType: 'merge',
    patch,
  });
}

function perform(world: World, one: Step): void {
  if ('wait' in one) wait(world, one.wait / 1000);
  else if ('scale' in one) change(world, { replicas: one.scale });
  else if ('image' in one) change(world, { template: { spec: { containers: [{ name: 'c', image: one.image }] } } });
  else doTo(world, one);
}

/** Puts right whatever was broken. */
function mend(world: World): void {
  for (const name of ['apiserver', 'controller-manager', 'scheduler'] as const)
    doTo(world, { type: 'startPart', part: name });
  for (const action of ['powerOn', 'reconnect', 'startKubelet'] as const) doTo(world, { type: action, nodes: names });
  doTo(world, { type: 'slow', nodes: names, factor: 1 });
}

const deploymentOf = (world: World) => getObject<Stored<Deployment>>(world.store, 'deployments', 'default/web');

describe('a cluster', () => {
  it('comes to what its owners ask for, whatever was broken for a while', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const world = clusterOf(3);
        createDeployment(world, 'web', 3);
        wait(world, 10);
        for (const one of steps) perform(world, one);
        mend(world);
        wait(world, 900);
        expect(names.map((name) => readinessOf(world, name))).toEqual(['True', 'True', 'True']);
        const wanted = deploymentOf(world)?.spec;
        const image = wanted?.template?.spec?.containers[0]?.image;
        const pods = podsOf(world).filter(({ status }) => status?.phase !== 'Failed');
        expect(pods).toHaveLength(wanted?.replicas ?? -1);
        expect(readyPods(world)).toHaveLength(wanted?.replicas ?? -1);
        for (const { spec } of pods) expect(spec?.containers[0]?.image).toBe(image);
        expect(deploymentOf(world)?.status?.readyReplicas ?? 0).toBe(wanted?.replicas);
        const running = [...world.runtimes.values()].flatMap(({ containers }) => [...containers.values()]);
        expect(running.filter(({ state }) => state === 'running')).toHaveLength(pods.length);
      }),
      { numRuns: 25 },
    );
  });

  it('goes on as if nothing had been when it is saved and restored in the midst of it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(600), (steps, events) => {
        const world = clusterOf(3);
        createDeployment(world, 'web', 3);
        wait(world, 3);
        for (const one of steps) perform(world, one);
        for (let ran = 0; ran < events && runOneEvent(world); ran++);
        const other = deserialize(serialize(world));
        for (const each of [world, other]) {
          mend(each);
          runUntil(each, each.now + 60_000);
        }
        expect(serialize(other) === serialize(world)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('never has fewer Pods ready during a rollout than its Deployment allows', () => {
    const limits = fc.record({
      replicas: fc.integer({ min: 1, max: 8 }),
      maxSurge: fc.integer({ min: 0, max: 3 }),
      maxUnavailable: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(limits, ({ replicas, maxSurge, maxUnavailable }) => {
        fc.pre(maxSurge + maxUnavailable > 0);
        const world = clusterOf(3);
        const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } };
        createDeployment(world, 'web', replicas, { strategy });
        wait(world, 30);
        expect(readyPods(world)).toHaveLength(replicas);
        change(world, { template: { spec: { containers: [{ name: 'c', image: 'nginx:1.28' }] } } });
        const isAlive = ({ metadata }: Stored<Pod>) => metadata.deletionTimestamp === undefined;
        for (const end = world.now + 60_000; world.now < end && runOneEvent(world); ) {
          expect(readyPods(world).filter(isAlive).length).toBeGreaterThanOrEqual(replicas - maxUnavailable);
          expect(podsOf(world).filter(isAlive).length).toBeLessThanOrEqual(replicas + maxSurge);
        }
        expect(deploymentOf(world)?.status?.updatedReplicas).toBe(replicas);
      }),
      { numRuns: 12 },
    );
  });

  it('keeps no dependent of an owner that is gone, unless it was told to', () => {
    const policy = fc.constantFrom('Background' as const, 'Foreground' as const, 'Orphan' as const);
    fc.assert(
      fc.property(policy, fc.nat(1500), fc.integer({ min: 0, max: 5 }), (propagationPolicy, after, replicas) => {
        const world = clusterOf(2);
        createDeployment(world, 'web', replicas);
        runUntil(world, world.now + after);
        const options = { propagationPolicy };
        ask(world, { verb: 'delete', resource: 'deployments', namespace: 'default', name: 'web', options });
        wait(world, 60);
        expect(deploymentOf(world)).toBeUndefined();
        const sets = listObjects<Stored<ReplicaSet>>(world.store, 'replicasets');
        if (propagationPolicy !== 'Orphan') {
          expect(sets).toEqual([]);
          expect(podsOf(world)).toEqual([]);
        } else for (const { metadata } of sets) expect(metadata.ownerReferences ?? []).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
