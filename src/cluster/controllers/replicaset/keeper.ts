import { isSame } from '../../../api/equal.ts';
import { controllerOf, type KubernetesObject, type Pod, type ReplicaSet, type Stored } from '../../../api/objects.ts';
import { matchesSelector } from '../../../api/selectors/labels.ts';
import { getObject, keyOf, listIndexed, listObjects, type Store } from '../../world/store.ts';
import { claim } from '../claim.ts';
import type { Controller, Plan, View, Write } from '../controller.ts';
import { isNamespaceGoing } from '../goingnamespace.ts';
import { burst, deletePods, eventAbout, writeStatus } from '../podcontrol.ts';
import { inOrderOfDeletion } from '../podorder.ts';
import { isPodActive, isPodTerminal, isPodTerminating } from '../pods.ts';
import { type Counts, countByIndex, countPods, newStatus, replicaFailure } from './status.ts';
import { createPods } from './writes.ts';

/** Which kind a keeper of replicas keeps: ReplicaSets, or what is kept like them. */
export interface Kept {
  name: string;
  resource: string;
  kind: string;
  /** The object as a ReplicaSet. */
  asReplicaSet(object: KubernetesObject): Stored<ReplicaSet>;
  /** Whether its status counts the Pods that are terminating. */
  countsTerminating: boolean;
}

/** A controller that keeps as many Pods as an object wants. Source: pkg/controller/replicaset of 1.36. */
export function keepReplicas(kept: Kept): Controller {
  const { name, resource: own, kind } = kept;
  const find = (store: Store, key: string): Stored<ReplicaSet> | undefined => {
    const found = getObject(store, own, key);
    return found && kept.asReplicaSet(found);
  };
  const statusOf = (...[found, counts, failure]: Parameters<typeof newStatus>) => {
    const { terminatingReplicas, ...status } = newStatus(found, counts, failure);
    return kept.countsTerminating ? { ...status, terminatingReplicas } : status;
  };

  /** The Pods to make or to delete, then the status as it was found. */
  const planOf = (
    view: View,
    found: Stored<ReplicaSet>,
    counts: Counts,
    claims: Write[],
    pods: readonly Stored<Pod>[] = [],
  ): Plan => {
    const writes = [...claims];
    const missing = replicasOf(found) - counts.active;
    if (!found.metadata.deletionTimestamp) {
      if (missing > 0) writes.push(...createPods(name, found, Math.min(missing, burst), view.generateName));
      else if (missing < 0)
        writes.push(...deletePods(name, found, surplus(view, found, pods, Math.min(-missing, burst))));
    }
    const status = statusOf(found, counts, undefined);
    if (!isSame(status, found.status)) writes.push(writeStatusOf(view.store, found, status));
    if (counts.nextAvailable === undefined) return { writes };
    return { writes, requeueAfter: counts.nextAvailable - view.now };
  };

  const writeStatusOf = (store: Store, found: Stored<ReplicaSet>, status: object): Write =>
    writeStatus(own, getObject(store, own, keyOf(found.metadata)) ?? found, status);

  /** Those that would adopt a Pod without controller. */
  const selecting = (pod: Stored<Pod>, store: Store): string[] =>
    isPodTerminal(pod)
      ? []
      : listObjects(store, own, pod.metadata.namespace)
          .filter((one) => matchesSelector(kept.asReplicaSet(one).spec?.selector, pod.metadata.labels))
          .map(({ metadata }) => keyOf(metadata));

  return {
    name,
    watches: [own, 'pods'],
    keysFor({ resource, key, type, object, previous }, store) {
      if (resource === own) return [key];
      const { namespace } = object.metadata;
      const now = controllerOf(object);
      const before = previous && controllerOf(previous);
      const keys = now?.kind === kind ? [`${namespace}/${now.name}`] : [];
      if (before?.kind === kind && before.uid !== now?.uid) keys.push(`${namespace}/${before.name}`);
      const isNews = !previous || before || !isSame(object.metadata.labels, previous.metadata.labels);
      if (!now && type !== 'DELETED' && isNews) keys.push(...selecting(object as Stored<Pod>, store));
      return keys;
    },
    reconcile(view, key) {
      const found = find(view.store, key);
      if (!found) return { writes: [] };
      const counts = countByIndex(view.store, found);
      if (counts && counts.active <= replicasOf(found)) return planOf(view, found, counts, []);
      const pods = listIndexed<Stored<Pod>>(view.store, 'podsByController', found.metadata.uid);
      const orphans = listIndexed<Stored<Pod>>(view.store, 'podsByController', `orphan:${found.metadata.namespace}`);
      const candidates = [...pods, ...orphans].filter(isPodActive);
      const { owned, writes } = claim(found, found.spec?.selector, candidates);
      const exact = countPods(found, owned, pods.filter(isPodTerminating).length, view.now);
      return planOf(view, found, exact, writes, owned);
    },
    refused({ store, now }, key, request, failure) {
      const found = find(store, key);
      if (!found || request.resource !== 'pods' || request.verb === 'patch') return [];
      if (isNamespaceGoing(store, found)) return [];
      const [reason, doing] = request.verb === 'create' ? ['FailedCreate', 'creating'] : ['FailedDelete', 'deleting'];
      const pods = listIndexed<Stored<Pod>>(store, 'podsByController', found.metadata.uid);
      const counts = countPods(found, pods.filter(isPodActive), pods.filter(isPodTerminating).length, now);
      const status = statusOf(found, counts, replicaFailure(now, reason ?? '', failure.message));
      return [
        { event: eventAbout(name, found, 'Warning', reason ?? '', `Error ${doing}: ${failure.message}`) },
        ...(isSame(status, found.status) ? [] : [writeStatusOf(store, found, status)]),
      ];
    },
  };
}

const replicasOf = ({ spec }: Stored<ReplicaSet>): number => spec?.replicas ?? 1;

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
