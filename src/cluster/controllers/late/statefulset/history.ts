import type { Pod, PodTemplateSpec, Stored } from '../../../../api/objects.ts';
import { getObject, keyOf } from '../../../world/store.ts';
import { revisionHash } from '../revisionhash.ts';
import {
  byRevision,
  claimRevisions,
  createRevision,
  deleteRevision,
  keepsTemplate,
  newRevision,
  revisionData,
  type StoredRevision,
  updateRevision,
} from '../revisions.ts';
import { type Draft, revisionNameOf } from './draft.ts';

const hashLabel = 'controller.kubernetes.io/hash';

/** The revisions of a StatefulSet. */
export interface History {
  /** What Pods were made of before the update under way. */
  current: StoredRevision;
  /** What they are made of now. */
  update: StoredRevision;
  all: StoredRevision[];
  collisionCount: number;
}

/** Finds the revision of the present template or makes it, with the highest number. Source: getStatefulSetRevisions. */
export function syncHistory(draft: Draft): History {
  const { set, view, writes } = draft;
  const claimed = claimRevisions(view.store, set, set.spec?.selector);
  writes.push(...claimed.writes);
  const all = claimed.owned.sort(byRevision);
  const last = all.at(-1);
  const next = (last?.revision ?? 0) + 1;
  const equal = all.filter((one) => keepsTemplate(one, set.spec?.template)).at(-1);
  let collisionCount = set.status?.collisionCount ?? 0;
  let update = equal;
  if (!update) {
    const made = makeRevision(draft, next, collisionCount);
    ({ update, collisionCount } = made);
  } else if (update !== last) {
    update = { ...update, revision: next };
    writes.push(updateRevision(update));
  }
  const current = all.find(({ metadata }) => metadata.name === set.status?.currentRevision) ?? update;
  return { current, update, all, collisionCount };
}

/** Of names that are taken by other revisions the next is tried. Source: CreateControllerRevision. */
function makeRevision({ set, view, writes }: Draft, revision: number, collisions: number) {
  const template = set.spec?.template as PodTemplateSpec;
  for (let collisionCount = collisions; ; collisionCount++) {
    const hash = revisionHash(revisionData(template), collisionCount);
    const update = newRevision(set, template, hash, revision, hashLabel);
    const known = getObject<StoredRevision>(view.store, 'controllerrevisions', keyOf(update.metadata));
    if (known && !keepsTemplate(known, template)) continue;
    if (!known) writes.push(createRevision(update));
    return { update: known ?? update, collisionCount };
  }
}

/** Deletes the earliest revisions that nothing is made of, beyond the limit. Source: truncateHistory. */
export function truncateHistory(draft: Draft, history: History, pods: readonly Stored<Pod>[]): void {
  const live = new Set([history.current, history.update].map(({ metadata }) => metadata.name));
  for (const pod of pods) live.add(revisionNameOf(pod));
  const dead = history.all.filter(({ metadata }) => !live.has(metadata.name));
  const limit = draft.set.spec?.revisionHistoryLimit ?? 10;
  draft.writes.push(...dead.slice(0, Math.max(0, dead.length - limit)).map(deleteRevision));
}
