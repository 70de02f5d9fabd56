import type { Pod, Stored } from '../../../../api/objects.ts';
import { podTemplateHash } from '../../../../api/podtemplatehash.ts';
import { getObject, keyOf, type Store } from '../../../world/store.ts';
import type { Write } from '../../controller.ts';
import { writeStatus } from '../../podcontrol.ts';
import {
  claimRevisions,
  createRevision,
  deleteRevision,
  keepsTemplate,
  newRevision,
  revisionHashLabel,
  type StoredRevision,
  updateRevision,
} from '../revisions.ts';
import { type StoredDaemonSet, templateOf } from './draft.ts';

/** The revisions of a DaemonSet: the one of its template, where that could be had, and the others. */
export interface History {
  current?: StoredRevision;
  old: StoredRevision[];
  writes: Write[];
}

/** Finds the revision of the DaemonSet's template or makes it; it has the highest number. Source: constructHistory. */
export function constructHistory(store: Store, daemonSet: StoredDaemonSet, pods: readonly Stored<Pod>[]): History {
  const template = templateOf(daemonSet);
  const { owned, writes } = claimRevisions(store, daemonSet, daemonSet.spec?.selector);
  const isCurrent = (revision: StoredRevision) => template !== undefined && keepsTemplate(revision, template);
  const old = owned.filter((revision) => !isCurrent(revision));
  const next = Math.max(0, ...old.map(({ revision }) => revision)) + 1;
  const [current, ...doubles] = owned.filter(isCurrent).sort((a, b) => b.revision - a.revision);
  if (!current) return { old, ...makeCurrent(store, daemonSet, next, writes) };
  for (const double of doubles) writes.push(...relabel(pods, current), deleteRevision(double));
  if (current.revision >= next) return { current, old, writes };
  const raised = { ...current, revision: next };
  return { current: raised, old, writes: [...writes, updateRevision(raised)] };
}

function makeCurrent(
  store: Store,
  daemonSet: StoredDaemonSet,
  revision: number,
  writes: Write[],
): Omit<History, 'old'> {
  const template = templateOf(daemonSet);
  const { status } = daemonSet;
  const hash = template ? podTemplateHash(template, status?.collisionCount) : '';
  const current = newRevision(daemonSet, template, hash, revision, revisionHashLabel);
  if (!getObject(store, 'controllerrevisions', keyOf(current.metadata)))
    return { current, writes: [...writes, createRevision(current)] };
  // The name is somebody else's: the hash is made anew with a higher count.
  const collided = { ...status, collisionCount: (status?.collisionCount ?? 0) + 1 };
  return { writes: [...writes, writeStatus('daemonsets', daemonSet, collided)] };
}

/** Of two revisions with the same template one is kept, and all Pods are its. Source: dedupCurHistories. */
function relabel(pods: readonly Stored<Pod>[], { metadata }: StoredRevision): Write[] {
  const hash = metadata.labels?.[revisionHashLabel];
  return pods
    .filter((pod) => pod.metadata.labels?.[revisionHashLabel] !== hash)
    .map(({ metadata: { name, namespace } }) => ({
      request: {
        verb: 'patch',
        resource: 'pods',
        ...(namespace && { namespace }),
        name,
        patchType: 'merge',
        patch: { metadata: { labels: { [revisionHashLabel]: hash } } },
      },
      tolerate: [404],
    }));
}

/** Deletes old revisions beyond the limit that no Pod is of, the earliest first. Source: cleanupHistory. */
export function cleanUpHistory(
  { spec }: StoredDaemonSet,
  old: readonly StoredRevision[],
  pods: readonly Stored<Pod>[],
): Write[] {
  const live = new Set(pods.map(({ metadata }) => metadata.labels?.[revisionHashLabel]));
  const surplus = Math.max(0, old.length - (spec?.revisionHistoryLimit ?? 10));
  return [...old]
    .sort((a, b) => a.revision - b.revision)
    .filter(({ metadata }) => !live.has(metadata.labels?.[revisionHashLabel]))
    .slice(0, surplus)
    .map(deleteRevision);
}
