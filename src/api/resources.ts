/** One resource that the API server serves. Source: `kubectl api-resources` of 1.36. */
export interface Resource {
  /** Plural, lower case, as in URLs: `pods`. Unique here, since only one version of each group is served. */
  plural: string;
  singular: string;
  kind: string;
  /** Empty for the core group. */
  group: string;
  version: string;
  namespaced: boolean;
  shortNames: string[];
}

const row = (
  group: string,
  version: string,
  kind: string,
  plural: string,
  scope: 'namespaced' | 'cluster',
  ...shortNames: string[]
): Resource => ({
  group,
  version,
  kind,
  plural,
  singular: kind.toLowerCase(),
  namespaced: scope === 'namespaced',
  shortNames,
});

/** Adding a kind to the cluster begins with a line here; its strategy stands in `cluster/apiserver/strategies`. */
export const resources: readonly Resource[] = [
  row('', 'v1', 'Namespace', 'namespaces', 'cluster', 'ns'),
  row('', 'v1', 'Node', 'nodes', 'cluster', 'no'),
  row('', 'v1', 'Pod', 'pods', 'namespaced', 'po'),
  row('', 'v1', 'Service', 'services', 'namespaced', 'svc'),
  row('', 'v1', 'ConfigMap', 'configmaps', 'namespaced', 'cm'),
  row('', 'v1', 'Secret', 'secrets', 'namespaced'),
  row('', 'v1', 'ServiceAccount', 'serviceaccounts', 'namespaced', 'sa'),
  row('', 'v1', 'Event', 'events', 'namespaced', 'ev'),
  row('', 'v1', 'Endpoints', 'endpoints', 'namespaced', 'ep'),
  row('', 'v1', 'LimitRange', 'limitranges', 'namespaced', 'limits'),
  row('', 'v1', 'PersistentVolume', 'persistentvolumes', 'cluster', 'pv'),
  row('', 'v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', 'namespaced', 'pvc'),
  row('', 'v1', 'PodTemplate', 'podtemplates', 'namespaced'),
  row('', 'v1', 'ReplicationController', 'replicationcontrollers', 'namespaced', 'rc'),
  row('', 'v1', 'ResourceQuota', 'resourcequotas', 'namespaced', 'quota'),
  row('apps', 'v1', 'ControllerRevision', 'controllerrevisions', 'namespaced'),
  row('apps', 'v1', 'DaemonSet', 'daemonsets', 'namespaced', 'ds'),
  row('apps', 'v1', 'Deployment', 'deployments', 'namespaced', 'deploy'),
  row('apps', 'v1', 'ReplicaSet', 'replicasets', 'namespaced', 'rs'),
  row('apps', 'v1', 'StatefulSet', 'statefulsets', 'namespaced', 'sts'),
  row('autoscaling', 'v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'namespaced', 'hpa'),
  row('batch', 'v1', 'CronJob', 'cronjobs', 'namespaced', 'cj'),
  row('batch', 'v1', 'Job', 'jobs', 'namespaced'),
  row('discovery.k8s.io', 'v1', 'EndpointSlice', 'endpointslices', 'namespaced'),
  row('networking.k8s.io', 'v1', 'Ingress', 'ingresses', 'namespaced', 'ing'),
  row('networking.k8s.io', 'v1', 'IngressClass', 'ingressclasses', 'cluster'),
  row('networking.k8s.io', 'v1', 'NetworkPolicy', 'networkpolicies', 'namespaced', 'netpol'),
  row('coordination.k8s.io', 'v1', 'Lease', 'leases', 'namespaced'),
  row('node.k8s.io', 'v1', 'RuntimeClass', 'runtimeclasses', 'cluster'),
  row('policy', 'v1', 'PodDisruptionBudget', 'poddisruptionbudgets', 'namespaced', 'pdb'),
  row('scheduling.k8s.io', 'v1', 'PriorityClass', 'priorityclasses', 'cluster', 'pc'),
  row('storage.k8s.io', 'v1', 'StorageClass', 'storageclasses', 'cluster', 'sc'),
];

const byPlural = new Map(resources.map((resource) => [resource.plural, resource]));
const byKind = new Map(resources.map((resource) => [`${apiVersionOf(resource)}/${resource.kind}`, resource]));

/** `v1`, `apps/v1`, ... */
export function apiVersionOf(resource: Resource): string {
  return resource.group ? `${resource.group}/${resource.version}` : resource.version;
}

/** The resource with this plural name; throws for a name that is not served, which is a mistake in the program. */
export function resourceOf(plural: string): Resource {
  const resource = byPlural.get(plural);
  if (!resource) throw new Error(`no resource ${plural}`);
  return resource;
}

/** The resource that holds objects of this kind, if it is served. */
export function resourceOfKind(apiVersion: string, kind: string): Resource | undefined {
  return byKind.get(`${apiVersion}/${kind}`);
}

/** What a person may call a resource on a command line: plural, singular, short name, with or without `.group`. */
export function resourceByAnyName(name: string): Resource | undefined {
  const lower = name.toLowerCase();
  return resources.find(
    (resource) =>
      [resource.plural, resource.singular, ...resource.shortNames].includes(lower) ||
      [`${resource.plural}.${resource.group}`, `${resource.singular}.${resource.group}`].includes(lower),
  );
}
