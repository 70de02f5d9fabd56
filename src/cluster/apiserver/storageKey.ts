import type { Resource } from '../../api/resources.ts';

/** Resources that lie in etcd under another name. Source: kube-apiserver specialDefaultResourcePrefixes. */
const names: Readonly<Record<string, string>> = {
  replicationcontrollers: 'controllers',
  endpoints: 'services/endpoints',
  nodes: 'minions',
  services: 'services/specs',
  ingresses: 'ingress',
};

/** Where an object lies in etcd, as messages show it; a dry run does not get as far as etcd's own prefix. */
export function storageKey({ plural }: Resource, key: string, isDryRun: boolean): string {
  return `${isDryRun ? '' : '/registry'}/${names[plural] ?? plural}/${key}`;
}
