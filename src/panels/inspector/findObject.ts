import type { KubernetesObject } from '../../api/objects.ts';
import { type ClusterObjects, fieldOfResource } from '../../store/cluster.ts';

/** An object of the page's cache by plural name of the resource and key. */
export function findObject(cluster: ClusterObjects, resource: string, key: string): KubernetesObject | undefined {
  const field = fieldOfResource[resource];
  return field && (cluster[field].get(key) as KubernetesObject | undefined);
}

/** Plural name of the resource by kind, for those that the page keeps. */
export const resourceOfKindName: Readonly<Record<string, string>> = {
  Pod: 'pods',
  Node: 'nodes',
  Service: 'services',
  Ingress: 'ingresses',
  EndpointSlice: 'endpointslices',
  Deployment: 'deployments',
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  Job: 'jobs',
  CronJob: 'cronjobs',
  Namespace: 'namespaces',
};
