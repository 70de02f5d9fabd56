import { verbsOf } from '../../api/discovery/subresources.ts';
import type { Resource } from '../../api/resources.ts';
import { isFailure, methodNotAllowed } from '../../api/status.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { deleteObject } from './delete.ts';
import { list } from './list.ts';
import type { ApiRequest, ApiResponse, ObjectList } from './request.ts';

type DeleteCollectionRequest = Extract<ApiRequest, { verb: 'deletecollection' }>;

/** Deletes all objects of a list, each by the rules of its own deletion; answers the list. Source: apiserver registry.Store.DeleteCollection. */
export function deleteCollection(
  world: World,
  resource: Resource,
  request: DeleteCollectionRequest,
  cause: Cause,
): ApiResponse {
  if (!verbsOf(resource).includes('deletecollection')) return { answer: methodNotAllowed() };
  const { options, ...rest } = request;
  const listed = list(world, resource, { ...rest, verb: 'list' });
  if (isFailure(listed.answer)) return listed;
  for (const { metadata } of (listed.answer as ObjectList).items) {
    const { name, namespace } = metadata;
    const place = { resource: resource.plural, name, ...(namespace !== undefined && { namespace }) };
    const { answer } = deleteObject(world, resource, { verb: 'delete', ...place, ...(options && { options }) }, cause);
    if (isFailure(answer) && answer.code !== 404) return { answer };
  }
  return listed;
}
