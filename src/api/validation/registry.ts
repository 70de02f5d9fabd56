import type {
  Job,
  ObjectToWrite,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  ResourceQuota,
  StatefulSet,
} from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateHorizontalPodAutoscaler, validateHorizontalPodAutoscalerUpdate } from './autoscaler/autoscaler.ts';
import { validateConditions } from './conditions.ts';
import { validateConfigMap, validateConfigMapUpdate } from './configMap.ts';
import { validateControllerRevision, validateControllerRevisionUpdate } from './controllerRevision.ts';
import { validateCronJob, validateCronJobUpdate } from './cronJob.ts';
import { validateDaemonSet, validateDaemonSetUpdate } from './daemonSet.ts';
import { validateDeployment, validateDeploymentUpdate } from './deployment.ts';
import { validateEndpointSlice, validateEndpointSliceUpdate } from './endpointSlice.ts';
import { validateEndpoints, validateEndpointsUpdate } from './endpoints.ts';
import { validateEvent } from './event.ts';
import { validateIngress, validateIngressUpdate } from './ingress.ts';
import { validateIngressClass, validateIngressClassUpdate } from './ingressClass.ts';
import { validateJob } from './job.ts';
import { validateJobStatusUpdate } from './jobStatusUpdate.ts';
import { validateJobUpdate } from './jobUpdate.ts';
import { validateLease } from './lease.ts';
import { validateLimitRange } from './limitRange.ts';
import { validateIngressStatusUpdate, validateServiceStatusUpdate } from './loadBalancer.ts';
import { validateFinalizerPrefixes, validateMetadata } from './metadata.ts';
import { validateMetadataUpdate } from './metadataUpdate.ts';
import { validateNamespace, validateNamespaceUpdate } from './namespace.ts';
import { validateNetworkPolicy, validateNetworkPolicyUpdate } from './networkPolicy.ts';
import { validateNode, validateNodeUpdate } from './node.ts';
import { validatePersistentVolume } from './persistentVolume.ts';
import { validateClaimSpec } from './persistentVolumeClaimSpec.ts';
import { validatePersistentVolumeClaimChange } from './persistentVolumeClaimUpdate.ts';
import { validatePersistentVolumeChange } from './persistentVolumeUpdate.ts';
import { validatePodCreate } from './podCreate.ts';
import { validatePodDisruptionBudget } from './podDisruptionBudget.ts';
import { validatePodEphemeralContainersUpdate } from './podEphemeralContainersUpdate.ts';
import { validatePodResize } from './podResize.ts';
import { validatePodStatusUpdate } from './podStatusUpdate.ts';
import { validatePodTemplateObject } from './podTemplate.ts';
import { validatePodUpdate } from './podUpdate.ts';
import { validatePriorityClass, validatePriorityClassUpdate } from './priorityClass.ts';
import { validateReplicaSet, validateReplicaSetUpdate } from './replicaSet.ts';
import { validateReplicationController, validateReplicationControllerUpdate } from './replicationController.ts';
import { validateResourceQuota, validateResourceQuotaStatus, validateResourceQuotaUpdate } from './resourceQuota.ts';
import { validateRuntimeClass, validateRuntimeClassUpdate } from './runtimeClass.ts';
import { validateSecret, validateSecretUpdate } from './secret.ts';
import { validateService, validateServiceUpdate } from './service.ts';
import { validateStatefulSet } from './statefulSet.ts';
import { validateStatefulSetUpdate } from './statefulSetUpdate.ts';
import { validateStatusUpdate } from './statusUpdate.ts';
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

/** What is wrong with the new object, which the strategy and its rules for updates both look at, and with the change. */
const rechecking = <T extends object>(
  create: (object: T) => FieldError[],
  change: (object: T, old: T) => FieldError[],
) =>
  of<T>(create, (object, old) => {
    const own = create(object);
    return [...own, ...own, ...change(object, old)];
  });

