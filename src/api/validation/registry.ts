import type { ObjectToWrite, PersistentVolumeClaim, StatefulSet } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateHorizontalPodAutoscaler } from './autoscaler/autoscaler.ts';
import { validateConfigMap, validateConfigMapUpdate, validateSecret, validateSecretUpdate } from './config.ts';
import { validateControllerRevision, validateControllerRevisionUpdate } from './controllerRevision.ts';
import { validateCronJob, validateCronJobUpdate } from './cronJob.ts';
import { validateDaemonSet, validateDaemonSetUpdate } from './daemonSet.ts';
import { validateDeployment, validateDeploymentUpdate } from './deployment.ts';
import { validateIngress, validateIngressClass, validateIngressClassUpdate } from './ingress.ts';
import { validateJob } from './job.ts';
import { validateLimitRange } from './limitRange.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata.ts';
import { validateNode } from './node.ts';
import { validatePersistentVolume } from './persistentVolume.ts';
import { validateClaimSpec } from './persistentVolumeClaimSpec.ts';
import { validatePod, validatePodUpdate } from './pod.ts';
import { validatePodDisruptionBudget } from './podDisruptionBudget.ts';
import { validatePodTemplateObject } from './podTemplate.ts';
import { validatePriorityClass, validatePriorityClassUpdate } from './priorityClass.ts';
import { validateReplicaSet, validateReplicaSetUpdate } from './replicaSet.ts';
import { validateReplicationController } from './replicationController.ts';
import { validateResourceQuota, validateResourceQuotaUpdate } from './resourceQuota.ts';
import { validateService, validateServiceUpdate } from './service.ts';
import { validateStatefulSet } from './statefulSet.ts';
import { validateStorageClass, validateStorageClassUpdate } from './storageClass.ts';

/** How one kind is validated; both get objects with their defaults. */
interface Validator {
  create(object: ObjectToWrite): FieldError[];
  /** All of what is wrong with the change, the findings on the new object included. */
  update(object: ObjectToWrite, old: ObjectToWrite): FieldError[];
}

/** A kind's functions work on its own type; what they are handed has passed the schema of that kind. */
function of<T extends object>(
  create: (object: T) => FieldError[],
  update?: (object: T, old: T) => FieldError[],
): Validator {
  return {
    create: (object) => create(object as T),
    update: (object, old) => (update ? update(object as T, old as T) : create(object as T)),
  };
}

/** By resource; a kind that is missing here has no rules beyond those of metadata. */
const validators: Record<string, Validator> = {
  nodes: of(validateNode),
  pods: of(validatePod, validatePodUpdate),
  services: of(validateService, validateServiceUpdate),
  configmaps: of(validateConfigMap, validateConfigMapUpdate),
  secrets: of(validateSecret, validateSecretUpdate),
  deployments: of(validateDeployment, validateDeploymentUpdate),
  replicasets: of(validateReplicaSet, validateReplicaSetUpdate),
  replicationcontrollers: of(validateReplicationController),
  statefulsets: of((object: StatefulSet) => validateStatefulSet(object, validateClaimSpec)),
  daemonsets: of(validateDaemonSet, validateDaemonSetUpdate),
  jobs: of(validateJob),
  cronjobs: of(validateCronJob, validateCronJobUpdate),
  horizontalpodautoscalers: of(validateHorizontalPodAutoscaler),
  poddisruptionbudgets: of(validatePodDisruptionBudget),
  podtemplates: of(validatePodTemplateObject),
  controllerrevisions: of(validateControllerRevision, validateControllerRevisionUpdate),
  limitranges: of(validateLimitRange),
  persistentvolumes: of(validatePersistentVolume),
  persistentvolumeclaims: of(({ spec }: PersistentVolumeClaim) => validateClaimSpec(spec, 'spec')),
  priorityclasses: of(validatePriorityClass, validatePriorityClassUpdate),
  resourcequotas: of(validateResourceQuota, validateResourceQuotaUpdate),
  storageclasses: of(validateStorageClass, validateStorageClassUpdate),
  ingresses: of(validateIngress),
  ingressclasses: of(validateIngressClass, validateIngressClassUpdate),
};

/** What is wrong with a new object, defaults filled in; empty where nothing is. */
export function validateCreate(plural: string, object: ObjectToWrite): FieldError[] {
  return [...validateMetadata(plural, object.metadata), ...(validators[plural]?.create(object) ?? [])];
}

/** What is wrong with replacing `old` by `object`, both with their defaults. */
export function validateUpdate(plural: string, object: ObjectToWrite, old: ObjectToWrite): FieldError[] {
  const metadata = validateMetadataUpdate(plural, object.metadata, old.metadata);
  // The API server checks metadata for all kinds alike, and each kind's own rules do so again: each finding comes twice.
  return [...metadata, ...metadata, ...(validators[plural]?.update(object, old) ?? [])];
}
