import type { KubernetesObject, OwnerReference } from '../../api/objects.ts';
import { resourceOfKind, resources } from '../../api/resources.ts';
import { type Change, getObject, keyOf, type Store } from '../world/store.ts';
import { setOwners } from './claim.ts';
import type { Controller, Plan, Write } from './controller.ts';

const foreground = 'foregroundDeletion';
const orphan = 'orphan';

/** Who depends on whom: by the uid of an owner (there or not), the keys of its dependents. */
type Graph = Map<string, Set<string>>;

/** Events have no owners; all else may. */
const watched = resources.map(({ plural }) => plural).filter((plural) => plural !== 'events');

/**
 * Deletes what all owners of are gone, works off the finalizers of foreground and orphaning deletion. Keys are
 * `resource/key`. Source: pkg/controller/garbagecollector of 1.36.
 */
export const garbageCollector: Controller = {
  name: 'generic-garbage-collector',
  watches: watched,
  createMemory: (): Graph => new Map(),
  remember(memory, { type, resource, key, object, previous }) {
    const graph = memory as Graph;
    const now = type === 'DELETED' ? undefined : object.metadata.ownerReferences;
    const before = previous?.metadata.ownerReferences;
    if (now === before) return;
    const own = `${resource}/${key}`;
    for (const { uid } of before ?? []) {
      const dependents = graph.get(uid);
      dependents?.delete(own);
      if (dependents?.size === 0) graph.delete(uid);
    }
    for (const { uid } of now ?? []) {
      const dependents = graph.get(uid);
      if (dependents) dependents.add(own);
      else graph.set(uid, new Set([own]));
    }
  },
  keysFor: (change, store, memory) => keysFor(change, store, memory as Graph),
  reconcile({ store, memory }, key) {
    const object = find(store, key);
    if (!object) return { writes: [] };
    const dependents = dependentsOf(store, memory as Graph, object);
    if (isGoingWith(object, orphan)) return { writes: orphanAll(object, dependents) };
    if (isGoingWith(object, foreground)) {
      const isHeld = dependents.some((one) => referenceTo(one, object)?.blockOwnerDeletion);
      return { writes: isHeld ? [] : [removeFinalizer(object, foreground)] };
    }
    if (object.metadata.deletionTimestamp) return { writes: [] };
    return collect(store, object, dependents);
  },
};

function keysFor(change: Change, store: Store, graph: Graph): string[] {
  const { type, resource, key, object, previous } = change;
  const own = `${resource}/${key}`;
  const { uid, ownerReferences = [] } = object.metadata;
  if (type === 'DELETED') {
    const waiting = ownerReferences.flatMap((reference) => {
      const owner = ownerOf(store, object, reference);
      return owner && owner !== 'unknown' && isGoingWith(owner, foreground) ? [pathOf(owner)] : [];
    });
    return [...(graph.get(uid) ?? []), ...waiting];
  }
  const keys: string[] = [];
  if (isGoingWith(object, foreground) && !(previous && isGoingWith(previous, foreground)))
    keys.push(own, ...(graph.get(uid) ?? []));
  else if (isGoingWith(object, orphan) && !(previous && isGoingWith(previous, orphan))) keys.push(own);
  // An owner that is not there, or on its way out, may mean that this goes too.
  if (object.metadata.ownerReferences !== previous?.metadata.ownerReferences)
    if (ownerReferences.some((reference) => stateOf(store, object, reference) !== 'solid')) keys.push(own);
  return keys;
}

/** Deletes an object without a living owner; of several owners only the references to dead ones go. */
function collect(store: Store, object: KubernetesObject, dependents: readonly KubernetesObject[]): Plan {
  const references = object.metadata.ownerReferences ?? [];
  if (references.length === 0) return { writes: [] };
  const solid = references.filter((reference) => stateOf(store, object, reference) === 'solid');
  if (solid.length === references.length) return { writes: [] };
  if (solid.length > 0) return { writes: [setOwners(object, solid)] };
  const isWaitedFor = references.some((reference) => stateOf(store, object, reference) === 'waiting');
  return { writes: [deletion(object, isWaitedFor && dependents.length > 0 ? 'Foreground' : 'Background')] };
}

/** Of a reference: its owner lives, is gone, or waits for its dependents to go. Source: classifyReferences. */
function stateOf(store: Store, object: KubernetesObject, reference: OwnerReference): 'solid' | 'gone' | 'waiting' {
  const owner = ownerOf(store, object, reference);
  if (!owner) return 'gone';
  return owner !== 'unknown' && isGoingWith(owner, foreground) ? 'waiting' : 'solid';
}

/** `unknown` where the owner is of a kind that is not served: nobody can tell whether it lives. */
function ownerOf(
  store: Store,
  { metadata }: KubernetesObject,
  { apiVersion, kind, name, uid }: OwnerReference,
): KubernetesObject | 'unknown' | undefined {
  const resource = resourceOfKind(apiVersion, kind);
  if (!resource) return 'unknown';
  const { namespace } = metadata;
  const key = keyOf(resource.namespaced && namespace ? { namespace, name } : { name });
  const owner = getObject(store, resource.plural, key);
  return owner?.metadata.uid === uid ? owner : undefined;
}

function isGoingWith({ metadata }: KubernetesObject, finalizer: string): boolean {
  return metadata.deletionTimestamp !== undefined && (metadata.finalizers?.includes(finalizer) ?? false);
}

const referenceTo = (dependent: KubernetesObject, owner: KubernetesObject): OwnerReference | undefined =>
  dependent.metadata.ownerReferences?.find(({ uid }) => uid === owner.metadata.uid);

function orphanAll(owner: KubernetesObject, dependents: readonly KubernetesObject[]): Write[] {
  const released = dependents.map((one) => {
    const others = (one.metadata.ownerReferences ?? []).filter(({ uid }) => uid !== owner.metadata.uid);
    return setOwners(one, others);
  });
  return [...released, removeFinalizer(owner, orphan)];
}

function removeFinalizer(object: KubernetesObject, finalizer: string): Write {
  const { resource, namespace, name } = placeOf(object);
  const finalizers = (object.metadata.finalizers ?? []).filter((one) => one !== finalizer);
  return {
    request: {
      verb: 'patch',
      resource,
      ...(namespace && { namespace }),
      name,
      patchType: 'merge',
      patch: { metadata: { uid: object.metadata.uid, finalizers: finalizers.length > 0 ? finalizers : null } },
    },
    tolerate: [404],
  };
}

function deletion(object: KubernetesObject, propagationPolicy: 'Background' | 'Foreground'): Write {
  const { resource, namespace, name } = placeOf(object);
  const options = { propagationPolicy, preconditions: { uid: object.metadata.uid } };
  return {
    request: { verb: 'delete', resource, ...(namespace && { namespace }), name, options },
    tolerate: [404, 409],
  };
}

function placeOf({ apiVersion, kind, metadata }: KubernetesObject) {
  const { name, namespace } = metadata;
  return { resource: resourceOfKind(apiVersion, kind)?.plural ?? '', name, namespace };
}

const pathOf = (object: KubernetesObject): string => `${placeOf(object).resource}/${keyOf(object.metadata)}`;

function find(store: Store, path: string): KubernetesObject | undefined {
  const slash = path.indexOf('/');
  return getObject(store, path.slice(0, slash), path.slice(slash + 1));
}

function dependentsOf(store: Store, graph: Graph, owner: KubernetesObject): KubernetesObject[] {
  return [...(graph.get(owner.metadata.uid) ?? [])].flatMap((path) => find(store, path) ?? []);
}
