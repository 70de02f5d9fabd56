import { apiVersionOf, type Resource, resourceOfKind, resources } from '../api/resources.ts';

/** The kind `List` can be named in every version that is served, though no server serves it. */
function listIn(apiVersion: string): Resource | undefined {
  const served = resources.find((resource) => apiVersionOf(resource) === apiVersion);
  if (!served) return undefined;
  return { ...served, plural: 'lists', singular: 'list', kind: 'List', namespaced: false, shortNames: [] };
}

/** Whether the server knows nothing of the resource: see `listIn`. */
export const isUnserved = (resource: Resource): boolean => resource.kind === 'List';

/**
 * The resource that a manifest's kind means. A kind in lower case is understood too, and refused by the server; without a
 * version any will do. Source: client-go restmapper NewDiscoveryRESTMapper.
 */
export function resourceNamed(apiVersion: string, kind: string): Resource | undefined {
  if (kind === 'List') return listIn(apiVersion || 'v1');
  const exact = resourceOfKind(apiVersion, kind);
  if (exact) return exact;
  return resources.find(
    (resource) =>
      (apiVersion === '' ? resource.group === '' : apiVersionOf(resource) === apiVersion) &&
      (resource.kind === kind || resource.kind.toLowerCase() === kind),
  );
}

/** `apps/v1, Resource=deployments` and `apps/v1, Kind=Deployment`, as kubectl names what an object is. */
export function describeMapping(resource: Resource, kind: string): string {
  const version = `${resource.group}/${resource.version}`;
  return `Resource: "${version}, Resource=${resource.plural}", GroupVersionKind: "${version}, Kind=${kind}"`;
}
