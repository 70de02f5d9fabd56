import { laterParts } from '../../later/later.ts';
import type { SubresourceHandlers } from './registry.ts';

/** Asks a Pod to leave, as `kubectl drain` does. Nobody asks before a page has its later parts. */
export const eviction: SubresourceHandlers = {
  create: (world, request, cause) => laterParts('eviction').evict(world, request, cause),
};
