import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod, ReplicaSet, Stored } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { forbidden } from '../../api/status.ts';
import { fromTimestamp, toTimestamp } from '../../api/time.ts';
import { createStore, getObject, listIndexed, listObjects, put, remove, type Store } from '../world/store.ts';
import type { View, Write } from './controller.ts';
import { isPodActive } from './pods.ts';
import { replicaSet as controller } from './replicaset.ts';

const start = fromTimestamp('2026-01-01T00:00:00Z');
const cause = { actor: 'test' };
const key = 'default/web';
const labels = { app: 'web' };

function newReplicaSet(replicas: number): Stored<ReplicaSet> {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: 'web',
      namespace: 'default',
      uid: 'rs',
      resourceVersion: '0',
      creationTimestamp: toTimestamp(start),
      generation: 1,
    },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
    },
    status: { replicas: 0 },
  };
}

/** A ReplicaSet, its controller, and an API server that refuses when it is told to. */
function bench(replicas: number) {
  const store: Store = createStore();
  let serial = 0;
  put(store, start, 'replicasets', newReplicaSet(replicas), cause);
  const view = (): View => ({ now: start, store, memory: undefined, generateName: (base) => `${base}${++serial}` });
  const events: string[] = [];

  /** False where it is refused. */
  const apply = (write: Write, isRefused: boolean): boolean => {
    if (!('request' in write)) {
      events.push(`${write.event.reason} ${write.event.message}`);
      return true;
    }
    const { request } = write;
    if (isRefused) return false;
    if (write.event) events.push(`${write.event.reason} ${write.event.message}`);
    if (request.verb === 'create') {
      const metadata = { ...request.object.metadata, uid: `pod-${serial}-${store.revision}` };
      const pod = { ...request.object, metadata: { ...metadata, creationTimestamp: toTimestamp(start) } };
      put(store, start, 'pods', { ...pod, status: { phase: 'Pending' } } as unknown as Stored<Pod>, cause);
    } else if (request.verb === 'delete') remove(store, start, 'pods', `default/${request.name}`, cause);
    else if (request.verb === 'update') put(store, start, 'replicasets', request.object as never, cause);
    else if (request.verb === 'patch') {
      const old = getObject(store, 'pods', `default/${request.name}`) as Stored<Pod>;
      const { ownerReferences } = (request.patch as { metadata: { ownerReferences: object[] | null } }).metadata;
      const { ownerReferences: _old, ...metadata } = old.metadata;
      const next = { ...metadata, ...(ownerReferences ? { ownerReferences } : {}) };
      put(store, start, 'pods', { ...old, metadata: next } as Stored<Pod>, cause);
    }
    return true;
  };

  /** One pass; `refusals` says of each call in turn whether it is refused. Answers how many writes were asked for. */
  const pass = (refusals: boolean[] = []): number => {
    const { writes } = controller.reconcile(view(), key);
    for (const write of writes) {
      const isCall = 'request' in write && write.request.resource === 'pods';
      if (apply(write, isCall && (refusals.shift() ?? false))) continue;
      const failure = forbidden(resourceOf('pods'), 'web-x', 'exceeded quota');
      if (!('request' in write)) continue;
      for (const more of controller.refused?.(view(), key, write.request, failure) ?? []) apply(more, false);
      break;
    }
    return writes.length;
  };
  const own = () => listIndexed<Stored<Pod>>(store, 'podsByController', 'rs');
  const stored = () => getObject<Stored<ReplicaSet>>(store, 'replicasets', key) as Stored<ReplicaSet>;
  return { store, pass, events, own, stored, view };
}

