import type { KubernetesObject, LabelSelector, ObjectToWrite, Scale, StoredMeta } from '../../../api/objects.ts';
import { jsonMergePatch } from '../../../api/patch/jsonMergePatch.ts';
import { apiVersionOf, type Resource, resourceOf } from '../../../api/resources.ts';
import { conflict, type Failure, invalid, isFailure, notFound } from '../../../api/status.ts';
import { laterParts } from '../../later/later.ts';
import { type Cause, getObject, keyOf } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { withWarnings } from '../create.ts';
import { authorOf, type Writing, withManagedFields } from '../managedFields.ts';
import { checkPatch, type PatchRequest } from '../patch.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';
import { isChecked } from '../rules.ts';
import { storeChange } from '../update.ts';
import type { SubresourceHandlers } from './registry.ts';

type Scalable = KubernetesObject & {
  spec?: { replicas?: number; selector?: LabelSelector };
  status?: { replicas?: number };
};
type UpdateRequest = Extract<ApiRequest, { verb: 'update' }>;
type Wanted = { object: ObjectToWrite; warnings: string[] } | Failure;

/** The number of replicas as a small object of its own, the same for every kind that has one. */
export const scale: SubresourceHandlers = {
  get(world, request) {
    const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
    return { answer: object ? scaleOf(object) : notFound(resourceOf(request.resource), request.name) };
  },
  update(world, request, cause) {
    return setScale(world, request, () => ({ object: request.object, warnings: [] }), cause);
  },
  patch(world, request, cause) {
    const refused = checkPatch(request);
    if (refused) return { answer: refused };
    return setScale(world, request, (now) => patchedScale(world, request, now, cause), cause);
  },
};

/** What a patch makes of a Scale; components only merge. */
function patchedScale(world: World, request: PatchRequest, now: KubernetesObject, cause: Cause): Wanted {
  const { patchType, patch: body, options } = request;
  if (!options?.fieldValidation) return { object: jsonMergePatch(now, body) as ObjectToWrite, warnings: [] };
  const { applied, patchObject, scaleKind } = laterParts('patches').patching;
  if (patchType !== 'apply')
    return patchObject(scaleKind, now as unknown as ObjectToWrite, patchType, body, options.fieldValidation);
  const author = authorOf(world, { options, subresource: 'scale', cause });
  return applied(resourceOf(request.resource), scaleKind, author, now, body, options.force ?? false);
}

function setScale(
  world: World,
  request: PatchRequest | UpdateRequest,
  wanted: (now: KubernetesObject) => Wanted,
  cause: Cause,
): ApiResponse {
  const resource = resourceOf(request.resource);
  const object = getObject<Scalable>(world.store, request.resource, keyOf(request));
  if (!object) return { answer: notFound(resource, request.name) };
  const now = withManagers(scaleOf(object), object);
  const next = wanted(now);
  if (isFailure(next)) return { answer: next };
  const version = next.object.metadata?.resourceVersion;
  if (version && version !== object.metadata.resourceVersion) return { answer: conflict(resource, request.name) };
  const replicas = (next.object as Scale).spec?.replicas ?? 0;
  if (replicas < 0) {
    const detail = 'must be greater than or equal to 0';
    const error = { type: 'Invalid value', field: 'spec.replicas', value: replicas, detail } as const;
    return { answer: invalid({ ...resource, group: 'autoscaling', kind: 'Scale' }, request.name, [error]) };
  }
  const writing: Writing = { options: request.options, subresource: 'scale', cause, isTracked: true };
  const isApply = 'patchType' in request && request.patchType === 'apply';
  const managed = withScaleManagers(world, resource, object, now, next.object, writing, isApply);
  const scaled = { ...managed, spec: { ...object.spec, replicas } } as unknown as ObjectToWrite;
  const { answer } = storeChange(world, resource, object, { object: scaled, warnings: [] }, writing);
  return withWarnings(isFailure(answer) ? answer : scaleOf(answer as Scalable), next.warnings);
}

/** The Scale with those of the object's managers who hold the replicas. */
function withManagers(scaleObject: KubernetesObject, { metadata }: Scalable): KubernetesObject {
  if (!metadata.managedFields) return scaleObject;
  return withManagedFields(scaleObject, laterParts('scale').patching.scaleManagedFields(metadata.managedFields));
}

/** The object with its managers after its Scale was written; a component's write moves the replicas to it as well. */
function withScaleManagers(
  world: World,
  resource: Resource,
  object: Scalable,
  now: KubernetesObject,
  next: ObjectToWrite,
  writing: Writing,
  isApply: boolean,
): Scalable {
  const entries = object.metadata.managedFields;
  if (!entries && !isChecked(writing.options)) return object;
  const { managedFieldsAfter, managedFieldsOfScaled, scaleKind } = laterParts('scale').patching;
  const ofScale = isApply
    ? next.metadata?.managedFields
    : managedFieldsAfter(resource, scaleKind, authorOf(world, writing), now, next);
  return withManagedFields(object, managedFieldsOfScaled(entries, ofScale, apiVersionOf(resource)));
}

function scaleOf(object: Scalable): KubernetesObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const labels = object.spec?.selector?.matchLabels ?? {};
  const metadata: StoredMeta = { name, uid, resourceVersion, creationTimestamp, ...(namespace && { namespace }) };
  const selector = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata,
    spec: { replicas: object.spec?.replicas ?? 0 },
    status: { replicas: object.status?.replicas ?? 0, selector },
  } as KubernetesObject;
}
