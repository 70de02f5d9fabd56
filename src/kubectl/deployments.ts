import {
  controllerOf,
  type Deployment,
  type KubernetesObject,
  type PodTemplateSpec,
  type ReplicaSet,
} from '../api/objects.ts';
import { formatLabelSelector } from '../api/selectors/labels.ts';
import { sortKeys } from './output/yaml.ts';
import { askList, type Session } from './session.ts';

export type StoredDeployment = Deployment & KubernetesObject;
type StoredReplicaSet = ReplicaSet & KubernetesObject;

/** The ReplicaSets of a Deployment by their revision, oldest first. Source: kubectl polymorphichelpers. */
export async function revisionsOf(
  session: Session,
  deployment: StoredDeployment,
): Promise<Map<number, StoredReplicaSet>> {
  const own = await replicaSetsOf(session, deployment);
  const numbered = own.map((replicaSet) => [revisionOf(replicaSet), replicaSet] as const);
  return new Map(numbered.filter(([revision]) => revision > 0).sort(([a], [b]) => a - b));
}

/**
 * The ReplicaSet of the present template, and those of former ones, oldest first. Source: deploymentutil.GetAllReplicaSets.
 */
export async function rolloutReplicaSets(session: Session, deployment: StoredDeployment) {
  const own = await replicaSetsOf(session, deployment);
  const template = JSON.stringify(sortKeys(templateWithoutHash(deployment.spec?.template)));
  const byAge = own.sort((a, b) =>
    a.metadata.creationTimestamp < b.metadata.creationTimestamp
      ? -1
      : a.metadata.creationTimestamp > b.metadata.creationTimestamp
        ? 1
        : 0,
  );
  const current = byAge.find(
    (replicaSet) => JSON.stringify(sortKeys(templateWithoutHash(replicaSet.spec?.template))) === template,
  );
  return { old: byAge.filter((replicaSet) => replicaSet !== current), current };
}

/** The number in the revision annotation; 0 without one. */
export function revisionOf(object: KubernetesObject): number {
  return Number(object.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}

/** A ReplicaSet's template without the label that its hash gives it. */
export function templateWithoutHash(template: PodTemplateSpec | undefined): PodTemplateSpec {
  const { 'pod-template-hash': _, ...labels } = template?.metadata?.labels ?? {};
  return { ...template, metadata: { ...template?.metadata, labels } };
}

async function replicaSetsOf(session: Session, deployment: StoredDeployment): Promise<StoredReplicaSet[]> {
  const { namespace, uid } = deployment.metadata;
  const replicaSets = (await askList(session, 'replicasets', {
    ...(namespace !== undefined && { namespace }),
    labelSelector: formatLabelSelector(deployment.spec?.selector),
  })) as StoredReplicaSet[];
  return replicaSets.filter((replicaSet) => controllerOf(replicaSet)?.uid === uid);
}
