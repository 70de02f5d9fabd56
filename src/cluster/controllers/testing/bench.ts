import type { KubernetesObject, Pod, Stored } from '../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../api/time.ts';
import { createStore, getObject, listObjects, put, remove, type Store } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import type { LateRules } from '../late/registry.ts';
import { isPodTerminal } from '../pods.ts';

const cause = { actor: 'test' };
const start = fromTimestamp('2026-01-01T00:00:00Z');

/** A controller and a store that does at once what it asks for: no API server, no time between the writes. */
export interface Bench {
  store: Store;
  readonly now: number;
  events: string[];
  /** One pass over a key; answers what was asked for. */
  pass(key: string): Plan;
  advance(milliseconds: number): void;
  /** Puts an object as it is. */
  set(resource: string, object: object): void;
  get<T extends KubernetesObject>(resource: string, key: string): T | undefined;
  pods(): Stored<Pod>[];
  setPod(pod: Stored<Pod>, phase: string, ready?: boolean): void;
  /** Pods that are being deleted end, and vanish where no finalizer holds them; answers for how many that was so. */
  reap(): number;
}

/** What a test bench is made of: the controller, and its memory at the beginning. */
export function createBench(rules: LateRules, memory: unknown): Bench {
  const store = createStore();
  let now = start;
  let serial = 0;
  const events: string[] = [];
  const keyOf = (namespace: string | undefined, name: string) => (namespace ? `${namespace}/${name}` : name);
  const change = (change: Parameters<NonNullable<LateRules['keysFor']>>[0]) => rules.keysFor(change, store, memory);
  const set = (resource: string, object: object) => {
    change(put(store, now, resource, object as KubernetesObject, cause));
  };
  const erase = (resource: string, key: string) => {
    const gone = remove(store, now, resource, key, cause);
    if (gone) change(gone);
  };

  const apply = (write: Write) => {
    if (!('request' in write)) {
      events.push(`${write.event.reason} ${write.event.message}`);
      return;
    }
    const { request } = write;
    if (write.event) events.push(`${write.event.reason} ${write.event.message}`);
    if (request.verb === 'create') {
      const metadata = { uid: `uid-${++serial}`, creationTimestamp: toTimestamp(now), ...request.object.metadata };
      const key = keyOf(metadata.namespace, metadata.name ?? '');
      if (getObject(store, request.resource, key)) throw new Error(`${key} is there already`);
      const status = request.resource === 'pods' ? { status: { phase: 'Pending' } } : {};
      set(request.resource, { ...request.object, metadata, ...status });
    } else if (request.verb === 'update') set(request.resource, request.object);
    else if (request.verb === 'delete') {
      const key = keyOf(request.namespace, request.name);
      const old = getObject(store, request.resource, key);
      if (!old) return;
      if (request.resource !== 'pods') erase(request.resource, key);
      else if (!old.metadata.deletionTimestamp)
        set('pods', { ...old, metadata: { ...old.metadata, deletionTimestamp: toTimestamp(now) } });
    } else if (request.verb === 'patch') {
      const old = getObject(store, request.resource, keyOf(request.namespace, request.name));
      const { metadata } = request.patch as { metadata: object };
      const merged = Object.entries({ ...old?.metadata, ...metadata }).filter(([, value]) => value !== null);
      if (old) set(request.resource, { ...old, metadata: Object.fromEntries(merged) });
    }
  };

  return {
    store,
    events,
    get now() {
      return now;
    },
    pass(key) {
      const view: View = { now, store, memory, generateName: (base) => `${base}${++serial}` };
      const plan = rules.reconcile(view, key);
      for (const write of plan.writes) apply(write);
      return plan;
    },
    advance(milliseconds) {
      now += milliseconds;
    },
    set,
    get: (resource, key) => getObject(store, resource, key),
    pods: () => listObjects<Stored<Pod>>(store, 'pods'),
    setPod(pod, phase, ready = false) {
      const status = ready ? 'True' : 'False';
      const conditions = [{ type: 'Ready', status, lastTransitionTime: toTimestamp(now) }];
      set('pods', { ...pod, status: { phase, conditions } });
    },
    reap() {
      let count = 0;
      for (const pod of listObjects<Stored<Pod>>(store, 'pods')) {
        if (!pod.metadata.deletionTimestamp) continue;
        if (isPodTerminal(pod) && pod.metadata.finalizers?.length) continue;
        count++;
        if (isPodTerminal(pod)) erase('pods', `default/${pod.metadata.name}`);
        else set('pods', { ...pod, status: { phase: 'Failed' } });
      }
      return count;
    },
  };
}
