import { isSame } from '../../../api/equal.ts';
import type { DeploymentCondition, DeploymentStatus, ReplicaSetCondition } from '../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../api/time.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { type Draft, replicasOf, type StoredDeployment, type StoredReplicaSet, sum, writeStatus } from './draft.ts';
import { maxUnavailable } from './fenceposts.ts';

const largestInteger = 2 ** 31 - 1;

/** Whether progress is watched at all. */
export function hasDeadline(deployment: StoredDeployment): boolean {
  const seconds = deployment.spec?.progressDeadlineSeconds;
  return seconds !== undefined && seconds !== largestInteger;
}

export const conditionOf = (status: DeploymentStatus | undefined, type: string): DeploymentCondition | undefined =>
  status?.conditions?.find((condition) => condition.type === type);

/** A condition of this instant. */
export function newCondition(
  now: Milliseconds,
  type: string,
  status: string,
  reason: string,
  message: string,
): DeploymentCondition {
  return { type, status, lastUpdateTime: toTimestamp(now), lastTransitionTime: toTimestamp(now), reason, message };
}

/** The status with a condition set, last in the list, unless it says the same already. Source: SetDeploymentCondition. */
export function withCondition(status: DeploymentStatus, condition: DeploymentCondition): DeploymentStatus {
  const current = conditionOf(status, condition.type);
  if (current?.status === condition.status && current.reason === condition.reason) return status;
  const { lastTransitionTime } = current?.status === condition.status ? current : condition;
  const others = withoutCondition(status, condition.type).conditions ?? [];
  return { ...status, conditions: [...others, { ...condition, ...(lastTransitionTime && { lastTransitionTime }) }] };
}

export function withoutCondition(status: DeploymentStatus, type: string): DeploymentStatus {
  if (!conditionOf(status, type)) return status;
  return { ...status, conditions: (status.conditions ?? []).filter((condition) => condition.type !== type) };
}

/** The counters and the condition Available out of the ReplicaSets. Counters of nothing are left out. */
export function calculateStatus(
  { deployment, now }: Draft,
  all: readonly StoredReplicaSet[],
  fresh: StoredReplicaSet | undefined,
): DeploymentStatus {
  const available = sum(all, (one) => one.status?.availableReplicas ?? 0);
  const counters = {
    observedGeneration: deployment.metadata.generation ?? 0,
    replicas: sum(all, (one) => one.status?.replicas ?? 0),
    updatedReplicas: fresh?.status?.replicas ?? 0,
    readyReplicas: sum(all, (one) => one.status?.readyReplicas ?? 0),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, sum(all, replicasOf) - available),
  };
  const { collisionCount, conditions = [] } = deployment.status ?? {};
  const status: DeploymentStatus = {
    ...Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0)),
    terminatingReplicas: sum(all, (one) => one.status?.terminatingReplicas ?? 0),
    ...(collisionCount !== undefined && { collisionCount }),
    conditions,
  };
  const isEnough = available >= replicasOf(deployment) - maxUnavailable(deployment);
  return withCondition(
    status,
    isEnough
      ? newCondition(now, 'Available', 'True', 'MinimumReplicasAvailable', 'Deployment has minimum availability.')
      : newCondition(
          now,
          'Available',
          'False',
          'MinimumReplicasUnavailable',
          'Deployment does not have minimum availability.',
        ),
  );
}

