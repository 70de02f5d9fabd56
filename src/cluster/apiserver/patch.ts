import type { ObjectToWrite } from '../../api/objects.ts';
import { jsonMergePatch } from '../../api/patch/jsonMergePatch.ts';
import type { Resource } from '../../api/resources.ts';
import { badRequest, conflict, type Failure, isFailure, notFound } from '../../api/status.ts';
import { LaterPartsMissing, laterParts } from '../later/later.ts';
import { type Cause, getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { replace } from './update.ts';

type PatchRequest = Extract<ApiRequest, { verb: 'patch' }>;

/** Changes an object by a strategic merge, JSON merge or JSON patch, against its present state. */
export function patch(world: World, resource: Resource, request: PatchRequest, cause: Cause): ApiResponse {
  const old = getObject(world.store, resource.plural, keyOf(request));
  if (!old) return { answer: notFound(resource, request.name) };
  const patched = patchedObject(resource, old as unknown as ObjectToWrite, request);
  if (typeof patched !== 'object' || patched === null || Array.isArray(patched))
    return { answer: badRequest(`the patch does not give a ${resource.kind}: it is no object any more`) };
  if (isFailure(patched)) return { answer: patched };
  const version = patched.metadata?.resourceVersion;
  if (version && version !== old.metadata.resourceVersion) return { answer: conflict(resource, request.name) };
  return replace(world, resource, old, patched, request.subresource === 'status', request.options, cause);
}

function patchedObject(resource: Resource, old: ObjectToWrite, request: PatchRequest): ObjectToWrite | Failure {
  try {
    switch (request.patchType) {
      case 'merge':
        return jsonMergePatch(old, request.patch) as ObjectToWrite;
      case 'strategic':
        return laterParts('strategic merge patch').decoding.strategicMergePatch(
          resource.plural,
          old,
          request.patch as ObjectToWrite,
        );
      case 'json':
        return laterParts('JSON patch').decoding.jsonPatch(old, request.patch as never) as ObjectToWrite;
      case 'apply':
        return badRequest('server-side apply is not simulated yet; use kubectl apply without --server-side');
    }
  } catch (error) {
    if (error instanceof LaterPartsMissing) throw error;
    return badRequest(error instanceof Error ? error.message : String(error));
  }
}
