import { laterParts } from '../../later/later.ts';
import type { SubresourceHandlers } from './registry.ts';

const handlers = () => laterParts('scale').scale;

/** The number of replicas as a small object of its own. Nobody asks before a page has its later parts. */
export const scale: SubresourceHandlers = {
  get: (world, request, cause) => handlers().get(world, request, cause),
  update: (world, request, cause) => handlers().update(world, request, cause),
  patch: (world, request, cause) => handlers().patch(world, request, cause),
};
