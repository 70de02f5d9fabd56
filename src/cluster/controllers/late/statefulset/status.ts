import { isSame } from '../../../../api/equal.ts';
import type { Pod, StatefulSetStatus, Stored } from '../../../../api/objects.ts';
import { writeStatus } from '../../podcontrol.ts';
import { type Draft, isAvailable, isRunningAndReady, isTerminating, replicasOf, revisionNameOf } from './draft.ts';
import type { History } from './history.ts';

/**
 * The status that the Pods come to; `deletedForUpdate` of them are being deleted in this pass because they are old.
 * Source: computeReplicaStatus, completeRollingUpdate.
 */
export function statusOf(
  draft: Draft,
  { current, update, collisionCount }: History,
  pods: readonly Stored<Pod>[],
  deletedForUpdate: number,
): StatefulSetStatus {
  const { set } = draft;
  const count = (is: (pod: Stored<Pod>) => boolean): number => pods.filter(is).length;
  const ofRevision = (name: string) => count((pod) => !isTerminating(pod) && revisionNameOf(pod) === name);
  const updated = ofRevision(update.metadata.name);
  const ready = count(isRunningAndReady);
  const isComplete =
    set.spec?.updateStrategy?.type === 'RollingUpdate' &&
    [updated, ready, pods.length].every((number) => number === replicasOf(set));
  const currentReplicas = isComplete ? updated : ofRevision(current.metadata.name) - deletedForUpdate;
  return {
    ...(set.metadata.generation && { observedGeneration: set.metadata.generation }),
    replicas: pods.length,
    ...(ready && { readyReplicas: ready }),
    ...(currentReplicas && { currentReplicas }),
    ...(updated && { updatedReplicas: updated }),
    currentRevision: (isComplete ? update : current).metadata.name,
    updateRevision: update.metadata.name,
    collisionCount,
    availableReplicas: count((pod) => isAvailable(pod, draft)),
    ...(set.status?.conditions && { conditions: set.status.conditions }),
  };
}

/** Writes the status, where it has changed. */
export function syncStatus(draft: Draft, status: StatefulSetStatus): void {
  if (!isSame(status, draft.set.status)) draft.writes.push(writeStatus('statefulsets', draft.set, status));
}
