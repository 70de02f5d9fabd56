import type { Node, Pod, Stored } from '../../../api/objects.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject, listIndexed, type Store } from '../../world/store.ts';
import type { Write } from '../controller.ts';
import { deletePod, markDisrupted } from '../disruption.ts';
import { readiness } from '../nodelifecycle/taints.ts';
import { isPodTerminal } from '../pods.ts';
import type { LateRules } from './registry.ts';

/** Source: gcCheckPeriod 20 s, quarantineTime 40 s. */
const period = 20_000;
const quarantine = 40_000;
/** When in these 20 s a round falls depends on when the controller manager was started: as in recordings/controllers ds-node-added. */
const phase = 9_000;
/** From its first call about a Pod to the next, beyond the usual. Source: recordings/controllers node-delete-*. */
const betweenCalls = 6;
const outOfService = 'node.kubernetes.io/out-of-service';
const round = 'round';

/** When a node was first found missing, by its name. */
type Missing = Map<string, Milliseconds>;

/**
 * Deletes Pods that no kubelet will: those of nodes that are gone, and of nodes declared out of service. One key,
 * `round`, every 20 s as long as there is something to look at. Source: pkg/controller/podgc of 1.36.
 */
export const podGarbageCollector: LateRules = {
  keysFor({ resource, type, object, previous }, store) {
    if (resource === 'nodes') return type === 'DELETED' || isOutOfService(object as Stored<Node>) ? [round] : [];
    const nodeName = (object as Stored<Pod>).spec?.nodeName;
    if (!nodeName || type === 'DELETED' || nodeName === (previous as Stored<Pod> | undefined)?.spec?.nodeName)
      return [];
    return getObject(store, 'nodes', nodeName) ? [] : [round];
  },
  reconcile({ now, store, memory }) {
    const requeueAfter = period - ((now + period - phase) % period);
    if (requeueAfter !== period) return { writes: [], requeueAfter };
    const missing = memory as Missing;
    const writes: Write[] = [];
    const names = [...(store.indexes.get('podsByNode')?.keys() ?? [])].filter((name) => name !== '');
    const lost = new Set(names.filter((name) => !getObject(store, 'nodes', name)));
    for (const name of missing.keys()) if (!lost.has(name)) missing.delete(name);
    for (const name of lost) {
      const since = missing.get(name) ?? now;
      missing.set(name, since);
      if (now < since + quarantine) continue;
      for (const pod of podsOf(store, name))
        writes.push(...end(pod, now, 'PodGC: node no longer exists', isPodTerminal(pod)));
    }
    const broken = names.filter((name) => isOutOfService(getObject<Stored<Node>>(store, 'nodes', name)));
    for (const name of broken)
      for (const pod of podsOf(store, name))
        if (pod.metadata.deletionTimestamp)
          writes.push(...end(pod, now, 'PodGC: node is out of service', isPodTerminal(pod)));
    return lost.size + broken.length > 0 ? { writes, requeueAfter } : { writes };
  },
};

const podsOf = (store: Store, node: string): Stored<Pod>[] => listIndexed<Stored<Pod>>(store, 'podsByNode', node);

function isOutOfService(node: Stored<Node> | undefined): boolean {
  if (!node || readiness(node) === 'True') return false;
  return node.spec?.taints?.some(({ key }) => key === outOfService) ?? false;
}

function end(pod: Stored<Pod>, now: Milliseconds, message: string, hasEnded: boolean): Write[] {
  // Others act upon the end of the Pod before it is gone: a StatefulSet deletes it too.
  const last = { ...deletePod(pod, 0), after: betweenCalls };
  return hasEnded ? [last] : [markDisrupted(pod, now, 'DeletionByPodGC', message, 'Failed'), last];
}
