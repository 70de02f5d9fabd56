import type { IntOrString } from '../../../api/objects.ts';
import { active, replicasOf, type StoredDeployment, type StoredReplicaSet, sum } from './draft.ts';

/**
 * `3` or `25%` of a total, rounded up or down; throws for what is neither, which validation refuses before.
 * Source: intstr.GetScaledValueFromIntOrPercent.
 */
export function scaledValue(value: IntOrString, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const invalid = (why: string) => new Error(`invalid value for IntOrString: ${why}`);
  if (!value.endsWith('%')) throw invalid('invalid type: string is not a percentage');
  const digits = value.slice(0, -1);
  if (!/^[+-]?\d+$/.test(digits))
    throw invalid(`invalid value "${value}": strconv.Atoi: parsing "${digits}": invalid syntax`);
  const exact = (Number(digits) * total) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** How many Pods more than wanted, and how many fewer, a rolling update may have. Source: ResolveFenceposts. */
export function resolveFenceposts(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  desired: number,
): { surge: number; unavailable: number } {
  const surge = scaledValue(maxSurge ?? 0, desired, 'up');
  const unavailable = scaledValue(maxUnavailable ?? 0, desired, 'down');
  // With neither, nothing could ever move.
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

const isRolling = (deployment: StoredDeployment): boolean => deployment.spec?.strategy?.type === 'RollingUpdate';

const fencepostsOf = (deployment: StoredDeployment) => {
  const { maxSurge, maxUnavailable } = deployment.spec?.strategy?.rollingUpdate ?? {};
  return resolveFenceposts(maxSurge, maxUnavailable, replicasOf(deployment));
};

/** In Pods; 0 unless the strategy is RollingUpdate. */
export function maxSurge(deployment: StoredDeployment): number {
  return isRolling(deployment) ? fencepostsOf(deployment).surge : 0;
}

/** In Pods, at most all of them; 0 unless the strategy is RollingUpdate. */
export function maxUnavailable(deployment: StoredDeployment): number {
  if (!isRolling(deployment) || replicasOf(deployment) === 0) return 0;
  return Math.min(fencepostsOf(deployment).unavailable, replicasOf(deployment));
}

/** The size that the new ReplicaSet may have now. Source: NewRSNewReplicas. */
export function newReplicaSetSize(
  deployment: StoredDeployment,
  all: readonly StoredReplicaSet[],
  fresh: StoredReplicaSet,
): number {
  if (!isRolling(deployment)) return replicasOf(deployment);
  const room = replicasOf(deployment) + maxSurge(deployment) - sum(all, replicasOf);
  if (room <= 0) return replicasOf(fresh);
  return replicasOf(fresh) + Math.min(room, replicasOf(deployment) - replicasOf(fresh));
}

/** Whether the new ReplicaSet has all Pods, available, so that the old ones may go. Source: IsSaturated. */
export function isSaturated(deployment: StoredDeployment, fresh: StoredReplicaSet | undefined): boolean {
  if (!fresh) return false;
  const wanted = replicasOf(deployment);
  const noted = Number(fresh.metadata.annotations?.['deployment.kubernetes.io/desired-replicas'] ?? Number.NaN);
  return replicasOf(fresh) === wanted && noted === wanted && (fresh.status?.availableReplicas ?? 0) === wanted;
}

/** The only one with Pods, or the newest where none has; undefined where several have. Source: FindActiveOrLatest. */
export function activeOrLatest(
  fresh: StoredReplicaSet | undefined,
  oldNewestFirst: readonly StoredReplicaSet[],
): StoredReplicaSet | undefined {
  const withPods = active(fresh ? [...oldNewestFirst, fresh] : oldNewestFirst);
  if (withPods.length > 1) return undefined;
  return withPods[0] ?? fresh ?? oldNewestFirst[0];
}