/** By resource; a kind that is missing here has no rules beyond those of metadata. */
const validators: Record<string, Validator> = {
  namespaces: of(validateNamespace, validateNamespaceUpdate),
  nodes: of(validateNode, validateNodeUpdate),
  pods: of(validatePodCreate, validatePodUpdate),
  services: of(validateService, validateServiceUpdate),
  configmaps: of(validateConfigMap, validateConfigMapUpdate),
  secrets: of(validateSecret, validateSecretUpdate),
  deployments: of(validateDeployment, validateDeploymentUpdate),
  replicasets: of(validateReplicaSet, validateReplicaSetUpdate),
  replicationcontrollers: of(validateReplicationController, validateReplicationControllerUpdate),
  statefulsets: of(
    (object: StatefulSet) => validateStatefulSet(object, validateClaimSpec),
    (object, old) => validateStatefulSetUpdate(object, old, validateClaimSpec),
  ),
  daemonsets: of(validateDaemonSet, validateDaemonSetUpdate),
  jobs: of((job: Job) => validateJob(job), validateJobUpdate),
  cronjobs: of(validateCronJob, validateCronJobUpdate),
  horizontalpodautoscalers: of(validateHorizontalPodAutoscaler, validateHorizontalPodAutoscalerUpdate),
  poddisruptionbudgets: of(validatePodDisruptionBudget),
  podtemplates: of(validatePodTemplateObject),
  controllerrevisions: of(validateControllerRevision, validateControllerRevisionUpdate),
  endpoints: of(validateEndpoints, validateEndpointsUpdate),
  endpointslices: of(validateEndpointSlice, validateEndpointSliceUpdate),
  events: of(validateEvent),
  leases: of(validateLease),
  runtimeclasses: of(validateRuntimeClass, validateRuntimeClassUpdate),
  networkpolicies: of(validateNetworkPolicy, validateNetworkPolicyUpdate),
  limitranges: of(validateLimitRange),
  priorityclasses: of(validatePriorityClass, validatePriorityClassUpdate),
  resourcequotas: of(validateResourceQuota, validateResourceQuotaUpdate),
  storageclasses: of(validateStorageClass, validateStorageClassUpdate),
  ingresses: of(validateIngress, validateIngressUpdate),
  ingressclasses: of(validateIngressClass, validateIngressClassUpdate),
  persistentvolumes: rechecking(validatePersistentVolume, validatePersistentVolumeChange),
  persistentvolumeclaims: rechecking(
    ({ spec }: PersistentVolumeClaim) => validateClaimSpec(spec, 'spec'),
    validatePersistentVolumeClaimChange,
  ),
};

/** Kinds whose own rules leave the metadata out, which are looked at only where nothing else is wrong. */
const metadataLast: ReadonlySet<string> = new Set(['events', 'poddisruptionbudgets']);

/** What is wrong with a new object, defaults filled in; empty where nothing is. */
export function validateCreate(plural: string, object: ObjectToWrite): FieldError[] {
  const own = validators[plural]?.create(object) ?? [];
  if (metadataLast.has(plural) && own.length > 0) return own;
  const { metadata } = object;
  return [...validateMetadata(plural, metadata), ...validateFinalizerPrefixes(plural, metadata?.finalizers), ...own];
}

/** Kinds whose rules for a change begin with all of those for new metadata once more. */
const checkedAnew: ReadonlySet<string> = new Set([
  'pods',
  'configmaps',
  'secrets',
  'serviceaccounts',
  'persistentvolumes',
  'persistentvolumeclaims',
  'limitranges',
  'replicasets',
  'replicationcontrollers',
  'daemonsets',
  'jobs',
  'controllerrevisions',
]);

type Change = Validator['update'];

/** By resource and subresource; the status of other kinds is a matter of statusUpdate.ts. */
const partValidators: Record<string, Change | undefined> = {
  'services/status': (service, old) => validateServiceStatusUpdate(service, old),
  'ingresses/status': (ingress, old) => validateIngressStatusUpdate(ingress, old),
  'nodes/status': validators.nodes?.update,
  'resourcequotas/status': (quota) => validateResourceQuotaStatus(quota as ResourceQuota),
  'poddisruptionbudgets/status': (budget, old) => [
    ...validateConditions((budget as PodDisruptionBudget).status?.conditions, 'status.conditions'),
    ...validateStatusUpdate('poddisruptionbudgets', budget, old),
  ],
  'jobs/status': (job, old) => validateJobStatusUpdate(job as Job, old as Job),
  'pods/status': (pod, old) => validatePodStatusUpdate(pod as Pod, old as Pod),
  'pods/resize': (pod, old) => validatePodResize(pod as Pod, old as Pod),
  'pods/ephemeralcontainers': (pod, old) => validatePodEphemeralContainersUpdate(pod as Pod, old as Pod),
};

function changeOf(plural: string, subresource: string | undefined): Change | undefined {
  const ofPart = partValidators[`${plural}/${subresource}`];
  if (ofPart) return ofPart;
  return subresource === 'status'
    ? (object, old) => validateStatusUpdate(plural, object, old)
    : validators[plural]?.update;
}

/**
 * What is wrong with replacing `old`, or the part of it that is the subresource, by `object`, both with their defaults.
 * The API server checks metadata for all kinds alike, and each kind's own rules do so again: such a finding comes twice,
 * or more often. Source: rest.BeforeUpdate.
 */
export function validateUpdate(
  plural: string,
  object: ObjectToWrite,
  old: ObjectToWrite,
  subresource?: string,
): FieldError[] {
  const metadata = validateMetadata(plural, object.metadata);
  const change = validateMetadataUpdate(object.metadata, old.metadata);
  const prefixes = validateFinalizerPrefixes(plural, object.metadata?.finalizers);
  return [
    ...metadata,
    ...change,
    ...change,
    ...prefixes,
    ...(subresource !== 'status' && checkedAnew.has(plural) ? [...metadata, ...prefixes] : []),
    ...(changeOf(plural, subresource)?.(object, old) ?? []),
  ];
}