/** Whether everything is as wanted, all of it of the new template. Source: DeploymentComplete. */
export function isComplete(deployment: StoredDeployment, status: DeploymentStatus | undefined): boolean {
  const wanted = replicasOf(deployment);
  return (
    (status?.updatedReplicas ?? 0) === wanted &&
    (status?.replicas ?? 0) === wanted &&
    (status?.availableReplicas ?? 0) === wanted &&
    (status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

/** Whether something moved since the last status. Source: DeploymentProgressing. */
export function isProgressing(before: DeploymentStatus | undefined, now: DeploymentStatus): boolean {
  const old = (status: DeploymentStatus | undefined) => (status?.replicas ?? 0) - (status?.updatedReplicas ?? 0);
  return (
    (now.updatedReplicas ?? 0) > (before?.updatedReplicas ?? 0) ||
    old(now) < old(before) ||
    (now.readyReplicas ?? 0) > (before?.readyReplicas ?? 0) ||
    (now.availableReplicas ?? 0) > (before?.availableReplicas ?? 0)
  );
}

/** Whether nothing has moved for longer than the deadline. Source: DeploymentTimedOut. */
function hasTimedOut(deployment: StoredDeployment, status: DeploymentStatus, now: Milliseconds): boolean {
  const progressing = conditionOf(status, 'Progressing');
  if (!progressing || progressing.reason === 'NewReplicaSetAvailable') return false;
  if (progressing.reason === 'ProgressDeadlineExceeded') return true;
  return deadlineOf(deployment, progressing) < now;
}

function deadlineOf(deployment: StoredDeployment, { lastUpdateTime }: DeploymentCondition): Milliseconds {
  return fromTimestamp(lastUpdateTime ?? '') + (deployment.spec?.progressDeadlineSeconds ?? 0) * 1000;
}

/**
 * Writes the status of a roll-out where it changed; otherwise answers after how long to look again whether the
 * deadline has passed. Source: syncRolloutStatus.
 */
export function syncRolloutStatus(
  draft: Draft,
  all: readonly StoredReplicaSet[],
  fresh: StoredReplicaSet | undefined,
): Milliseconds | undefined {
  const { deployment, now } = draft;
  const status = rolloutStatus(draft, all, fresh);
  if (isSame(status, deployment.status)) return timeToDeadline(deployment, status, now);
  writeStatus(draft, status);
  return undefined;
}

/** The status that a roll-out has come to. */
export function rolloutStatus(
  draft: Draft,
  all: readonly StoredReplicaSet[],
  fresh: StoredReplicaSet | undefined,
): DeploymentStatus {
  const { deployment, now } = draft;
  let status = calculateStatus(draft, all, fresh);
  const current = conditionOf(deployment.status, 'Progressing');
  const wasComplete = status.replicas === status.updatedReplicas && current?.reason === 'NewReplicaSetAvailable';
  const subject = fresh ? `ReplicaSet "${fresh.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  const progressing = (value: string, reason: string, what: string) =>
    newCondition(now, 'Progressing', value, reason, `${subject} ${what}.`);
  if (!hasDeadline(deployment)) status = withoutCondition(status, 'Progressing');
  else if (wasComplete) {
    // Said already; it stays so until the next roll-out begins.
  } else if (isComplete(deployment, status)) {
    status = withCondition(status, progressing('True', 'NewReplicaSetAvailable', 'has successfully progressed'));
  } else if (isProgressing(deployment.status, status)) {
    const moved = progressing('True', 'ReplicaSetUpdated', 'is progressing');
    if (current?.status === 'True' && current.lastTransitionTime) moved.lastTransitionTime = current.lastTransitionTime;
    status = withCondition(withoutCondition(status, 'Progressing'), moved);
  } else if (hasTimedOut(deployment, status, now)) {
    status = withCondition(status, progressing('False', 'ProgressDeadlineExceeded', 'has timed out progressing'));
  }
  const failure = failureOf(all, fresh);
  return failure ? withCondition(status, failure) : withoutCondition(status, 'ReplicaFailure');
}

/** Why Pods cannot be made or deleted, of the new ReplicaSet before the others. */
function failureOf(
  all: readonly StoredReplicaSet[],
  fresh: StoredReplicaSet | undefined,
): DeploymentCondition | undefined {
  const find = (one: StoredReplicaSet | undefined): ReplicaSetCondition | undefined =>
    one?.status?.conditions?.find((condition) => condition.type === 'ReplicaFailure');
  const failure = find(fresh) ?? find(all.find((one) => find(one)));
  if (!failure) return undefined;
  const { lastTransitionTime } = failure;
  return { ...failure, ...(lastTransitionTime && { lastUpdateTime: lastTransitionTime }) };
}

/** Source: requeueStuckDeployment; the real one looks again a second late. */
function timeToDeadline(
  deployment: StoredDeployment,
  status: DeploymentStatus,
  now: Milliseconds,
): Milliseconds | undefined {
  const progressing = conditionOf(status, 'Progressing');
  if (!hasDeadline(deployment) || !progressing || isComplete(deployment, status)) return undefined;
  if (progressing.reason === 'ProgressDeadlineExceeded') return undefined;
  const after = deadlineOf(deployment, progressing) - now;
  return after < 1000 ? Math.max(1, after + 1) : after + 1000;
}
