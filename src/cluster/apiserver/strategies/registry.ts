import type { Ingress, KubernetesObject, Stored } from '../../../api/objects.ts';
import { daemonSet } from './daemonSet.ts';
import { endpointSlice } from './endpointSlice.ts';
import { job } from './job.ts';
import { lease } from './lease.ts';
import { withMetadataOf } from './metadata.ts';
import { namespace } from './namespace.ts';
import { node } from './node.ts';
import { persistentVolume } from './persistentVolume.ts';
import { persistentVolumeClaim } from './persistentVolumeClaim.ts';
import { pod } from './pod.ts';
import { service } from './service.ts';
import { serviceAccount } from './serviceAccount.ts';
import { statefulSet } from './statefulSet.ts';
import type { Strategy } from './strategy.ts';
import { workload } from './workload.ts';

/** Objects that are only kept: ConfigMaps, Secrets, Events, Leases, ... */
const kept: Strategy = { hasStatus: false, hasGeneration: false };

/** Autoscalers do not count the changes of their spec. */
const autoscaler: Strategy = { ...workload, hasGeneration: false };

/** A Deployment also counts what changes in its annotations, and keeps its labels when the status is written. */
const deployment: Strategy = {
  ...workload,
  countsAnnotations: true,
  prepareForStatusUpdate: (object, old) => withMetadataOf(old, ['labels'], object),
};

/** Kinds of which an update makes an object that there is not. */
const createdOnUpdate: Strategy = { ...kept, createsOnUpdate: true };

/** Rules given empty are shown by a refusal, but not kept. */
const ingress = {
  ...workload,
  complete({ spec: { rules, ...spec } = {}, ...object }: Stored<Ingress>) {
    return { ...object, spec: rules?.length ? { ...spec, rules } : spec };
  },
};

/** A quota is counted by the server alone. */
const resourceQuota: Strategy = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => ({ ...object, status: {} }) as KubernetesObject,
};

/** A class of priority is of the first generation for ever. */
const priorityClass: Strategy = {
  ...kept,
  prepareForCreate: (_world, object) => ({ ...object, metadata: { ...object.metadata, generation: 1 } }),
};

const strategies: Record<string, unknown> = {
  namespaces: namespace,
  nodes: node,
  pods: pod,
  services: { ...service, createsOnUpdate: true },
  deployments: deployment,
  replicasets: workload,
  replicationcontrollers: workload,
  statefulsets: statefulSet,
  daemonsets: daemonSet,
  jobs: job,
  cronjobs: workload,
  horizontalpodautoscalers: autoscaler,
  poddisruptionbudgets: { ...workload, needsVersion: true },
  runtimeclasses: { ...createdOnUpdate, needsVersion: true },
  endpoints: createdOnUpdate,
  events: createdOnUpdate,
  limitranges: createdOnUpdate,
  controllerrevisions: kept,
  podtemplates: { hasStatus: false, hasGeneration: true },
  persistentvolumes: persistentVolume,
  persistentvolumeclaims: persistentVolumeClaim,
  priorityclasses: priorityClass,
  resourcequotas: resourceQuota,
  ingresses: ingress,
  networkpolicies: { hasStatus: false, hasGeneration: true },
  ingressclasses: { hasStatus: false, hasGeneration: true },
  endpointslices: endpointSlice,
  leases: { ...lease, needsVersion: true, createsOnUpdate: true },
  serviceaccounts: serviceAccount,
};

/** The strategy of a resource, by its plural name. */
export function strategyOf(plural: string): Strategy {
  return (strategies[plural] as Strategy<KubernetesObject> | undefined) ?? kept;
}
