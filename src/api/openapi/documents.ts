import { groups, resourcesOf } from '../discovery/discovery.ts';
import openapi from '../generated/openapi.json' with { type: 'json' };
import { sha256 } from '../sha256.ts';
import { metaDefinition, type PathItem, responses, tagOf } from './operation.ts';
import { pathsOf } from './paths.ts';

/**
 * The OpenAPI v3 documents, of which there is one for each group and version. They are large and made out of all
 * definitions: a page loads this file only when somebody asks for one.
 */

/** A schema of OpenAPI 3.0, as far as it is looked at here. */
interface Schema {
  $ref?: string;
  [field: string]: unknown;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Readonly<Record<string, PathItem>>;
  components: { schemas: Record<string, unknown>; securitySchemes: object };
}

const definitions = openapi.definitions as Record<string, unknown>;
const prefix = '#/components/schemas/';

/** The answer to a path under `/openapi/v3`: the index, or a document; undefined where there is none. */
export function openApi(path: string): object | undefined {
  const name = path.replace(/\?.*$/, '').replace(/^\/openapi\/v3\/?/, '');
  if (name !== '') return documentOf(name);
  const entries = documentNames().map((one) => [one, { serverRelativeURL: `/openapi/v3/${one}?hash=${hashOf(one)}` }]);
  return { paths: Object.fromEntries(entries) };
}

function documentNames(): string[] {
  const ofGroups = groups().flatMap((group) => [`apis/${group}`, `apis/${group}/${resourcesOf(group)[0]?.version}`]);
  return ['api', 'api/v1', 'apis', ...ofGroups, 'version'].sort();
}

function documentOf(name: string): Document | undefined {
  if (!documentNames().includes(name)) return undefined;
  const paths = pathsIn(name);
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: '1.36' },
    paths,
    components: {
      schemas: schemasOf(paths),
      securitySchemes: {
        BearerToken: {
          type: 'apiKey',
          description: 'Bearer Token authentication',
          name: 'authorization',
          in: 'header',
        },
      },
    },
  };
}

function pathsIn(name: string): Readonly<Record<string, PathItem>> {
  const [root, group = '', version] = name.split('/');
  if (version) return pathsOf(resourcesOf(group));
  if (root === 'api' && group) return pathsOf(resourcesOf(''));
  if (root === 'version')
    return inform(name, root, 'CodeVersion', versionWhat, versionDefinition, ['application/json']);
  const what = 'available API versions';
  if (root === 'api') return inform(name, 'core', 'CoreAPIVersions', what, metaDefinition('APIVersions'));
  if (!group) return inform(name, 'apis', 'APIVersions', what, metaDefinition('APIGroupList'));
  const [tag = '', title] = [tagOf({ group, version: '' }).tag.replace('_', ''), tagOf({ group, version: '' }).title];
  return inform(name, tag, `${title}APIGroup`, 'information of a group', metaDefinition('APIGroup'));
}

const versionWhat = 'the version information for this server';
const versionDefinition = 'io.k8s.apimachinery.pkg.version.Info';

/** A path that only tells something of the server. */
function inform(
  name: string,
  tag: string,
  id: string,
  what: string,
  definition: string,
  types?: readonly string[],
): Record<string, PathItem> {
  const operation = { tags: [tag], description: `get ${what}`, operationId: `get${id}` };
  return { [`/${name}/`]: { get: { ...operation, responses: responses(definition, [200], types) } } };
}

/** The definitions that the paths mention, and those that these mention. */
function schemasOf(paths: object): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref' && typeof inner === 'string') add(inner.replace(prefix, ''));
        else visit(inner);
      }
  };
  const add = (name: string): void => {
    if (schemas[name] || !definitions[name]) return;
    schemas[name] = asComponent(definitions[name]);
    visit(schemas[name]);
  };
  visit(paths);
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In OpenAPI 3.0 nothing may stand beside a `$ref`: what describes the field stands around it. */
function asComponent(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asComponent);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema as Schema;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asComponent(value)]));
  if (typeof $ref !== 'string') return inner;
  const reference = { $ref: $ref.replace('#/definitions/', prefix) };
  return Object.keys(inner).length > 0 ? { ...inner, allOf: [reference] } : reference;
}

const hashes = new Map<string, string>();

/** Changes when the document does, so that clients may keep it. */
function hashOf(name: string): string {
  const known =
    hashes.get(name) ??
    sha256(JSON.stringify(documentOf(name)))
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  hashes.set(name, known);
  return known;
}
