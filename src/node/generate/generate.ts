/**
 * Makes src/api/generated out of the OpenAPI v3 documents of a Kubernetes API server:
 * `npm run generate -- FOLDER`, where FOLDER holds `*.openapi.json` as `kubectl get --raw /openapi/v3/...` gives them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { inlineReferences, mergeDocuments, withShortNames } from './definitions.ts';
import { type Document, queryParameters } from './parameters.ts';
import { compactStructure } from './structure.ts';

const folder = process.argv[2];
if (!folder) throw new Error('usage: npm run generate -- FOLDER-WITH-OPENAPI-DOCUMENTS');

const target = join(import.meta.dirname, '../../api/generated');
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.openapi.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Document);

const merged = mergeDocuments(documents);
const definitions = inlineReferences(merged);
writeFileSync(join(target, 'openapi.json'), JSON.stringify({ definitions }));
writeFileSync(join(target, 'parameters.json'), JSON.stringify(queryParameters(documents)));
writeFileSync(join(target, 'structure.json'), JSON.stringify(compactStructure(definitions, merged)));

const types = await compile(
  {
    title: 'KubernetesDefinitions',
    type: 'object',
    definitions: withShortNames(definitions) as JSONSchema['definitions'],
  },
  'KubernetesDefinitions',
  {
    unreachableDefinitions: true,
    additionalProperties: false,
    format: false,
    bannerComment: '/** Kubernetes 1.36 API types, generated from its OpenAPI documents by `npm run generate`. */',
  },
);
writeFileSync(
  join(target, 'kubernetes.ts'),
  types
    .replace(/export interface KubernetesDefinitions \{[^}]*\}\n/, '')
    .replace(/\n\/\*\*\n \* This interface was referenced[\s\S]*?\*\/\n/g, '\n'),
);
