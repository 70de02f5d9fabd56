import { hasAny } from '../../world/store.ts';
import { later } from './later.ts';

/** Refuses what the ResourceQuotas of its namespace have no room for, and counts what is admitted. */
export const resourceQuota = later(
  { name: 'ResourceQuota', operations: ['CREATE', 'UPDATE'], subresources: ['resize'] },
  (world, { metadata }) =>
    metadata.namespace !== undefined && hasAny(world.store, 'resourceQuotasByNamespace', metadata.namespace),
);
