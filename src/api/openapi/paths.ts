import { type Subresource, subresourcesOf, verbsOf } from '../discovery/subresources.ts';
import type { Resource } from '../resources.ts';
import {
  body,
  definitionOf,
  deleteParameters,
  type GroupVersionKind,
  inPath,
  listParameters,
  metaDefinition,
  type Operation,
  type Parameter,
  type PathItem,
  patchBody,
  patchParameters,
  pathItem,
  query,
  responses,
  streamTypes,
  tagOf,
  writeParameters,
} from './operation.ts';

/** Kinds whose deletion is answered with the object; the others answer with a Status. */
const answersWithObject = new Set([
  ...['persistentvolumeclaims', 'persistentvolumes', 'pods', 'podtemplates', 'resourcequotas', 'serviceaccounts'],
  ...['services', 'storageclasses'],
]);

/** These are no requests for an object but connections to something, and are described where they are served. */
const connections = new Set(['attach', 'exec', 'log', 'portforward', 'proxy', 'token']);

const namespace = inPath('namespace', 'object name and auth scope, such as for teams and projects');
const pretty = query('pretty');
const root = (resource: Pick<Resource, 'group' | 'version'>) =>
  resource.group ? `/apis/${resource.group}/${resource.version}` : `/api/${resource.version}`;

/** The URL of the objects of a resource. */
export const collectionPath = (resource: Resource): string =>
  `${root(resource)}/${resource.namespaced ? 'namespaces/{namespace}/' : ''}${resource.plural}`;

/** All paths of one group and version. Source: kube-apiserver's OpenAPI documents (apiserver pkg/endpoints/installer.go). */
export function pathsOf(served: readonly Resource[]): Record<string, PathItem> {
  const [first] = served;
  if (!first) return {};
  return Object.assign({ [`${root(first)}/`]: rootItem(first) }, ...served.map(resourcePaths));
}

function rootItem(resource: Resource): PathItem {
  const { tag, title } = tagOf(resource);
  return {
    get: {
      tags: [tag],
      description: 'get available resources',
      operationId: `get${title}APIResources`,
      responses: responses(metaDefinition('APIResourceList'), [200]),
    },
  };
}

/** How the operations of a kind are written down. */
function describer(resource: Resource, gvk: GroupVersionKind, path: readonly Parameter[]) {
  const { tag, title } = tagOf(resource);
  const namespaced = resource.namespaced ? 'Namespaced' : '';
  return (action: string, id: string, description: string, rest: Partial<Operation>): Operation => ({
    tags: [tag],
    description,
    operationId: id.replace('GROUP', title).replace('SCOPE', namespaced),
    ...rest,
    parameters: [...(rest.parameters ?? []), ...path, ...pretty],
    responses: rest.responses ?? {},
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': gvk,
  });
}

function resourcePaths(resource: Resource): Record<string, PathItem> {
  const collection = collectionPath(resource);
  const { kind } = resource;
  const gvk = { group: resource.group, version: resource.version, kind };
  const scope = resource.namespaced ? [namespace] : [];
  const name = inPath('name', `name of the ${kind}`);
  const paths: Record<string, PathItem> = {
    [collection]: pathItem(collectionOperations(resource, gvk, scope)),
    [`${collection}/{name}`]: pathItem(objectOperations(resource, gvk, [name, ...scope])),
  };
  for (const subresource of subresourcesOf(resource))
    if (!connections.has(subresource.name))
      paths[`${collection}/{name}/${subresource.name}`] = pathItem(partOperations(resource, subresource, scope));
  if (resource.namespaced) {
    const all = describer(resource, gvk, []);
    paths[`${root(resource)}/${resource.plural}`] = pathItem({
      get: all('list', `listGROUP${kind}ForAllNamespaces`, `list or watch objects of kind ${kind}`, {
        parameters: listParameters,
        responses: responses(definitionOf({ ...gvk, kind: `${kind}List` }), [200], streamTypes),
      }),
    });
  }
  return { ...paths, ...watchPaths(resource, gvk, name) };
}

function collectionOperations(resource: Resource, gvk: GroupVersionKind, path: readonly Parameter[]) {
  const { kind } = gvk;
  const operation = describer(resource, gvk, path);
  const definition = definitionOf(gvk);
  const operations: Record<string, Operation> = {
    get: operation('list', `listGROUPSCOPE${kind}`, `list or watch objects of kind ${kind}`, {
      parameters: listParameters,
      responses: responses(`${definition}List`, [200], streamTypes),
    }),
    post: operation('post', `createGROUPSCOPE${kind}`, `create ${withArticle(kind)}`, {
      parameters: writeParameters,
      requestBody: body(definition),
      responses: responses(definition, [200, 201, 202]),
    }),
  };
  if (verbsOf(resource).includes('deletecollection'))
    operations.delete = operation(
      'deletecollection',
      `deleteGROUPCollectionSCOPE${kind}`,
      `delete collection of ${kind}`,
      {
        parameters: [
          ...deleteParameters,
          ...listParameters.filter((one) => one.name !== 'watch' && one.name !== 'allowWatchBookmarks'),
        ],
        requestBody: body(metaDefinition('DeleteOptions'), false),
        responses: responses(metaDefinition('Status'), [200]),
      },
    );
  return operations;
}

