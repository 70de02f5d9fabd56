import { describe } from 'vitest';
import { parse } from 'yaml';
import { canonicalize } from '../../../src/api/canonical.ts';
import { applyDefaults } from '../../../src/api/defaults/registry.ts';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { strategicMergePatch } from '../../../src/api/patch/strategicMergePatch.ts';
import { threeWayPatch } from '../../../src/api/patch/threeWayPatch.ts';
import { type Resource, resourceOfKind } from '../../../src/api/resources.ts';
import { checkSchema } from '../../../src/api/schema.ts';
import { type FieldError, invalid } from '../../../src/api/status.ts';
import { validateCreate, validateUpdate } from '../../../src/api/validation/registry.ts';
import { readCases, testCases } from './recorded.ts';

/** kubectl reads YAML 1.1 with doubled keys; a run of 1000 or more `a` is recorded as `<a*COUNT>`. */
const read = (yaml: string) =>
  parse(
    yaml.replace(/<a\*(\d+)>/g, (_, count) => 'a'.repeat(Number(count))),
    { version: '1.1', uniqueKeys: false },
  ) as ObjectToWrite;

function resourceFor(object: ObjectToWrite): Resource {
  const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
  if (!resource) throw new Error(`not served: ${object.apiVersion} ${object.kind}`);
  return resource;
}

const messageOf = (resource: Resource, object: ObjectToWrite, errors: FieldError[]) =>
  errors.length > 0 ? invalid(resource, object.metadata?.name ?? '', errors).message : null;

/** The object as the API server would hold it before validation. */
function prepared(resource: Resource, object: ObjectToWrite): ObjectToWrite {
  const metadata = { ...(resource.namespaced && { namespace: 'default' }), ...object.metadata };
  if (!metadata.name && metadata.generateName) metadata.name = `${metadata.generateName}<random>`;
  return applyDefaults(resource.plural, canonicalize(resource.plural, { ...object, metadata }));
}

function createAnswer(yaml: string): string | null {
  const object = read(yaml);
  const resource = resourceFor(object);
  const { errors, unknown } = checkSchema(resource.plural, object);
  const handled = `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}`;
  if (errors.length > 0) return `${handled}: ${errors[0]}`;
  if (unknown.length > 0)
    return `${handled}: strict decoding error: ${unknown.map((field) => `unknown field "${field}"`).join(', ')}`;
  const whole = prepared(resource, object);
  return messageOf(resource, whole, validateCreate(resource.plural, whole));
}

const allocator = 'addresses and node ports are checked where they are allocated, in the cluster';
const lenient = 'asked without strict validation';

describe('create', () => {
  testCases(readCases<string, string | null>('validation.json'), createAnswer, {
    'fields: unknown field, --validate=warn': lenient,
    'fields: unknown field, --validate=ignore': lenient,
    'fields: unknown field, --validate=false': lenient,
    'metadata: Namespace in a namespace': 'the server takes the namespace off before validation',
    'service: nodePort above the range': allocator,
    'service: same nodePort twice': allocator,
    'service: clusterIP outside the range': allocator,
    'service: clusterIP of the network': allocator,
    'service: nodePort already taken': allocator,
    'service: clusterIP already taken': allocator,
    'admission: limit range: request above the default limit': 'LimitRanges are not served',
    'ingress: rules empty': 'an empty list is taken for none, which the message shows as null',
    'security: linux options on a windows Pod': 'all nodes run Linux; Windows rules are not known',
  });
});

interface Update {
  before: string;
  manifest: string;
}

function updateAnswer({ before, manifest }: Update): string | null {
  const [original, modified] = [read(before), read(manifest)];
  const resource = resourceFor(original);
  const current = prepared(resource, original);
  const patch = threeWayPatch(resource.plural, original, modified, current);
  const next = prepared(resource, strategicMergePatch(resource.plural, current, patch));
  return messageOf(resource, current, validateUpdate(resource.plural, next, current));
}

const inPatch = 'told by the server as an error in the patch, with the whole patch in Go notation';

describe('update by kubectl apply', () => {
  testCases(readCases<Update, string | null>('validation-update.json'), updateAnswer, {
    'update: Pod: unknown field': inPatch,
    'update: Deployment: wrong type': inPatch,
    'update: Service: clusterIP': 'needs the address that the cluster had allocated',
    'update: Service: to headless': 'needs the address that the cluster had allocated',
  });
});
