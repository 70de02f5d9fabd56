import parameterTexts from '../generated/parameters.json' with { type: 'json' };
import type { Resource } from '../resources.ts';

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema: object;
}

/** What one HTTP method does at a path. Source: OpenAPI 3.0 Operation Object, with Kubernetes' extensions. */
export interface Operation {
  tags: string[];
  description: string;
  operationId: string;
  parameters?: Parameter[];
  requestBody?: object;
  responses: object;
  'x-kubernetes-action'?: string;
  'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

export interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

/** A path's operations by method, and the parameters that all of them have. */
export interface PathItem {
  [method: string]: Operation | Parameter[];
}

const texts = parameterTexts as Record<string, Parameter>;

/** Query parameters that every server has, by name; `patch NAME` where a patch describes it otherwise. */
export const query = (...names: string[]): Parameter[] =>
  names.flatMap((name) => texts[name] ?? texts[name.replace('patch ', '')] ?? []);

export const listParameters = query(
  ...['allowWatchBookmarks', 'continue', 'fieldSelector', 'labelSelector', 'limit', 'resourceVersion'],
  ...['resourceVersionMatch', 'sendInitialEvents', 'shardSelector', 'timeoutSeconds', 'watch'],
);
export const writeParameters = query('dryRun', 'fieldManager', 'fieldValidation');
export const patchParameters = query('patch dryRun', 'patch fieldManager', 'patch fieldValidation', 'patch force');
export const deleteParameters = query(
  ...['dryRun', 'gracePeriodSeconds', 'ignoreStoreReadErrorWithClusterBreakingPotential', 'orphanDependents'],
  'propagationPolicy',
);

/** A part of the path itself. */
export const inPath = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  description,
  required: true,
  schema: { type: 'string', uniqueItems: true },
});

/** What the API server's packages call a group: `networking` for networking.k8s.io. */
const packageOf = ({ group }: Pick<Resource, 'group'>): string => group.split('.')[0] || 'core';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `networking_v1`, and `NetworkingV1` as operations are named. */
export function tagOf(resource: Pick<Resource, 'group' | 'version'>): { tag: string; title: string } {
  const name = packageOf(resource);
  return { tag: `${name}_${resource.version}`, title: capital(name) + capital(resource.version) };
}

/** The definition of a kind. */
export const definitionOf = ({ group, version, kind }: GroupVersionKind): string =>
  `io.k8s.api.${packageOf({ group })}.${version}.${kind}`;
export const metaDefinition = (kind: string): string => `io.k8s.apimachinery.pkg.apis.meta.v1.${kind}`;

const contentOf = (types: readonly string[], definition: string) =>
  Object.fromEntries(types.map((type) => [type, { schema: { $ref: `#/components/schemas/${definition}` } }]));

const mediaTypes = ['application/json', 'application/vnd.kubernetes.protobuf', 'application/yaml'];
/** What a list or a watch may be asked for as. */
export const streamTypes = [
  ...mediaTypes,
  'application/json;stream=watch',
  'application/vnd.kubernetes.protobuf;stream=watch',
];
const words: Readonly<Record<number, string>> = { 200: 'OK', 201: 'Created', 202: 'Accepted' };

/** Answers with these codes and this content, or 401. */
export function responses(definition: string, codes: readonly number[], types: readonly string[] = mediaTypes): object {
  const entries = codes.map((code) => [code, { description: words[code], content: contentOf(types, definition) }]);
  return { ...Object.fromEntries(entries), 401: { description: 'Unauthorized' } };
}

export const body = (definition: string, required = true): object => ({
  content: contentOf(['*/*'], definition),
  ...(required && { required }),
});

export const patchBody: object = {
  content: contentOf(
    [
      'application/apply-patch+yaml',
      'application/json-patch+json',
      'application/merge-patch+json',
      'application/strategic-merge-patch+json',
    ],
    metaDefinition('Patch'),
  ),
  required: true,
};

/** Operations as a document has them: parameters sorted, those that all share beside the operations. */
export function pathItem(operations: Readonly<Record<string, Operation>>): PathItem {
  const all = Object.values(operations);
  const byName = (a: Parameter, b: Parameter) => (a.name < b.name ? -1 : 1);
  const [first] = all;
  const shared = (first?.parameters ?? []).filter((parameter) =>
    all.every(({ parameters = [] }) => parameters.includes(parameter)),
  );
  const own = Object.entries(operations).map(([method, { parameters = [], ...operation }]) => {
    const rest = parameters.filter((parameter) => !shared.includes(parameter)).sort(byName);
    return [method, { ...operation, ...(rest.length > 0 && { parameters: rest }) }] as const;
  });
  return { ...Object.fromEntries(own), ...(shared.length > 0 && { parameters: shared.sort(byName) }) };
}
