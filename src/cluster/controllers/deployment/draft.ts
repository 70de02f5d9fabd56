import type { Deployment, DeploymentStatus, ObjectToWrite, ReplicaSet, Stored } from '../../../api/objects.ts';
import type { Milliseconds } from '../../world/queue.ts';
import type { Write } from '../controller.ts';

export type StoredDeployment = Stored<Deployment>;
export type StoredReplicaSet = Stored<ReplicaSet>;

/** A pass over a Deployment under way: the Deployment as its writes have made it so far, and those writes. */
export interface Draft {
  now: Milliseconds;
  deployment: StoredDeployment;
  writes: Write[];
}

/** The component of its Events and the actor of its causes. */
export const deploymentController = 'deployment-controller';

export const replicasOf = (object: StoredDeployment | StoredReplicaSet): number => object.spec?.replicas ?? 1;

export const sum = (replicaSets: readonly StoredReplicaSet[], count: (one: StoredReplicaSet) => number): number =>
  replicaSets.reduce((total, one) => total + count(one), 0);

/** Those that want Pods. */
export const active = (replicaSets: readonly StoredReplicaSet[]): StoredReplicaSet[] =>
  replicaSets.filter((one) => replicasOf(one) > 0);

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Older first; of the same age by name. */
export const byAge = (a: StoredReplicaSet, b: StoredReplicaSet): number =>
  compare(a.metadata.creationTimestamp, b.metadata.creationTimestamp) || compare(a.metadata.name, b.metadata.name);

/** Writes the Deployment's status and its annotations (the status subresource takes both). */
export function writeStatus(draft: Draft, status: DeploymentStatus): void {
  draft.deployment = { ...draft.deployment, status };
  const { name, namespace } = draft.deployment.metadata;
  draft.writes.push({
    request: {
      verb: 'update',
      resource: 'deployments',
      ...(namespace && { namespace }),
      name,
      subresource: 'status',
      object: draft.deployment as ObjectToWrite,
    },
  });
}

/** Replaces one of the Deployment's ReplicaSets; the Event, if any, tells of it. */
export function writeReplicaSet(draft: Draft, replicaSet: StoredReplicaSet, message?: string): void {
  const { name, namespace } = replicaSet.metadata;
  draft.writes.push({
    request: {
      verb: 'update',
      resource: 'replicasets',
      ...(namespace && { namespace }),
      name,
      object: replicaSet as ObjectToWrite,
    },
    ...(message && { event: scalingEvent(draft, message) }),
  });
}

/** The one Event that Deployments ordinarily write. */
export function scalingEvent(draft: Draft, message: string) {
  return {
    component: deploymentController,
    about: draft.deployment,
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message,
  } as const;
}
