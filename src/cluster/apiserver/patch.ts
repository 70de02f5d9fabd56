import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { jsonMergePatch } from '../../api/patch/jsonMergePatch.ts';
import type { Resource } from '../../api/resources.ts';
import { conflict, type Failure, isFailure, notFound } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import { type Cause, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { create } from './create.ts';
import { authorOf, type Writing } from './managedFields.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { isChecked } from './rules.ts';
import { storeChange } from './update.ts';

export type PatchRequest = Extract<ApiRequest, { verb: 'patch' }>;

/** Changes an object by a patch against its present state; an apply also makes one that is not there. */
export function patch(world: World, resource: Resource, request: PatchRequest, cause: Cause): ApiResponse {
  const old = getObject(world.store, resource.plural, keyOf(request));
  const { subresource, ...call } = request;
  const writing: Writing = {
    options: request.options,
    cause,
    ...(subresource && { subresource }),
    ...(request.patchType === 'apply' && { isTracked: true }),
  };
  const patched = isChecked(request.options)
    ? patchedByClient(world, resource, old, request, writing)
    : patchedByComponent(resource, old, request);
  if (isFailure(patched)) return { answer: patched };
  if (old) return storeChange(world, resource, old, patched, writing);
  return create(world, resource, { ...call, verb: 'create', object: patched.object }, cause, true);
}

function patchedByClient(
  world: World,
  resource: Resource,
  old: KubernetesObject | undefined,
  request: PatchRequest,
  writing: Writing,
) {
  const { callPatch, kindOfResource } = laterParts('patches').patching;
  return callPatch(resource, kindOfResource(resource), request, old, authorOf(world, writing));
}

/** Components of the cluster patch by merging, with what fits the object. */
export function patchedByComponent(
  resource: Resource,
  old: KubernetesObject | undefined,
  { name, patchType, patch: body }: PatchRequest,
): { object: ObjectToWrite; warnings: string[] } | Failure {
  if (patchType !== 'merge') throw new Error(`a component sends a ${patchType} patch`);
  if (!old) return notFound(resource, name);
  const object = jsonMergePatch(old, body) as ObjectToWrite;
  const version = object.metadata?.resourceVersion;
  return version && version !== old.metadata.resourceVersion ? conflict(resource, name) : { object, warnings: [] };
}
