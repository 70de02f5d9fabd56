import type { KubernetesObject } from '../../../api/objects.ts';
import { daemonSet } from './daemonSet.ts';
import { job } from './job.ts';
import { namespace } from './namespace.ts';
import { node } from './node.ts';
import { persistentVolume } from './persistentVolume.ts';
import { persistentVolumeClaim } from './persistentVolumeClaim.ts';
import { pod } from './pod.ts';
import { service } from './service.ts';
import { statefulSet } from './statefulSet.ts';
import type { Strategy } from './strategy.ts';
import { workload } from './workload.ts';

/** Objects that are only kept: ConfigMaps, Secrets, Events, Leases, ... */
const kept: Strategy = { hasStatus: false, hasGeneration: false };

/** Autoscalers do not count the changes of their spec. */
const autoscaler: Strategy = { ...workload, hasGeneration: false };

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
  services: service,
  deployments: { ...workload, countsAnnotations: true },
  replicasets: workload,
  replicationcontrollers: workload,
  statefulsets: statefulSet,
  daemonsets: daemonSet,
  jobs: job,
  cronjobs: workload,
  horizontalpodautoscalers: autoscaler,
  poddisruptionbudgets: workload,
  controllerrevisions: kept,
  podtemplates: { hasStatus: false, hasGeneration: true },
  persistentvolumes: persistentVolume,
  persistentvolumeclaims: persistentVolumeClaim,
  priorityclasses: priorityClass,
  resourcequotas: resourceQuota,
  ingresses: workload,
  ingressclasses: { hasStatus: false, hasGeneration: true },
  endpointslices: { hasStatus: false, hasGeneration: true },
};

/** The strategy of a resource, by its plural name. */
export function strategyOf(plural: string): Strategy {
  return (strategies[plural] as Strategy<KubernetesObject> | undefined) ?? kept;
}