/** Source: apiserver pkg/endpoints.GetArticleForNoun. */
function withArticle(kind: string): string {
  if (/[^s]s$/.test(kind)) return kind;
  return `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function objectOperations(resource: Resource, gvk: GroupVersionKind, path: readonly Parameter[]) {
  const { kind } = gvk;
  const operation = describer(resource, gvk, path);
  const definition = definitionOf(gvk);
  const deleted = answersWithObject.has(resource.plural) ? definition : metaDefinition('Status');
  return {
    get: operation('get', `readGROUPSCOPE${kind}`, `read the specified ${kind}`, {
      responses: responses(definition, [200]),
    }),
    put: operation('put', `replaceGROUPSCOPE${kind}`, `replace the specified ${kind}`, {
      parameters: writeParameters,
      requestBody: body(definition),
      responses: responses(definition, [200, 201]),
    }),
    delete: operation('delete', `deleteGROUPSCOPE${kind}`, `delete ${withArticle(kind)}`, {
      parameters: deleteParameters,
      requestBody: body(metaDefinition('DeleteOptions'), false),
      responses: responses(deleted, [200, 202]),
    }),
    patch: operation('patch', `patchGROUPSCOPE${kind}`, `partially update the specified ${kind}`, {
      parameters: patchParameters,
      requestBody: patchBody,
      responses: responses(definition, [200, 201]),
    }),
  };
}

function partOperations(resource: Resource, part: Subresource, scope: readonly Parameter[]) {
  const gvk = {
    group: part.group ?? resource.group,
    version: part.version ?? resource.version,
    kind: part.kind,
  };
  const operation = describer(resource, gvk, [inPath('name', `name of the ${part.kind}`), ...scope]);
  const definition = definitionOf(gvk);
  const suffix = part.name.charAt(0).toUpperCase() + part.name.slice(1);
  const of = `of the specified ${resource.kind}`;
  const operations: Record<string, Operation> = {
    get: operation('get', `readGROUPSCOPE${resource.kind}${suffix}`, `read ${part.name} ${of}`, {
      responses: responses(definition, [200]),
    }),
    update: operation('put', `replaceGROUPSCOPE${resource.kind}${suffix}`, `replace ${part.name} ${of}`, {
      parameters: writeParameters,
      requestBody: body(definition),
      responses: responses(definition, [200, 201]),
    }),
    create: operation(
      'post',
      `createGROUPSCOPE${resource.kind}${suffix}`,
      `create ${part.name} of ${withArticle(resource.kind)}`,
      {
        parameters: writeParameters,
        requestBody: body(definition),
        responses: responses(definition, [200, 201, 202]),
      },
    ),
    patch: operation('patch', `patchGROUPSCOPE${resource.kind}${suffix}`, `partially update ${part.name} ${of}`, {
      parameters: patchParameters,
      requestBody: patchBody,
      responses: responses(definition, [200, 201]),
    }),
  };
  const methods: Readonly<Record<string, string>> = { get: 'get', update: 'put', create: 'post', patch: 'patch' };
  return Object.fromEntries(
    Object.entries(operations)
      .filter(([verb]) => part.verbs.includes(verb))
      .map(([verb, one]) => [methods[verb] ?? verb, one]),
  );
}

/** The old way to watch. */
function watchPaths(resource: Resource, gvk: GroupVersionKind, name: Parameter): Record<string, PathItem> {
  const { kind } = gvk;
  const old = "deprecated: use the 'watch' parameter with a list operation instead";
  const scope = resource.namespaced ? [namespace] : [];
  const watch = (action: string, id: string, description: string, path: readonly Parameter[]) =>
    pathItem({
      get: describer(resource, gvk, path)(action, id, description, {
        parameters: listParameters,
        responses: responses(metaDefinition('WatchEvent'), [200], streamTypes),
      }),
    });
  const list = `watch individual changes to a list of ${kind}. ${old}.`;
  const one = `watch changes to an object of kind ${kind}. ${old}, filtered to a single item with the 'fieldSelector' parameter.`;
  const base = `${root(resource)}/watch`;
  const collection = collectionPath(resource).replace(root(resource), base);
  return {
    [collection]: watch('watchlist', `watchGROUPSCOPE${kind}List`, list, scope),
    [`${collection}/{name}`]: watch('watch', `watchGROUPSCOPE${kind}`, one, [name, ...scope]),
    ...(resource.namespaced && {
      [`${base}/${resource.plural}`]: watch('watchlist', `watchGROUP${kind}ListForAllNamespaces`, list, []),
    }),
  };
}
