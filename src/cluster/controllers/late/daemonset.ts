import { isSame } from '../../../api/equal.ts';
import { controllerOf, type Node, type Pod, type Stored } from '../../../api/objects.ts';
import { type Change, getObject, keyOf, listIndexed, listObjects, type Store } from '../../world/store.ts';
import { claim } from '../claim.ts';
import type { View, Write } from '../controller.ts';
import { isNamespaceGoing } from '../goingnamespace.ts';
import { eventAbout } from '../podcontrol.ts';
import { isPodTerminal } from '../pods.ts';
import {
  type DaemonSetMemory,
  type Draft,
  daemonSetController,
  memoryOf,
  minReadySecondsOf,
  type StoredDaemonSet,
} from './daemonset/draft.ts';
import { cleanUpHistory, constructHistory } from './daemonset/history.ts';
import { manage } from './daemonset/manage.ts';
import { rollingUpdate } from './daemonset/rollingupdate.ts';
import { syncStatus } from './daemonset/status.ts';
import { shouldRun, targetNode } from './daemonset/template.ts';
import { ownersOf } from './owners.ts';
import { comingLooks, noteReady } from './readylooks.ts';
import type { LateRules } from './registry.ts';
import { revisionHashLabel } from './revisions.ts';

/** Keeps a Pod on every node that a DaemonSet is for. Source: pkg/controller/daemon of 1.36. */
export const daemonSet: LateRules = {
  keysFor(change, store, memory) {
    if (change.resource === 'daemonsets') return [change.key];
    if (change.resource === 'nodes') return concernedBy(change, store);
    const keys = ownersOf(change, 'DaemonSet', 'daemonsets', store);
    const { looks } = memory as DaemonSetMemory;
    const seconds = (key: string) => {
      const found = getObject<StoredDaemonSet>(store, 'daemonsets', key);
      return found ? minReadySecondsOf(found) : 0;
    };
    if (change.resource === 'pods' && controllerOf(change.object)) noteReady(looks, change, keys, seconds);
    return keys;
  },
  reconcile(view, key) {
    const { store, now } = view;
    const found = getObject<StoredDaemonSet>(store, 'daemonsets', key);
    const looks = comingLooks(memoryOf(view).looks, key, now);
    if (!found || found.metadata.deletionTimestamp) return { writes: [] };
    const { metadata, spec } = found;
    const own = listIndexed<Stored<Pod>>(store, 'podsByController', metadata.uid);
    const orphans = listIndexed<Stored<Pod>>(store, 'podsByController', `orphan:${metadata.namespace}`);
    const { owned, writes } = claim(found, spec?.selector, [...own, ...orphans]);
    const history = constructHistory(store, found, owned);
    writes.push(...history.writes);
    if (!history.current) return { writes, failed: true };
    const draft = draftOf(view, found, owned, history.current.metadata.labels?.[revisionHashLabel] ?? '', writes);
    draft.looks.push(...looks);
    if (!manage(draft) && spec?.updateStrategy?.type === 'RollingUpdate') rollingUpdate(draft);
    writes.push(...cleanUpHistory(found, history.old, owned));
    syncStatus(draft);
    if (draft.looks.length === 0) return { writes };
    return { writes, requeueAfter: Math.min(...draft.looks) - now };
  },
  refused(view, key, request, failure) {
    const { store } = view;
    const found = getObject<StoredDaemonSet>(store, 'daemonsets', key);
    if (!found || request.resource !== 'pods' || request.verb === 'patch' || isNamespaceGoing(store, found)) return [];
    const [reason, doing] = request.verb === 'create' ? ['FailedCreate', 'creating'] : ['FailedDelete', 'deleting'];
    const own = listIndexed<Stored<Pod>>(store, 'podsByController', found.metadata.uid);
    const message = `Error ${doing}: ${failure.message}`;
    const current = constructHistory(store, found, own).current;
    const draft = draftOf(view, found, own, current?.metadata.labels?.[revisionHashLabel] ?? '', []);
    syncStatus(draft);
    return [{ event: eventAbout(daemonSetController, found, 'Warning', reason ?? '', message) }, ...draft.writes];
  },
};

function draftOf(
  view: View,
  found: StoredDaemonSet,
  pods: readonly Stored<Pod>[],
  hash: string,
  writes: Write[],
): Draft {
  const podsByNode = new Map<string, Stored<Pod>[]>();
  for (const pod of pods) {
    // What has ended and is leaving is no longer the controller's business.
    const node = pod.metadata.deletionTimestamp && isPodTerminal(pod) ? undefined : targetNode(pod);
    if (node !== undefined) podsByNode.set(node, [...(podsByNode.get(node) ?? []), pod]);
  }
  const nodes = listObjects<Stored<Node>>(view.store, 'nodes');
  return { view, daemonSet: found, nodes, podsByNode, hash, writes, looks: [] };
}

/**
 * The DaemonSets that a change of a node gives something to do: a Pod to make there, one to delete, or perhaps one that is
 * no longer out of place. That a node has gone, or that only other counts of their status change, wakes none. Source:
 * syncNodeUpdate.
 */
function concernedBy({ type, object, previous }: Change, store: Store): string[] {
  if (type === 'DELETED') return [];
  const node = object as Stored<Node>;
  const before = previous as Stored<Node> | undefined;
  if (before && isSame(before.spec, node.spec) && isSame(before.metadata.labels, node.metadata.labels)) return [];
  const pods = listIndexed<Stored<Pod>>(store, 'podsByNode', node.metadata.name);
  const owners = new Set(pods.map((pod) => controllerOf(pod)?.uid));
  return listObjects<StoredDaemonSet>(store, 'daemonsets')
    .filter((one) => {
      const { run, stay } = shouldRun(node, one);
      return owners.has(one.metadata.uid) ? !stay || (one.status?.numberMisscheduled ?? 0) > 0 : run;
    })
    .map(({ metadata }) => keyOf(metadata));
}
