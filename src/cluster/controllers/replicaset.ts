import { isSame } from '../../api/equal.ts';
import { controllerOf, type Pod, type ReplicaSet, type Stored } from '../../api/objects.ts';
import { matchesSelector } from '../../api/selectors/labels.ts';
import type { Milliseconds } from '../world/queue.ts';
import { getObject, keyOf, listIndexed, listObjects, type Store } from '../world/store.ts';
import { claim } from './claim.ts';
import type { Controller, Plan, View, Write } from './controller.ts';
import { isNamespaceGoing } from './goingnamespace.ts';
import { inOrderOfDeletion } from './podorder.ts';
import { isPodActive, isPodTerminal, isPodTerminating } from './pods.ts';
import { type Counts, countByIndex, countPods, newStatus, replicaFailure } from './replicaset/status.ts';
import { burst, createPods, deletePods, eventAbout, replicaSetController, writeStatus } from './replicaset/writes.ts';

/** Keeps as many Pods as a ReplicaSet wants. Source: pkg/controller/replicaset of 1.36. */
export const replicaSet: Controller = {
  name: replicaSetController,
  watches: ['replicasets', 'pods'],
  keysFor({ resource, key, type, object, previous }, store) {
    if (resource === 'replicasets') return [key];
    const { namespace } = object.metadata;
    const now = controllerOf(object);
    const before = previous && controllerOf(previous);
    const keys = now?.kind === 'ReplicaSet' ? [`${namespace}/${now.name}`] : [];
    if (before?.kind === 'ReplicaSet' && before.uid !== now?.uid) keys.push(`${namespace}/${before.name}`);
    const isNews = !previous || before || !isSame(object.metadata.labels, previous.metadata.labels);
    if (!now && type !== 'DELETED' && isNews) keys.push(...selecting(object as Stored<Pod>, store));
    return keys;
  },
  reconcile(view, key) {
    const found = getObject<Stored<ReplicaSet>>(view.store, 'replicasets', key);
    if (!found) return { writes: [] };
    const counts = countByIndex(view.store, found);
    if (counts && counts.active <= replicasOf(found)) return planOf(view, found, counts, []);
    const own = listIndexed<Stored<Pod>>(view.store, 'podsByController', found.metadata.uid);
    const orphans = listIndexed<Stored<Pod>>(view.store, 'podsByController', `orphan:${found.metadata.namespace}`);
    const candidates = [...own, ...orphans].filter(isPodActive);
    const { owned, writes } = claim(found, found.spec?.selector, candidates);
    const exact = countPods(found, owned, own.filter(isPodTerminating).length, view.now);
    return planOf(view, found, exact, writes, owned);
  },
  refused({ store, now }, key, request, failure) {
    const found = getObject<Stored<ReplicaSet>>(store, 'replicasets', key);
    if (!found || request.resource !== 'pods' || request.verb === 'patch') return [];
    if (isNamespaceGoing(store, found)) return [];
    const [reason, doing] = request.verb === 'create' ? ['FailedCreate', 'creating'] : ['FailedDelete', 'deleting'];
    const own = listIndexed<Stored<Pod>>(store, 'podsByController', found.metadata.uid);
    const counts = countPods(found, own.filter(isPodActive), own.filter(isPodTerminating).length, now);
    const status = newStatus(found, counts, replicaFailure(now, reason ?? '', failure.message));
    return [
      { event: eventAbout(found, 'Warning', reason ?? '', `Error ${doing}: ${failure.message}`) },
      ...(isSame(status, found.status) ? [] : [writeStatus(found, status)]),
    ];
  },
};

const replicasOf = ({ spec }: Stored<ReplicaSet>): number => spec?.replicas ?? 1;

/** The Pods to make or to delete, then the status as it was found. */
function planOf(
  view: View,
  found: Stored<ReplicaSet>,
  counts: Counts,
  claims: Write[],
  pods: readonly Stored<Pod>[] = [],
): Plan {
  const writes = [...claims];
  const missing = replicasOf(found) - counts.active;
  if (!found.metadata.deletionTimestamp) {
    if (missing > 0) writes.push(...createPods(found, Math.min(missing, burst), view.generateName));
    else if (missing < 0) writes.push(...deletePods(found, surplus(view, found, pods, Math.min(-missing, burst))));
  }
  const status = newStatus(found, counts, undefined);
  if (!isSame(status, found.status)) writes.push(writeStatus(found, status));
  if (counts.nextAvailable === undefined) return { writes };
  return { writes, requeueAfter: (counts.nextAvailable - view.now) satisfies Milliseconds };
}

/** Those of the Pods that go first. */
function surplus(view: View, found: Stored<ReplicaSet>, pods: readonly Stored<Pod>[], count: number): Stored<Pod>[] {
  if (count >= pods.length) return [...pods];
  return inOrderOfDeletion(pods, relatedPods(view.store, found, pods), view.now).slice(0, count);
}

/** The Pods of all ReplicaSets of the same Deployment. Source: getIndirectlyRelatedPods. */
function relatedPods(store: Store, found: Stored<ReplicaSet>, own: readonly Stored<Pod>[]): readonly Stored<Pod>[] {
  const owner = controllerOf(found);
  if (!owner) return own;
  const siblings = listIndexed<Stored<ReplicaSet>>(store, 'replicaSetsByController', owner.uid);
  return siblings.flatMap(({ metadata: { uid } }) =>
    uid === found.metadata.uid ? own : listIndexed<Stored<Pod>>(store, 'podsByController', uid),
  );
}

/** The ReplicaSets that would adopt a Pod without controller. */
function selecting(pod: Stored<Pod>, store: Store): string[] {
  if (isPodTerminal(pod)) return [];
  return listObjects<Stored<ReplicaSet>>(store, 'replicasets', pod.metadata.namespace)
    .filter(({ spec }) => matchesSelector(spec?.selector, pod.metadata.labels))
    .map(({ metadata }) => keyOf(metadata));
}
