import { create } from 'zustand';
import type {
  CronJob,
  DaemonSet,
  Deployment,
  EndpointSlice,
  Event,
  Ingress,
  Job,
  KubernetesObject,
  Namespace,
  Node,
  Pod,
  ReplicaSet,
  Service,
  StatefulSet,
  Stored,
} from '../api/objects.ts';
import type { Connection } from '../client/client.ts';
import { MapView } from './mapView.ts';

/** The kinds that the page keeps, by their field here, with the type that they hold. */
export interface ClusterObjects {
  nodes: ReadonlyMap<string, Stored<Node>>;
  pods: ReadonlyMap<string, Stored<Pod>>;
  services: ReadonlyMap<string, Stored<Service>>;
  ingresses: ReadonlyMap<string, Stored<Ingress>>;
  endpointSlices: ReadonlyMap<string, Stored<EndpointSlice>>;
  deployments: ReadonlyMap<string, Stored<Deployment>>;
  replicaSets: ReadonlyMap<string, Stored<ReplicaSet>>;
  statefulSets: ReadonlyMap<string, Stored<StatefulSet>>;
  daemonSets: ReadonlyMap<string, Stored<DaemonSet>>;
  jobs: ReadonlyMap<string, Stored<Job>>;
  cronJobs: ReadonlyMap<string, Stored<CronJob>>;
  namespaces: ReadonlyMap<string, Stored<Namespace>>;
  events: ReadonlyMap<string, Stored<Event>>;
}

export type ClusterField = keyof ClusterObjects;

/**
 * A client's cache of the cluster, by key (`namespace/name`, or `name`). Each map is replaced by a new face (MapView)
 * only when something of that kind changed, once for each batch; the objects themselves are immutable.
 */
export interface ClusterState extends ClusterObjects {
  /** The highest resourceVersion that has been seen. */
  revision: number;
  connection: Connection;
}

/** Field of the store by plural name of the resource. */
export const fieldOfResource: Readonly<Record<string, ClusterField>> = {
  nodes: 'nodes',
  pods: 'pods',
  services: 'services',
  ingresses: 'ingresses',
  endpointslices: 'endpointSlices',
  deployments: 'deployments',
  replicasets: 'replicaSets',
  statefulsets: 'statefulSets',
  daemonsets: 'daemonSets',
  jobs: 'jobs',
  cronjobs: 'cronJobs',
  namespaces: 'namespaces',
  events: 'events',
};

/** Plural names of the resources that the page watches. */
export const watchedResources: readonly string[] = Object.keys(fieldOfResource);

const fields = Object.values(fieldOfResource);
const privateMaps = new Map(fields.map((field) => [field, new Map<string, KubernetesObject>()]));

const faces = (changed: Iterable<ClusterField>): Partial<ClusterObjects> =>
  Object.fromEntries([...changed].map((field) => [field, new MapView(mapOf(field))]));

function mapOf(field: ClusterField): Map<string, KubernetesObject> {
  return privateMaps.get(field) as Map<string, KubernetesObject>;
}

export const useCluster = create<ClusterState>()(() => ({
  ...(faces(fields) as ClusterObjects),
  revision: 0,
  connection: { state: 'connecting' },
}));

const keyOf = (object: KubernetesObject): string =>
  object.metadata.namespace ? `${object.metadata.namespace}/${object.metadata.name}` : object.metadata.name;

/** Replaces all that is known. */
export function resetCluster(
  objects: readonly { resource: string; object: KubernetesObject }[],
  revision: number,
): void {
  for (const field of fields) mapOf(field).clear();
  for (const { resource, object } of objects) {
    const field = fieldOfResource[resource];
    if (field) mapOf(field).set(keyOf(object), object);
  }
  useCluster.setState({ ...faces(fields), revision });
}

/** Takes in changes, in order, and publishes once. */
export function applyToCluster(
  changes: readonly { type: 'ADDED' | 'MODIFIED' | 'DELETED'; resource: string; object: KubernetesObject }[],
): void {
  const changed = new Set<ClusterField>();
  let revision = useCluster.getState().revision;
  for (const { type, resource, object } of changes) {
    revision = Math.max(revision, Number(object.metadata.resourceVersion) || 0);
    const field = fieldOfResource[resource];
    if (!field) continue;
    changed.add(field);
    if (type === 'DELETED') mapOf(field).delete(keyOf(object));
    else mapOf(field).set(keyOf(object), object);
  }
  useCluster.setState({ ...faces(changed), revision });
}

/** Takes in how the line to the cluster stands. */
export function setConnection(connection: Connection): void {
  useCluster.setState({ connection });
}
