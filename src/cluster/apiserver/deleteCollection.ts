import type { KubernetesObject } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { isFailure, methodNotAllowed } from '../../api/status.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { deleteObject } from './delete.ts';
import { list } from './read.ts';
import type { ApiRequest, ApiResponse } from './request.ts';

type DeleteCollectionRequest = Extract<ApiRequest, { verb: 'deletecollection' }>;

/**
 * Deletes all objects that the selectors take, each by the rules of a single deletion, and answers the list as it was.
 * Source: k8s.io/apiserver registry Store.DeleteCollection.
 */
export function deleteCollection(
  world: World,
  resource: Resource,
  request: DeleteCollectionRequest,
  cause: Cause,
): ApiResponse {
  if (resource.plural === 'namespaces') return { answer: methodNotAllowed() };
  const { options, ...which } = request;
  const listed = list(world, resource, { ...which, verb: 'list' });
  if (isFailure(listed.answer)) return listed;
  for (const { metadata } of (listed.answer as { items: KubernetesObject[] }).items) {
    const { name, namespace } = metadata;
    const { answer } = deleteObject(
      world,
      resource,
      { verb: 'delete', resource: resource.plural, name, ...(namespace && { namespace }), ...(options && { options }) },
      cause,
    );
    if (isFailure(answer) && answer.code !== 404) return { answer };
  }
  return listed;
}
