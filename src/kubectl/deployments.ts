import {
  controllerOf,
  type Deployment,
  type KubernetesObject,
  type PodTemplateSpec,
  type ReplicaSet,
} from '../api/objects.ts';
import { formatLabelSelector } from '../api/selectors/labels.ts';
import { askList, type Session } from './session.ts';

export type StoredDeployment = Deployment & KubernetesObject;
type StoredReplicaSet = ReplicaSet & KubernetesObject;

/** The ReplicaSets of a Deployment by their revision, oldest first. Source: kubectl polymorphichelpers. */
export async function revisionsOf(
  session: Session,
  deployment: StoredDeployment,
): Promise<Map<number, StoredReplicaSet>> {
  const { namespace, uid } = deployment.metadata;
  const replicaSets = (await askList(session, 'replicasets', {
    ...(namespace !== undefined && { namespace }),
    labelSelector: formatLabelSelector(deployment.spec?.selector),
  })) as StoredReplicaSet[];
  const own = replicaSets.filter((replicaSet) => controllerOf(replicaSet)?.uid === uid);
  const numbered = own.map((replicaSet) => [revisionOf(replicaSet), replicaSet] as const);
  return new Map(numbered.filter(([revision]) => revision > 0).sort(([a], [b]) => a - b));
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
