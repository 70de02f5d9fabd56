import { keyOf } from '../../api/key.ts';
import type { KubernetesObject } from '../../api/objects.ts';
import { type Indexer, indexers } from './indexes.ts';
import type { Milliseconds } from './queue.ts';

export { keyOf };

/** Why a write was made: the walk along these answers "why?". */
export interface Cause {
  /** The component or person that wrote: `replicaset-controller`, `kubelet/node-1`, `kubectl`. */
  actor: string;
  /** The revision whose sight made it write. */
  saw?: number;
  /** The user action behind it, by its number in the history of commands. */
  command?: number;
}

export type ChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** One write, as etcd's log holds it. */
export interface Change {
  revision: number;
  at: Milliseconds;
  type: ChangeType;
  /** Plural name of the resource. */
  resource: string;
  key: string;
  object: KubernetesObject;
  previous?: KubernetesObject;
  cause: Cause;
}

/** Revisioned objects, as etcd keeps them behind the API server. Plain data: part of the world. */
export interface Store {
  revision: number;
  /** Changes up to this revision have been dropped from `log`; a watch from before it is answered 410 Gone. */
  compactedRevision: number;
  /** The last changes, oldest first, one per revision. */
  log: Change[];
  /** By plural name of the resource, then by key (`namespace/name`, or `name`). Stored objects are never changed in place. */
  objects: Map<string, Map<string, KubernetesObject>>;
  /** By index name, then by value: the keys of the objects that have it. See indexes.ts. */
  indexes: Map<string, Map<string, Set<string>>>;
}

/** The log may grow to twice this before its older half is dropped. */
const keptChanges = 20_000;

export function createStore(): Store {
  return { revision: 0, compactedRevision: 0, log: [], objects: new Map(), indexes: new Map() };
}

/** The object, if it exists. `T` is what the caller knows the resource to hold. */
export function getObject<T extends KubernetesObject = KubernetesObject>(
  store: Store,
  resource: string,
  key: string,
): T | undefined {
  return store.objects.get(resource)?.get(key) as T | undefined;
}

/** All objects of a resource, of one namespace where it is given, in order of creation. */
export function listObjects<T extends KubernetesObject = KubernetesObject>(
  store: Store,
  resource: string,
  namespace?: string,
): T[] {
  const all = [...(store.objects.get(resource)?.values() ?? [])] as T[];
  return namespace === undefined ? all : all.filter((object) => object.metadata.namespace === namespace);
}

/** The objects that an index of indexes.ts gives for a value, in the order in which they came to have it. */
export function listIndexed<T extends KubernetesObject = KubernetesObject>(
  store: Store,
  index: keyof typeof indexers,
  value: string,
): T[] {
  const keys = store.indexes.get(index)?.get(value);
  if (!keys) return [];
  const objects = store.objects.get(indexers[index].resource);
  const found: T[] = [];
  for (const key of keys) {
    const object = objects?.get(key);
    if (object) found.push(object as T);
  }
  return found;
}

/** Whether an index of indexes.ts gives anything for a value. */
export function hasAny(store: Store, index: keyof typeof indexers, value: string): boolean {
  return store.indexes.get(index)?.has(value) ?? false;
}

/** Writes an object that is new or replaces the one of the same key; gives it the next revision as resourceVersion. */
export function put(store: Store, at: Milliseconds, resource: string, object: KubernetesObject, cause: Cause): Change {
  const revision = ++store.revision;
  const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } };
  const key = keyOf(stored.metadata);
  let objects = store.objects.get(resource);
  if (!objects) {
    objects = new Map();
    store.objects.set(resource, objects);
  }
  const previous = objects.get(key);
  objects.set(key, stored);
  const change: Change = { revision, at, type: previous ? 'MODIFIED' : 'ADDED', resource, key, object: stored, cause };
  if (previous) change.previous = previous;
  return append(store, change);
}

/** Removes an object; the change carries its last state with the revision of the removal. */
export function remove(
  store: Store,
  at: Milliseconds,
  resource: string,
  key: string,
  cause: Cause,
): Change | undefined {
  const previous = store.objects.get(resource)?.get(key);
  if (!previous) return undefined;
  const revision = ++store.revision;
  store.objects.get(resource)?.delete(key);
  const object = { ...previous, metadata: { ...previous.metadata, resourceVersion: String(revision) } };
  return append(store, { revision, at, type: 'DELETED', resource, key, object, previous, cause });
}

function append(store: Store, change: Change): Change {
  updateIndexes(store, change);
  store.log.push(change);
  if (store.log.length >= 2 * keptChanges) compact(store, store.revision - keptChanges);
  return change;
}

/** Forgets the changes up to and including a revision, as etcd's compaction does. */
export function compact(store: Store, revision: number): void {
  if (revision <= store.compactedRevision) return;
  store.log = store.log.slice(Math.min(revision - store.compactedRevision, store.log.length));
  store.compactedRevision = Math.min(revision, store.revision);
}

/** The changes after a revision, oldest first, or `gone` where some of them have been compacted away. */
export function changesSince(store: Store, revision: number): readonly Change[] | 'gone' {
  if (revision < store.compactedRevision) return 'gone';
  return store.log.slice(revision - store.compactedRevision);
}

const indexersOf = new Map<string, [string, Indexer][]>();
for (const [name, indexer] of Object.entries<Indexer>(indexers))
  indexersOf.set(indexer.resource, [...(indexersOf.get(indexer.resource) ?? []), [name, indexer]]);

function updateIndexes(store: Store, change: Change): void {
  for (const [name, indexer] of indexersOf.get(change.resource) ?? []) {
    // To make a value and to compare two costs more than to see that nothing which it is made of has changed.
    if (change.previous && change.type === 'MODIFIED' && indexer.isUnchanged?.(change.previous, change.object))
      continue;
    const old = change.previous && indexer.value(change.previous);
    const now = change.type === 'DELETED' ? undefined : indexer.value(change.object);
    if (old === now) continue;
    let index = store.indexes.get(name);
    if (!index) {
      index = new Map();
      store.indexes.set(name, index);
    }
    if (old !== undefined) {
      const keys = index.get(old);
      keys?.delete(change.key);
      if (keys?.size === 0) index.delete(old);
    }
    if (now !== undefined) {
      const keys = index.get(now);
      if (keys) keys.add(change.key);
      else index.set(now, new Set([change.key]));
    }
  }
}
