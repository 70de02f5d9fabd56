import type { JSONSchema } from 'monaco-yaml';
import { apiVersionOf, resources } from '../../api/resources.ts';

type Definitions = Record<string, JSONSchema & { 'x-kubernetes-group-version-kind'?: GroupVersionKind[] }>;
interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

/**
 * One JSON schema for any object that the cluster serves, out of the OpenAPI definitions: which kind it is decides the
 * rest. Fields that are not defined are marked, as the API server's strict decoding refuses them.
 */
export function manifestSchema(definitions: Definitions): JSONSchema {
  const strict = Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, strictly(schema)]));
  const served = resources.flatMap((resource) => {
    const name = definitionOf(definitions, resource);
    return name ? [{ kind: resource.kind, apiVersion: apiVersionOf(resource), name }] : [];
  });
  return {
    definitions: strict,
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: {
      apiVersion: { type: 'string', enum: [...new Set(served.map(({ apiVersion }) => apiVersion))] },
      kind: { type: 'string', enum: served.map(({ kind }) => kind) },
    },
    allOf: served.map(({ kind, apiVersion, name }) => ({
      if: {
        required: ['kind'],
        properties: { kind: { const: kind }, apiVersion: { const: apiVersion } },
      },
      // biome-ignore lint/suspicious/noThenProperty: JSON schema's own word
      then: { $ref: `#/definitions/${name}` },
    })),
  };
}

function definitionOf(definitions: Definitions, { group, version, kind }: GroupVersionKind): string | undefined {
  return Object.keys(definitions).find((name) =>
    definitions[name]?.['x-kubernetes-group-version-kind']?.some(
      (each) => each.group === group && each.version === version && each.kind === kind,
    ),
  );
}

function strictly(schema: JSONSchema): JSONSchema {
  return schema.properties ? { ...schema, additionalProperties: false } : schema;
}