describe('ReplicaSet', () => {
  it('makes its Pods in batches of 1, 2, 4, ..., and says so', () => {
    const { pass, events, own, stored } = bench(5);
    const { writes } = controller.reconcile(bench(5).view(), key);
    expect(writes.map((write) => ('request' in write ? write.batch : undefined))).toEqual([1, 2, 2, 4, 4, undefined]);
    pass();
    expect(own()).toHaveLength(5);
    expect(events[0]).toBe('SuccessfulCreate Created pod: web-1');
    // The status is that of before, as the real one writes it; the next pass sees the Pods.
    expect(stored().status).toEqual({ replicas: 0, terminatingReplicas: 0, observedGeneration: 1 });
    pass();
    expect(stored().status).toMatchObject({ replicas: 5, fullyLabeledReplicas: 5 });
  });

  it('says why it cannot make Pods, and forgets it when it can again', () => {
    const { pass, events, stored } = bench(2);
    pass([true]);
    expect(events).toEqual(['FailedCreate Error creating: pods "web-x" is forbidden: exceeded quota']);
    expect(stored().status?.conditions).toMatchObject([
      { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: expect.stringContaining('quota') },
    ]);
    pass();
    expect(stored().status?.conditions).toBeUndefined();
  });

  it('adopts a Pod that it selects, and releases one that it does not select any more', () => {
    const { store, pass, own } = bench(1);
    pass();
    const [pod] = own();
    const { ownerReferences: _owners, ...metadata } = (pod as Stored<Pod>).metadata;
    put(
      store,
      start,
      'pods',
      { ...pod, metadata: { ...metadata, labels: { app: 'other' }, ownerReferences: _owners } } as never,
      cause,
    );
    pass();
    expect(own().map(({ metadata: { name } }) => name)).toEqual(['web-2']);
    put(store, start, 'pods', { ...pod, metadata: { ...metadata, name: 'stray', uid: 'stray' } } as never, cause);
    pass();
    pass();
    expect(own()).toHaveLength(1);
  });

  it('counts by its index what a look at every Pod would count', () => {
    const { store, pass, own, stored } = bench(4);
    pass();
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: toTimestamp(start) }];
    for (const pod of own().slice(1))
      put(store, start, 'pods', { ...pod, status: { phase: 'Running', conditions } } as Stored<Pod>, cause);
    pass();
    expect(stored().status).toMatchObject({ replicas: 4, readyReplicas: 3, availableReplicas: 3 });
    // A label more takes a Pod out of the quick count.
    const [first] = own();
    const { metadata } = first as Stored<Pod>;
    put(
      store,
      start,
      'pods',
      { ...first, metadata: { ...metadata, labels: { ...labels, extra: '1' } } } as never,
      cause,
    );
    const before = stored().status;
    pass();
    expect(stored().status).toEqual(before);
  });

  it('comes to its count whatever fails and whoever deletes, and then rests', () => {
    const trouble = fc.record({
      refusals: fc.array(fc.boolean(), { maxLength: 8 }),
      lost: fc.array(fc.nat(20), { maxLength: 3 }),
      ended: fc.array(fc.nat(20), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.array(trouble, { maxLength: 6 }), (first, then, troubles) => {
        const { store, pass, own, stored } = bench(first);
        for (const { refusals, lost, ended } of troubles) {
          pass([...refusals]);
          const pods = own();
          for (const index of lost) {
            const pod = pods[index];
            if (pod) remove(store, start, 'pods', `default/${pod.metadata.name}`, cause);
          }
          for (const index of ended) {
            const pod = getObject<Stored<Pod>>(store, 'pods', `default/${pods[index]?.metadata.name}`);
            if (pod) put(store, start, 'pods', { ...pod, status: { phase: 'Failed' } } as Stored<Pod>, cause);
          }
        }
        const now = stored();
        put(store, start, 'replicasets', { ...now, spec: { ...now.spec, replicas: then } } as never, cause);
        let passes = 0;
        while (pass() > 0) expect(++passes).toBeLessThan(6);
        expect(own().filter(isPodActive)).toHaveLength(then);
        expect(stored().status?.replicas).toBe(then);
        expect(listObjects(store, 'pods').length).toBe(own().length);
      }),
    );
  });
});
