import { isSame } from '../../api/equal.ts';
import { controllerOf, type Pod, type ReplicaSet, type Stored } from '../../api/objects.ts';
import { matchesSelector } from '../../api/selectors/labels.ts';
import { getObject, keyOf, listIndexed, listObjects, type Store } from '../world/store.ts';
import { claim } from './claim.ts';
import type { Controller, Plan } from './controller.ts';
import {
  type Draft,
  deploymentController,
  type StoredDeployment,
  type StoredReplicaSet,
  writeStatus,
} from './deployment/draft.ts';
import { cleanUpHistory } from './deployment/history.ts';
import {
  createNewReplicaSet,
  creationRefused,
  findNewReplicaSet,
  newReplicaSetName,
  noteCollision,
  syncRevision,
} from './deployment/newreplicaset.ts';
import { growNew, isScalingEvent, scale, shrinkOld, startNew, stopOld } from './deployment/scaling.ts';
import {
  calculateStatus,
  conditionOf,
  hasDeadline,
  isComplete,
  newCondition,
  syncRolloutStatus,
  withCondition,
} from './deployment/status.ts';
import { isNamespaceGoing } from './goingnamespace.ts';
import { isPodTerminal } from './pods.ts';

/** Keeps a Deployment's ReplicaSets as its strategy wants them. Source: pkg/controller/deployment of 1.36. */
export const deployment: Controller = {
  name: deploymentController,
  watches: ['deployments', 'replicasets', 'pods'],
  keysFor({ resource, key, type, object, previous }, store) {
    if (resource === 'deployments') return [key];
    if (resource === 'pods') return type === 'DELETED' ? waitingForPod(object as Stored<Pod>, store) : [];
    const owners = [controllerOf(object), previous && controllerOf(previous)];
    const names = owners.flatMap((owner) => (owner?.kind === 'Deployment' ? [owner.name] : []));
    const { namespace } = object.metadata;
    if (controllerOf(object)) return [...new Set(names)].map((name) => `${namespace}/${name}`);
    return [
      ...new Set([...names.map((name) => `${namespace}/${name}`), ...selecting(object as StoredReplicaSet, store)]),
    ];
  },
  reconcile({ now, store }, key) {
    const stored = getObject<StoredDeployment>(store, 'deployments', key);
    if (!stored) return { writes: [] };
    const draft: Draft = { now, deployment: stored, writes: [] };
    const requeueAfter = sync(draft, store);
    return { writes: draft.writes, ...(requeueAfter !== undefined && { requeueAfter }) } satisfies Plan;
  },
  refused({ now, store }, key, request, failure) {
    const stored = getObject<StoredDeployment>(store, 'deployments', key);
    if (!stored || request.verb !== 'create' || isNamespaceGoing(store, stored)) return [];
    return creationRefused({ now, deployment: stored, writes: [] }, request.object.metadata?.name ?? '', failure);
  },
};

/** One pass; answers after how long to look again. Source: syncDeployment. */
function sync(draft: Draft, store: Store): number | undefined {
  const { spec, metadata } = draft.deployment;
  const owned = claimReplicaSets(draft, store);
  if (metadata.deletionTimestamp) {
    const { fresh, old } = findNewReplicaSet(draft.deployment, owned);
    return syncStatus(draft, fresh ? [...old, fresh] : old, fresh);
  }
  notePause(draft);
  let { fresh, old } = findNewReplicaSet(draft.deployment, owned);
  if (fresh) fresh = syncRevision(draft, fresh, old);
  const all = fresh ? [...old, fresh] : old;
  if (spec?.paused || isScalingEvent(draft, all)) {
    scale(draft, fresh, old);
    if (spec?.paused) cleanUpHistory(draft, old);
    return syncStatus(draft, all, fresh);
  }
  return spec?.strategy?.type === 'Recreate' ? recreate(draft, store, old, fresh) : rollOut(draft, store, old, fresh);
}

function rollOut(
  draft: Draft,
  store: Store,
  old: StoredReplicaSet[],
  existing: StoredReplicaSet | undefined,
): number | undefined {
  const fresh = existing ?? makeNew(draft, store, old);
  if (!fresh) return undefined;
  const all = [...old, fresh];
  const moved = growNew(draft, all, fresh) || shrinkOld(draft, old, fresh);
  if (!moved && isComplete(draft.deployment, draft.deployment.status)) cleanUpHistory(draft, old);
  return syncRolloutStatus(draft, all, fresh);
}

