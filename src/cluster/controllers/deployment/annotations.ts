import { replicasOf, type StoredDeployment, type StoredReplicaSet } from './draft.ts';
import { maxSurge } from './fenceposts.ts';

export const revisionAnnotation = 'deployment.kubernetes.io/revision';
const historyAnnotation = 'deployment.kubernetes.io/revision-history';
export const desiredReplicasAnnotation = 'deployment.kubernetes.io/desired-replicas';
export const maxReplicasAnnotation = 'deployment.kubernetes.io/max-replicas';

/** The Deployment's annotations that are not handed on to its ReplicaSets. */
const ownOnly = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  historyAnnotation,
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  'deprecated.deployment.rollback.to',
]);

/** The history of revisions in an annotation is cut to so many characters. */
const longestHistory = 2000;

type Annotations = Record<string, string>;

export const revisionOf = (replicaSet: StoredReplicaSet): number => {
  const revision = Number(replicaSet.metadata.annotations?.[revisionAnnotation] ?? 0);
  return Number.isInteger(revision) ? revision : 0;
};

/** The size at which the ReplicaSet was last scaled, and the most Pods there could be then. */
export function sizeAnnotations(deployment: StoredDeployment): Annotations {
  const desired = replicasOf(deployment);
  return {
    [desiredReplicasAnnotation]: String(desired),
    [maxReplicasAnnotation]: String(desired + maxSurge(deployment)),
  };
}

/** Whether all of the wanted annotations are there already. */
export function hasAnnotations(replicaSet: StoredReplicaSet, wanted: Annotations): boolean {
  return Object.entries(wanted).every(([key, value]) => replicaSet.metadata.annotations?.[key] === value);
}

/** The annotations that the new ReplicaSet is to have, with the revision where it rises. Source: SetNewReplicaSetAnnotations. */
export function newReplicaSetAnnotations(
  deployment: StoredDeployment,
  current: Annotations | undefined,
  revision: number,
): Annotations {
  const annotations: Annotations = { ...current };
  for (const [key, value] of Object.entries(deployment.metadata.annotations ?? {}))
    if (!ownOnly.has(key)) annotations[key] = value;
  const old = current?.[revisionAnnotation];
  const oldNumber = old ? Number(old) : 0;
  if (!Number.isInteger(oldNumber) || oldNumber >= revision) return annotations;
  annotations[revisionAnnotation] = String(revision);
  if (old) annotations[historyAnnotation] = lengthened(current?.[historyAnnotation], old);
  return annotations;
}

function lengthened(history: string | undefined, revision: string): string {
  const revisions = history ? history.split(',') : [];
  let text = [...revisions, revision].join(',');
  while (text.length > longestHistory && revisions.length > 0) {
    revisions.shift();
    text = [...revisions, revision].join(',');
  }
  return text;
}
