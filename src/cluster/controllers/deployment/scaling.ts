import { desiredReplicasAnnotation, hasAnnotations, maxReplicasAnnotation, sizeAnnotations } from './annotations.ts';
import { active, byAge, type Draft, replicasOf, type StoredReplicaSet, sum, writeReplicaSet } from './draft.ts';
import { activeOrLatest, isSaturated, maxSurge, maxUnavailable, newReplicaSetSize } from './fenceposts.ts';

/** Sets a ReplicaSet's size and notes the Deployment's on it; nothing where all that is so already. */
export function scaleReplicaSet(draft: Draft, replicaSet: StoredReplicaSet, size: number): StoredReplicaSet {
  const annotations = sizeAnnotations(draft.deployment);
  const before = replicasOf(replicaSet);
  if (before === size && hasAnnotations(replicaSet, annotations)) return replicaSet;
  const { metadata, spec } = replicaSet;
  const scaled = {
    ...replicaSet,
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } },
    spec: { ...spec, replicas: size },
  } as StoredReplicaSet;
  const direction = size > before ? 'up' : 'down';
  const message = `Scaled ${direction} replica set ${metadata.name} from ${before} to ${size}`;
  writeReplicaSet(draft, scaled, before === size ? undefined : message);
  return scaled;
}

const scaleIfDifferent = (draft: Draft, replicaSet: StoredReplicaSet, size: number): boolean => {
  if (replicasOf(replicaSet) === size) return false;
  scaleReplicaSet(draft, replicaSet, size);
  return true;
};

/** Whether some ReplicaSet was last scaled for another size of the Deployment. Source: isScalingEvent. */
export function isScalingEvent(draft: Draft, all: readonly StoredReplicaSet[]): boolean {
  return active(all).some((replicaSet) => {
    const noted = replicaSet.metadata.annotations?.[desiredReplicasAnnotation];
    return noted !== undefined && Number(noted) !== replicasOf(draft.deployment);
  });
}

/** Spreads a change of the Deployment's size over its ReplicaSets, in proportion while several have Pods. Source: dc.scale. */
export function scale(draft: Draft, fresh: StoredReplicaSet | undefined, old: readonly StoredReplicaSet[]): void {
  const { deployment } = draft;
  const wanted = replicasOf(deployment);
  const only = activeOrLatest(
    fresh,
    [...old].sort((a, b) => byAge(b, a)),
  );
  if (only) {
    scaleIfDifferent(draft, only, wanted);
    return;
  }
  if (isSaturated(deployment, fresh)) {
    for (const one of active(old)) scaleIfDifferent(draft, one, 0);
    return;
  }
  if (deployment.spec?.strategy?.type !== 'RollingUpdate') return;
  const all = active(fresh ? [...old, fresh] : old);
  const allowed = wanted > 0 ? wanted + maxSurge(deployment) : 0;
  const toAdd = allowed - sum(all, replicasOf);
  const ageFirst = toAdd > 0 ? -1 : 1;
  all.sort((a, b) => replicasOf(b) - replicasOf(a) || ageFirst * byAge(a, b));
  let added = 0;
  const sizes = all.map((one) => {
    const share = toAdd === 0 ? 0 : proportion(draft, one, toAdd, added);
    added += share;
    return replicasOf(one) + share;
  });
  all.forEach((one, index) => {
    // What rounding left over goes to the largest.
    const leftover = index === 0 && toAdd !== 0 ? toAdd - added : 0;
    scaleReplicaSet(draft, one, Math.max(0, (sizes[index] ?? 0) + leftover));
  });
}

/** A ReplicaSet's share of the change, by its size. Source: GetReplicaSetProportion. */
function proportion(draft: Draft, replicaSet: StoredReplicaSet, toAdd: number, added: number): number {
  if (replicasOf(replicaSet) === 0 || toAdd === added) return 0;
  const share = fraction(draft, replicaSet);
  return toAdd > 0 ? Math.min(share, toAdd - added) : Math.max(share, toAdd - added);
}

function fraction({ deployment }: Draft, replicaSet: StoredReplicaSet): number {
  const size = replicasOf(replicaSet);
  if (replicasOf(deployment) === 0) return -size;
  const noted = Number(replicaSet.metadata.annotations?.[maxReplicasAnnotation] ?? Number.NaN);
  const before = Number.isInteger(noted) && noted !== 0 ? noted : (deployment.status?.replicas ?? 0);
  if (before === 0) return 0;
  const share = (size * (replicasOf(deployment) + maxSurge(deployment))) / before;
  return Math.trunc(share + (share < 0 ? -0.5 : 0.5)) - size;
}

/** Lets the new ReplicaSet grow (or shrink) to what the surge allows. Source: reconcileNewReplicaSet. */
export function growNew(draft: Draft, all: readonly StoredReplicaSet[], fresh: StoredReplicaSet): boolean {
  const wanted = replicasOf(draft.deployment);
  if (replicasOf(fresh) === wanted) return false;
  const size = replicasOf(fresh) > wanted ? wanted : newReplicaSetSize(draft.deployment, all, fresh);
  return scaleIfDifferent(draft, fresh, size);
}

/** Shrinks the old ReplicaSets by what availability allows; their broken Pods first. Source: reconcileOldReplicaSets. */
export function shrinkOld(draft: Draft, oldOnes: readonly StoredReplicaSet[], fresh: StoredReplicaSet): boolean {
  const old = active(oldOnes).sort(byAge);
  if (old.length === 0) return false;
  const minAvailable = replicasOf(draft.deployment) - maxUnavailable(draft.deployment);
  const newUnavailable = replicasOf(fresh) - (fresh.status?.availableReplicas ?? 0);
  const most = sum(old, replicasOf) + replicasOf(fresh) - minAvailable - newUnavailable;
  if (most <= 0) return false;
  // A ReplicaSet that was just scaled down still reports the Pods that go: the real one refuses to count with it.
  if (old.some((one) => (one.status?.availableReplicas ?? 0) > replicasOf(one))) return false;
  const cleaned = cleanUpUnhealthy(draft, old, most);
  const spare = sum([...old, fresh], (one) => one.status?.availableReplicas ?? 0) - minAvailable;
  let left = spare;
  for (const one of old) {
    if (left <= 0) break;
    const count = Math.min(replicasOf(one), left);
    if (count > 0) scaleReplicaSet(draft, one, replicasOf(one) - count);
    left -= count;
  }
  return cleaned > 0 || left < spare;
}

/** Takes away what is not available anyway; replaces the ReplicaSets in the list by what they became. */
function cleanUpUnhealthy(draft: Draft, old: StoredReplicaSet[], most: number): number {
  let done = 0;
  old.forEach((one, index) => {
    const count = Math.min(most - done, replicasOf(one) - (one.status?.availableReplicas ?? 0));
    if (count <= 0) return;
    old[index] = scaleReplicaSet(draft, one, replicasOf(one) - count);
    done += count;
  });
  return done;
}

/** Recreate: all old ones to nothing. */
export function stopOld(draft: Draft, old: readonly StoredReplicaSet[]): boolean {
  const withPods = active(old);
  for (const one of withPods) scaleReplicaSet(draft, one, 0);
  return withPods.length > 0;
}

/** Recreate: the new one to all. */
export function startNew(draft: Draft, fresh: StoredReplicaSet): boolean {
  return scaleIfDifferent(draft, fresh, replicasOf(draft.deployment));
}
