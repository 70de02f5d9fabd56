import { revisionOf } from './annotations.ts';
import { byAge, type Draft, replicasOf, type StoredReplicaSet } from './draft.ts';

const unlimited = 2 ** 31 - 1;

/** The old ReplicaSets beyond the history limit, the earliest revisions first. Source: cleanupDeployment. */
export function beyondHistory(limit: number | undefined, old: readonly StoredReplicaSet[]): StoredReplicaSet[] {
  if (limit === undefined || limit === unlimited) return [];
  const alive = old.filter(({ metadata }) => !metadata.deletionTimestamp);
  return alive
    .sort((a, b) => revisionOf(a) - revisionOf(b) || byAge(a, b))
    .slice(0, Math.max(0, alive.length - limit))
    .filter(
      (one) =>
        (one.status?.replicas ?? 0) === 0 &&
        replicasOf(one) === 0 &&
        (one.metadata.generation ?? 0) <= (one.status?.observedGeneration ?? 0),
    );
}

/** Deletes them. */
export function cleanUpHistory(draft: Draft, old: readonly StoredReplicaSet[]): void {
  for (const { metadata } of beyondHistory(draft.deployment.spec?.revisionHistoryLimit, old)) {
    const { name, namespace } = metadata;
    const request = { verb: 'delete', resource: 'replicasets', ...(namespace && { namespace }), name } as const;
    draft.writes.push({ request, tolerate: [404] });
  }
}
