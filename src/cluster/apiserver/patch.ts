import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { jsonMergePatch } from '../../api/patch/jsonMergePatch.ts';
import type { Resource } from '../../api/resources.ts';
import { badRequest, conflict, type Failure, isFailure, notFound } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import { type Cause, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { create } from './create.ts';
import { authorOf, checkOptions, type Writing } from './managedFields.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { isChecked } from './rules.ts';
import { storeChange } from './update.ts';

export type PatchRequest = Extract<ApiRequest, { verb: 'patch' }>;

/** Changes an object by a patch against its present state; an apply also makes one that is not there. */
export function patch(world: World, resource: Resource, request: PatchRequest, cause: Cause): ApiResponse {
  const refused = checkPatch(request);
  if (refused) return { answer: refused };
  const old = getObject(world.store, resource.plural, keyOf(request));
  const isApply = request.patchType === 'apply';
  if (!old && (!isApply || request.subresource)) return { answer: notFound(resource, request.name) };
  const writing: Writing = {
    options: request.options,
    cause,
    ...(request.subresource && { subresource: request.subresource }),
    ...(isApply && { isTracked: true }),
  };
  const patched = patchedObject(world, resource, old, request, writing);
  if (isFailure(patched)) return { answer: patched };
  const mismatch = checkIdentity(patched.object, request);
  if (mismatch) return { answer: mismatch };
  const { uid, resourceVersion } = patched.object.metadata ?? {};
  if (!old) {
    if (uid) return { answer: conflict(resource, request.name, noSuchUid(uid)) };
    const { subresource: _, ...rest } = request;
    return create(world, resource, { ...rest, verb: 'create', object: patched.object }, cause, true);
  }
  if (resourceVersion && resourceVersion !== old.metadata.resourceVersion)
    return { answer: conflict(resource, request.name) };
  return storeChange(world, resource, old, patched, writing);
}

const noSuchUid = (uid: string) =>
  `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`;

/** The refusal of a patch that cannot be whatever the object is; only what comes from outside is looked at. */
export function checkPatch({ patchType, patch: body, options }: PatchRequest): Failure | undefined {
  if (!isChecked(options)) return undefined;
  return (
    laterParts('patches').patching.checkBodySize(body) ?? checkOptions('PatchOptions', options, patchType === 'apply')
  );
}

/** A patch cannot move an object to another name or namespace. Source: handlers/patch.go applyPatch, checkName. */
function checkIdentity({ metadata }: ObjectToWrite, { name, namespace }: PatchRequest): Failure | undefined {
  if (namespace && (metadata?.namespace ?? namespace) !== namespace)
    return badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (!metadata?.name)
    return badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`);
  if (metadata.name === name) return undefined;
  return badRequest(`the name of the object (${metadata.name}) does not match the name on the URL (${name})`);
}

/** What the patch makes of the object, decoded. */
function patchedObject(
  world: World,
  resource: Resource,
  old: KubernetesObject | undefined,
  request: PatchRequest,
  writing: Writing,
): { object: ObjectToWrite; warnings: string[] } | Failure {
  const { patchType, patch: body, options } = request;
  const live = (old ?? {}) as ObjectToWrite;
  if (!options?.fieldValidation) {
    // Components of the cluster patch by merging, with what fits the object.
    if (patchType === 'merge') return { object: jsonMergePatch(live, body) as ObjectToWrite, warnings: [] };
    throw new Error(`a ${patchType} patch of a component`);
  }
  const { decoding, patching } = laterParts('patches');
  const kind = patching.kindOfResource(resource);
  const patched =
    patchType === 'apply'
      ? patching.applied(resource, kind, authorOf(world, writing), old, body, options.force ?? false)
      : patching.patchObject(kind, live, patchType, body, options.fieldValidation);
  if (isFailure(patched)) return patched;
  return { ...patched, object: decoding.canonicalize(resource.plural, patched.object) };
}
