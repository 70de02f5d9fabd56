import type { Cause } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import type { ApiRequest, ApiResponse, Subresource } from '../request.ts';
import { binding } from './binding.ts';
import { eviction } from './eviction.ts';
import { finalize } from './finalize.ts';
import { podPart } from './podPart.ts';
import { scale } from './scale.ts';

/** What a subresource does, by verb; other verbs are not allowed on it. */
export type SubresourceHandlers = {
  [Verb in ApiRequest['verb']]?: (
    world: World,
    request: Extract<ApiRequest, { verb: Verb }>,
    cause: Cause,
  ) => ApiResponse;
};

/** All subresources but `status`, which is an update of another part of the object. */
export const subresources: Record<Exclude<Subresource, 'status'>, SubresourceHandlers> = {
  binding,
  ephemeralcontainers: podPart,
  eviction,
  finalize,
  resize: podPart,
  scale,
};
