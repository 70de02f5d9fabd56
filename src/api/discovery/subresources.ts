import type { Resource } from '../resources.ts';

/** A part of an object with a URL of its own, or something that can be done to it. */
export interface Subresource {
  name: string;
  /** What it takes and gives; of the group and version of its resource where no other is given. */
  kind: string;
  group?: string;
  version?: string;
  verbs: readonly string[];
}

const objectVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const partVerbs = ['get', 'patch', 'update'];
const proxyVerbs = ['create', 'delete', 'get', 'patch', 'update'];

/** What can be done with the objects of a resource. */
export const verbsOf = ({ plural }: Resource): readonly string[] =>
  plural === 'namespaces' ? objectVerbs.filter((verb) => verb !== 'deletecollection') : objectVerbs;

const inAll = new Set([
  'pods',
  'replicationcontrollers',
  'services',
  'daemonsets',
  'deployments',
  'replicasets',
  'statefulsets',
  'horizontalpodautoscalers',
  'cronjobs',
  'jobs',
]);

/** The groups of resources that it belongs to: `kubectl get all`. */
export const categoriesOf = ({ plural }: Resource): readonly string[] => (inAll.has(plural) ? ['all'] : []);

const withStatus = new Set([
  ...inAll,
  'namespaces',
  'nodes',
  'persistentvolumeclaims',
  'persistentvolumes',
  'resourcequotas',
  'ingresses',
  'poddisruptionbudgets',
]);
const scale: Subresource = { name: 'scale', kind: 'Scale', group: 'autoscaling', version: 'v1', verbs: partVerbs };
const stream = (name: string, kind: string): Subresource => ({ name, kind, verbs: ['create', 'get'] });

const own: Readonly<Record<string, readonly Subresource[]>> = {
  namespaces: [{ name: 'finalize', kind: 'Namespace', verbs: ['update'] }],
  nodes: [{ name: 'proxy', kind: 'NodeProxyOptions', verbs: proxyVerbs }],
  pods: [
    stream('attach', 'PodAttachOptions'),
    { name: 'binding', kind: 'Binding', verbs: ['create'] },
    { name: 'ephemeralcontainers', kind: 'Pod', verbs: partVerbs },
    { name: 'eviction', kind: 'Eviction', group: 'policy', version: 'v1', verbs: ['create'] },
    stream('exec', 'PodExecOptions'),
    { name: 'log', kind: 'Pod', verbs: ['get'] },
    stream('portforward', 'PodPortForwardOptions'),
    { name: 'proxy', kind: 'PodProxyOptions', verbs: proxyVerbs },
    { name: 'resize', kind: 'Pod', verbs: partVerbs },
  ],
  replicationcontrollers: [scale],
  serviceaccounts: [
    { name: 'token', kind: 'TokenRequest', group: 'authentication.k8s.io', version: 'v1', verbs: ['create'] },
  ],
  services: [{ name: 'proxy', kind: 'ServiceProxyOptions', verbs: proxyVerbs }],
  deployments: [scale],
  replicasets: [scale],
  statefulsets: [scale],
};

/** The subresources of a resource, sorted by name. Source: `kubectl get --raw` of a 1.36 server's resource lists. */
export function subresourcesOf({ plural, kind }: Resource): readonly Subresource[] {
  const status = withStatus.has(plural) ? [{ name: 'status', kind, verbs: partVerbs }] : [];
  return [...(own[plural] ?? []), ...status];
}
