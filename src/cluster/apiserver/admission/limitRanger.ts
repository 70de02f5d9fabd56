import { hasAny } from '../../world/store.ts';
import { later } from './later.ts';

/** Gives Pods the defaults of the LimitRanges of their namespace and holds Pods and claims to their limits. */
export const limitRanger = later(
  {
    name: 'LimitRanger',
    resources: ['pods', 'persistentvolumeclaims'],
    operations: ['CREATE', 'UPDATE'],
    subresources: ['resize'],
  },
  (world, { metadata }) => hasAny(world.store, 'limitRangesByNamespace', metadata.namespace ?? ''),
);
