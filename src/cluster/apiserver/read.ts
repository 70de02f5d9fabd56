import type { Resource } from '../../api/resources.ts';
import { notFound } from '../../api/status.ts';
import { laterParts } from '../later/later.ts';
import { getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { ApiRequest, ApiResponse } from './request.ts';

type Of<Verb> = Extract<ApiRequest, { verb: Verb }>;

/** The object, or 404. */
export function get(world: World, resource: Resource, request: Of<'get'>): ApiResponse {
  const { reading } = laterParts('reading');
  const refused = reading.checkNotOlderThan(request.resourceVersion, world.store.revision);
  if (refused) return { answer: refused };
  const object = getObject(world.store, resource.plural, keyOf(request));
  if (!object) return { answer: notFound(resource, request.name) };
  return {
    answer: request.as === 'Table' ? reading.toTable(resource, object, world.now, request.includeObject) : object,
  };
}

/** The objects of a resource. */
export const list = (world: World, resource: Resource, request: Of<'list'>): ApiResponse =>
  laterParts('a list').reading.list(world, resource, request);
