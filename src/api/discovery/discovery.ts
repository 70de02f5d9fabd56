import { encodeBase64Bytes } from '../base64.ts';
import { type Resource, resources } from '../resources.ts';
import { sha256 } from '../sha256.ts';
import { categoriesOf, subresourcesOf, verbsOf } from './subresources.ts';
import { version } from './version.ts';

/** Groups in the order of a real server, which is the order of their importance. */
const groupOrder = [
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'storage.k8s.io',
  'scheduling.k8s.io',
  'coordination.k8s.io',
  'node.k8s.io',
  'discovery.k8s.io',
];

/** The named groups that are served, most important first. */
export function groups(): string[] {
  const rank = (group: string) => (groupOrder.includes(group) ? groupOrder.indexOf(group) : groupOrder.length);
  const served = new Set(resources.map(({ group }) => group).filter((group) => group !== ''));
  return [...served].sort((a, b) => rank(a) - rank(b));
}

/** The resources of a group, sorted as lists of them are. */
export const resourcesOf = (group: string): Resource[] =>
  resources.filter((resource) => resource.group === group).sort((a, b) => (a.plural < b.plural ? -1 : 1));

const versionOf = (group: string): string => resourcesOf(group)[0]?.version ?? '';

/** What the server says of itself: what it serves, under `/version`, `/api`, `/apis` and below. Undefined for other paths. */
export function discover(path: string, accept = ''): object | undefined {
  const [root = '', ...rest] = path.replace(/^\/|\/$/g, '').split('/');
  const isAggregated = accept.includes('as=APIGroupDiscoveryList') && accept.includes('g=apidiscovery.k8s.io');
  if (root === 'version' && rest.length === 0) return version;
  if (root === 'api') {
    if (rest.length === 0) return isAggregated ? aggregated(['']) : apiVersions;
    return rest.length === 1 && rest[0] === versionOf('') ? resourceList('') : undefined;
  }
  if (root !== 'apis') return undefined;
  const [group = '', groupVersion] = rest;
  if (rest.length === 0) return isAggregated ? aggregated(groups()) : groupList();
  if (!groups().includes(group) || rest.length > 2) return undefined;
  if (groupVersion === undefined) return { kind: 'APIGroup', apiVersion: 'v1', ...groupInfo(group) };
  return groupVersion === versionOf(group) ? resourceList(group) : undefined;
}

/** Source: metav1.APIVersions. The address is that of `kubectl proxy`, behind which the simulated server stands. */
const apiVersions = {
  kind: 'APIVersions',
  versions: ['v1'],
  serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:8001' }],
};

function groupInfo(name: string) {
  const served = { groupVersion: `${name}/${versionOf(name)}`, version: versionOf(name) };
  return { name, versions: [served], preferredVersion: served };
}

const groupList = () => ({ kind: 'APIGroupList', apiVersion: 'v1', groups: groups().map(groupInfo) });

/** Source: metav1.APIResourceList. That of the core group is older than its field `apiVersion`. */
function resourceList(group: string) {
  return {
    kind: 'APIResourceList',
    ...(group && { apiVersion: 'v1' }),
    groupVersion: group ? `${group}/${versionOf(group)}` : versionOf(group),
    resources: resourcesOf(group).flatMap((resource) => [
      {
        name: resource.plural,
        singularName: resource.singular,
        namespaced: resource.namespaced,
        kind: resource.kind,
        verbs: verbsOf(resource),
        ...names(resource),
        storageVersionHash: storageVersionHash(resource),
      },
      ...subresourcesOf(resource).map(({ name, kind, group: ofGroup, version: ofVersion, verbs }) => ({
        name: `${resource.plural}/${name}`,
        singularName: '',
        namespaced: resource.namespaced,
        ...(ofGroup !== undefined && { group: ofGroup, version: ofVersion }),
        kind,
        verbs,
      })),
    ]),
  };
}

/** Source: apiserver pkg/endpoints/discovery.StorageVersionHash. */
function storageVersionHash({ group, version: stored, kind }: Resource): string {
  return encodeBase64Bytes(sha256(`${group}/${stored}/${kind}`).slice(0, 8));
}

const names = (resource: Resource) => ({
  ...(resource.shortNames.length > 0 && { shortNames: resource.shortNames }),
  ...(categoriesOf(resource).length > 0 && { categories: categoriesOf(resource) }),
});

/** Everything in one answer. Source: apidiscovery.k8s.io/v2 APIGroupDiscoveryList. */
function aggregated(served: readonly string[]) {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: served.map((group) => ({
      metadata: group ? { name: group } : {},
      versions: [
        { version: versionOf(group), resources: resourcesOf(group).map(aggregatedResource), freshness: 'Current' },
      ],
    })),
  };
}

function aggregatedResource(resource: Resource) {
  const parts = subresourcesOf(resource);
  const kindOf = (kind: string, group = '', ofVersion = '') => ({ group, version: ofVersion, kind });
  return {
    resource: resource.plural,
    // Empty means: of this group and version.
    responseKind: kindOf(resource.kind),
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: verbsOf(resource),
    ...names(resource),
    ...(parts.length > 0 && {
      subresources: parts.map((part) => ({
        subresource: part.name,
        responseKind: kindOf(part.kind, part.group, part.version),
        verbs: part.verbs,
      })),
    }),
  };
}
