import { controllerOf, type Pod, type Stored } from '../../../api/objects.ts';
import { getObject, listIndexed } from '../../world/store.ts';
import { claim } from '../claim.ts';
import { isNamespaceGoing } from '../goingnamespace.ts';
import { ownersOf } from './owners.ts';
import { comingLooks, noteReady, type ReadyLooks } from './readylooks.ts';
import type { LateRules } from './registry.ts';
import {
  claimEvent,
  type Draft,
  minReadySecondsOf,
  ordinalOf,
  podEvent,
  replicasOf,
  type StoredStatefulSet,
} from './statefulset/draft.ts';
import { syncHistory, truncateHistory } from './statefulset/history.ts';
import { updateReplicas } from './statefulset/replicas.ts';
import { statusOf, syncStatus } from './statefulset/status.ts';

const find = getObject<StoredStatefulSet>;

/** Keeps the numbered Pods of a StatefulSet, in order. Source: pkg/controller/statefulset of 1.36. */
export const statefulSet: LateRules = {
  keysFor(change, store, memory) {
    if (change.resource === 'statefulsets') return [change.key];
    const keys = ownersOf(change, 'StatefulSet', 'statefulsets', store);
    const seconds = (key: string) => {
      const set = find(store, 'statefulsets', key);
      return set ? minReadySecondsOf(set) : 0;
    };
    if (controllerOf(change.object)) noteReady(memory as ReadyLooks, change, keys, seconds);
    return keys;
  },
  reconcile(view, key) {
    const { store, now } = view;
    const set = find(store, 'statefulsets', key);
    const looks = comingLooks(view.memory as ReadyLooks, key, now);
    if (!set) return { writes: [] };
    const draft: Draft = { view, set, writes: [] };
    const pods = claimPods(draft);
    const history = syncHistory(draft);
    const outcome = set.metadata.deletionTimestamp
      ? { deletedForUpdate: 0, failed: false }
      : updateReplicas(draft, history, pods);
    const status = statusOf(draft, history, pods, outcome.deletedForUpdate);
    syncStatus(draft, status);
    truncateHistory(draft, history, pods);
    const minReadySeconds = minReadySecondsOf(set);
    if (minReadySeconds > 0 && status.availableReplicas !== replicasOf(set)) looks.push(now + minReadySeconds * 1000);
    return {
      writes: draft.writes,
      ...(outcome.failed && { failed: true }),
      ...(looks.length > 0 && { requeueAfter: Math.min(...looks) - now }),
    };
  },
  refused(view, key, request, failure) {
    const set = find(view.store, 'statefulsets', key);
    if (!set || isNamespaceGoing(view.store, set)) return [];
    const draft: Draft = { view, set, writes: [] };
    const pods = claimPods(draft);
    const history = syncHistory(draft);
    draft.writes = [];
    const name = 'object' in request ? (request.object.metadata?.name ?? '') : '';
    const isPod = request.resource === 'pods' && request.verb === 'create';
    if (isPod && failure.code !== 409) draft.writes.push({ event: podEvent(set, 'Create', name, failure.message) });
    if (request.resource === 'persistentvolumeclaims' && request.verb === 'create') {
      const ordinal = /[0-9]+$/.exec(name)?.[0] ?? '';
      const pod = `${set.metadata.name}-${ordinal}`;
      draft.writes.push({ event: claimEvent(set, name, pod, failure.message) });
      draft.writes.push({ event: podEvent(set, 'Create', pod, failure.message) });
    }
    syncStatus(draft, statusOf(draft, history, pods, 0));
    return draft.writes;
  },
};

/** Its own Pods and those that it adopts, all with a name of the StatefulSet's. Source: getPodsForStatefulSet. */
function claimPods(draft: Draft): Stored<Pod>[] {
  const { set, view } = draft;
  const own = listIndexed<Stored<Pod>>(view.store, 'podsByController', set.metadata.uid);
  const orphans = listIndexed<Stored<Pod>>(view.store, 'podsByController', `orphan:${set.metadata.namespace}`);
  const members = [...own, ...orphans].filter((pod) => ordinalOf(pod, set) !== undefined);
  const { owned, writes } = claim(set, set.spec?.selector, members);
  draft.writes.push(...writes);
  return owned;
}
