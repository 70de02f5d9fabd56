import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTimestamp, toTimestamp } from '../../api/time.ts';
import { createStore, getObject, listObjects, put, remove } from '../world/store.ts';
import type { View, Write } from './controller.ts';
import { replicasOf, type StoredDeployment, type StoredReplicaSet, sum } from './deployment/draft.ts';
import { maxSurge, maxUnavailable } from './deployment/fenceposts.ts';
import { deployment as controller } from './deployment.ts';

const start = fromTimestamp('2026-01-01T00:00:00Z');
const cause = { actor: 'test' };
const key = 'default/web';

const template = (image: string) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', image }] },
});

/** A Deployment, its controller, and ReplicaSets that do as they are told when they are told. */
function bench(replicas: number, surge: number | string, unavailable: number | string) {
  const store = createStore();
  let now = start;
  let uid = 0;
  const metadata = {
    name: 'web',
    namespace: 'default',
    uid: 'd',
    generation: 1,
    creationTimestamp: toTimestamp(start),
  };
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: surge, maxUnavailable: unavailable } };
  const selector = { matchLabels: { app: 'web' } };
  const spec = { replicas, selector, strategy, template: template('v1'), progressDeadlineSeconds: 600 };
  put(store, now, 'deployments', { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec } as never, cause);
  const current = () => getObject<StoredDeployment>(store, 'deployments', key) as StoredDeployment;
  const sets = () => listObjects<StoredReplicaSet>(store, 'replicasets');
  const apply = (write: Write) => {
    if (!('request' in write)) return;
    const { request } = write;
    if (request.verb === 'create') {
      const made = {
        ...request.object.metadata,
        uid: `rs-${++uid}`,
        creationTimestamp: toTimestamp(now),
        generation: 1,
      };
      put(store, now, 'replicasets', { ...request.object, metadata: made, status: { replicas: 0 } } as never, cause);
    } else if (request.verb === 'update') put(store, now, request.resource, request.object as never, cause);
    else if (request.verb === 'delete') remove(store, now, request.resource, `default/${request.name}`, cause);
  };
  const pass = () => {
    now += 1000;
    const view: View = { now, store, memory: undefined, generateName: (base) => base };
    const { writes } = controller.reconcile(view, key);
    writes.forEach(apply);
    return writes;
  };
  /** The ReplicaSet at `index` follows its size; `more` of its Pods become available, `fewer` stop being so. */
  const report = (index: number, more: number, fewer: number) => {
    const set = sets()[index];
    if (!set) return;
    const size = replicasOf(set);
    const before = set.status?.availableReplicas ?? 0;
    const available = Math.max(0, Math.min(size, before + more) - fewer);
    const status = { replicas: size, readyReplicas: available, availableReplicas: available, observedGeneration: 1 };
    put(store, now, 'replicasets', { ...set, status } as StoredReplicaSet, cause);
  };
  const change = (part: object) => {
    const { metadata: old, ...rest } = current();
    const generation = (old.generation ?? 0) + 1;
    put(
      store,
      now,
      'deployments',
      { ...rest, metadata: { ...old, generation }, spec: { ...rest.spec, ...part } } as never,
      cause,
    );
  };
  const settle = () => {
    for (let i = 0; i < 200 && (pass().length > 0 || i < 3); i++)
      for (let index = 0; index < sets().length; index++) report(index, 100, 0);
  };
  return { current, sets, pass, report, change, settle };
}

const bound = fc.oneof(
  fc.nat(5),
  fc.nat(100).map((percent) => `${percent}%`),
);

describe('Deployment', () => {
  it('never has more Pods than the surge allows, nor takes away more than may be unavailable', () => {
    const step = fc.record({ set: fc.nat(2), more: fc.nat(4) });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        bound,
        bound,
        fc.array(step),
        (replicas, surge, unavailable, steps) => {
          const tank = bench(replicas, surge, unavailable);
          tank.settle();
          tank.change({ template: template('v2') });
          const most = replicas + maxSurge(tank.current());
          const least = replicas - maxUnavailable(tank.current());
          for (const { set, more } of [{ set: 0, more: 0 }, ...steps]) {
            tank.pass();
            tank.report(set, more, 0);
            expect(sum(tank.sets(), replicasOf)).toBeLessThanOrEqual(most);
            // What is wanted of the available ones; those beyond a ReplicaSet's size are on their way out.
            const available = (one: StoredReplicaSet) => Math.min(one.status?.availableReplicas ?? 0, replicasOf(one));
            expect(sum(tank.sets(), available)).toBeGreaterThanOrEqual(least);
          }
        },
      ),
    );
  });

  it('comes to the end of every roll-out, whatever is broken for a while', () => {
    const step = fc.record({
      set: fc.nat(3),
      more: fc.nat(4),
      fewer: fc.nat(2),
      size: fc.option(fc.nat(9)),
      version: fc.option(fc.nat(3)),
    });
    fc.assert(
      fc.property(fc.nat(9), bound, bound, fc.array(step), (replicas, surge, unavailable, steps) => {
        const tank = bench(replicas, surge, unavailable);
        for (const { set, more, fewer, size, version } of steps) {
          if (size !== null) tank.change({ replicas: size });
          if (version !== null) tank.change({ template: template(`v${version}`) });
          tank.pass();
          tank.report(set, more, fewer);
        }
        // Where the one active ReplicaSet happens to have the new size already, Kubernetes leaves the old size in its
        // annotation and takes every later pass for a scaling (deployment/sync.go, scale): a size never seen ends that.
        tank.change({ replicas: 10 });
        tank.settle();
        const wanted = replicasOf(tank.current());
        const image = tank.current().spec?.template?.spec?.containers[0]?.image;
        const alive = tank.sets().filter((one) => replicasOf(one) > 0);
        expect(alive.map((one) => [one.spec?.template?.spec?.containers[0]?.image, replicasOf(one)])).toEqual(
          wanted > 0 ? [[image, wanted]] : [],
        );
        expect(tank.current().status?.updatedReplicas ?? 0).toBe(wanted);
      }),
    );
  });

  it('makes a new name where somebody else has the one it would take', () => {
    const tank = bench(1, 1, 0);
    tank.pass();
    const [first] = tank.sets();
    const { metadata } = first as StoredReplicaSet;
    const other = bench(1, 1, 0);
    const view: View = { now: start, store: createStore(), memory: undefined, generateName: (base) => base };
    put(view.store, start, 'deployments', other.current(), cause);
    const foreign = [{ apiVersion: 'v1', kind: 'Other', name: 'o', uid: 'o', controller: true }];
    put(
      view.store,
      start,
      'replicasets',
      { ...first, metadata: { ...metadata, ownerReferences: foreign } } as never,
      cause,
    );
    const { writes } = controller.reconcile(view, key);
    expect(writes).toMatchObject([{ request: { subresource: 'status', object: { status: { collisionCount: 1 } } } }]);
  });
});
