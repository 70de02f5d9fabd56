/** What the API server asks of this folder: who manages what after a write, and server-side apply. */
import { isObject } from '../equal.ts';
import type { ManagedFieldsEntry } from '../generated/kubernetes.ts';
import { JsonError } from '../json/scan.ts';
import type { KubernetesObject, ObjectToWrite } from '../objects.ts';
import { parseBody } from '../patch/parseBody.ts';

import type { Kind, Patched } from '../patch/patchObject.ts';
import { restoreFault } from '../patch/restore.ts';
import { apiVersionOf, type Resource } from '../resources.ts';
import { badRequest, type Failure, internalError, isFailure } from '../status.ts';
import { typeOfResource } from '../structure.ts';
import { applyObject } from './apply.ts';
import { updateManagedFields, type Write } from './fieldManager.ts';
import { emptySet } from './fieldSet.ts';
import { resetFields } from './resetFields.ts';

/** Who writes, when, and to what part of the object. */
export interface Author {
  manager: string;
  time: string;
  subresource?: string;
}

/** Of the scale subresource, the same for all that have one. */
export const scaleKind: Kind = {
  group: 'autoscaling',
  version: 'v1',
  kind: 'Scale',
  type: { kind: 'struct', name: 'Scale' },
};

/** The kind of a resource's objects. */
export const kindOfResource = (resource: Resource): Kind => ({ ...resource, type: typeOfResource(resource.plural) });

function writeOf(resource: Resource, kind: Kind, { manager, time, subresource }: Author): Write {
  const apiVersion = apiVersionOf({ ...resource, ...kind });
  return {
    shape: { type: kind.type },
    writer: { manager, time, apiVersion, ...(subresource && { subresource }) },
    ignored: kind === scaleKind ? emptySet : resetFields(resource.plural, subresource),
  };
}

/** The managedFields after a create (without `live`), an update or a patch that is no apply. */
export function managedFieldsAfter(
  resource: Resource,
  kind: Kind,
  author: Author,
  live: KubernetesObject | undefined,
  next: ObjectToWrite,
): ManagedFieldsEntry[] | undefined {
  return updateManagedFields(writeOf(resource, kind, author), live as ObjectToWrite | undefined, next);
}

/** What server-side apply makes of the live object, or of none; without defaults. */
export function applied(
  resource: Resource,
  kind: Kind,
  author: Author,
  live: KubernetesObject | undefined,
  body: unknown,
  force: boolean,
): Patched {
  const patch = parseApplied(body);
  if (isFailure(patch)) return patch;
  const object = applyObject(writeOf(resource, kind, author), kind, live, patch, force);
  if (isFailure(object)) return object;
  const fault = restoreFault(object, kind.type);
  if (!fault) return { object, warnings: [] };
  const { namespace = '', name = '' } = patch.metadata ?? {};
  const version = apiVersionOf({ ...resource, ...kind });
  const gvk = `${kind.group}/${kind.version}, Kind=${kind.kind}`;
  return internalError(
    `failed to convert new object (${namespace}/${name}; ${gvk}) to proper version (${version}): unable to convert unstructured object to ${gvk}: ${fault}`,
  );
}

function parseApplied(body: unknown): ObjectToWrite | Failure {
  try {
    const value = parseBody(body);
    if (isObject(value)) return value as ObjectToWrite;
    const found = Array.isArray(value) ? 'array' : typeof value;
    return badRequest(
      `error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${found} into Go value of type map[string]interface {}`,
    );
  } catch (error) {
    if (error instanceof JsonError) return badRequest(`error decoding YAML: ${error.message}`);
    throw error;
  }
}