function recreate(
  draft: Draft,
  store: Store,
  old: StoredReplicaSet[],
  existing: StoredReplicaSet | undefined,
): number | undefined {
  const before = existing ? [...old, existing] : old;
  if (stopOld(draft, old) || areOldPodsRunning(store, old)) return syncRolloutStatus(draft, before, existing);
  const fresh = existing ?? makeNew(draft, store, old);
  if (!fresh) return undefined;
  startNew(draft, fresh);
  if (isComplete(draft.deployment, draft.deployment.status)) cleanUpHistory(draft, old);
  return syncRolloutStatus(draft, [...old, fresh], fresh);
}

/** Undefined where the name is taken: the next pass tries another. */
function makeNew(draft: Draft, store: Store, old: StoredReplicaSet[]): StoredReplicaSet | undefined {
  const { namespace } = draft.deployment.metadata;
  const name = newReplicaSetName(draft.deployment);
  if (!getObject(store, 'replicasets', keyOf({ ...(namespace && { namespace }), name })))
    return createNewReplicaSet(draft, old);
  noteCollision(draft);
  return undefined;
}

function claimReplicaSets(draft: Draft, store: Store): StoredReplicaSet[] {
  const { metadata, spec } = draft.deployment;
  const own = listIndexed<Stored<ReplicaSet>>(store, 'replicaSetsByController', metadata.uid);
  const orphans = listIndexed<Stored<ReplicaSet>>(store, 'replicaSetsByController', `orphan:${metadata.namespace}`);
  const { owned, writes } = claim(draft.deployment, spec?.selector, [...own, ...orphans]);
  draft.writes.push(...writes);
  return owned;
}

/** Says that the roll-out is paused, or goes on. Source: checkPausedConditions. */
function notePause(draft: Draft): void {
  const { spec, status } = draft.deployment;
  if (!hasDeadline(draft.deployment)) return;
  const reason = conditionOf(status, 'Progressing')?.reason;
  if (reason === 'ProgressDeadlineExceeded' || (reason === 'DeploymentPaused') === (spec?.paused === true)) return;
  const condition = spec?.paused
    ? newCondition(draft.now, 'Progressing', 'Unknown', 'DeploymentPaused', 'Deployment is paused')
    : newCondition(draft.now, 'Progressing', 'Unknown', 'DeploymentResumed', 'Deployment is resumed');
  writeStatus(draft, withCondition(status ?? {}, condition));
}

function syncStatus(draft: Draft, all: StoredReplicaSet[], fresh: StoredReplicaSet | undefined): undefined {
  const status = calculateStatus(draft, all, fresh);
  if (!isSame(status, draft.deployment.status)) writeStatus(draft, status);
}

/** Recreate waits until the old Pods have ended, not until they are gone. Source: oldPodsRunning. */
function areOldPodsRunning(store: Store, old: readonly StoredReplicaSet[]): boolean {
  return old.some(
    ({ metadata, status }) =>
      (status?.replicas ?? 0) > 0 ||
      listIndexed<Stored<Pod>>(store, 'podsByController', metadata.uid).some((pod) => !isPodTerminal(pod)),
  );
}

/** A Deployment with Recreate looks again when a Pod of its has gone. Source: deletePod. */
function waitingForPod({ metadata }: Stored<Pod>, store: Store): string[] {
  const owner = controllerOf({ metadata });
  if (owner?.kind !== 'ReplicaSet') return [];
  const replicaSet = getObject<StoredReplicaSet>(store, 'replicasets', `${metadata.namespace}/${owner.name}`);
  const name = replicaSet && controllerOf(replicaSet)?.name;
  const found = name && getObject<StoredDeployment>(store, 'deployments', `${metadata.namespace}/${name}`);
  return found && found.spec?.strategy?.type === 'Recreate' ? [keyOf(found.metadata)] : [];
}

/** The Deployments that would adopt a ReplicaSet without controller. */
function selecting({ metadata }: StoredReplicaSet, store: Store): string[] {
  return listObjects<StoredDeployment>(store, 'deployments', metadata.namespace)
    .filter(({ spec }) => matchesSelector(spec?.selector, metadata.labels))
    .map((one) => keyOf(one.metadata));
}
