import type { Plugin } from '../plugin.ts';

/**
 * Allocates devices to Pods that claim them. There are no ResourceClaims here yet: who names one waits for it for ever,
 * out of the queue, as in a cluster without drivers. It gives every node nothing, and is never skipped.
 */
export const dynamicResources: Plugin = {
  name: 'DynamicResources',
  weight: 2,
  preEnqueue(pod) {
    const [claim] = pod.spec?.resourceClaims ?? [];
    if (!claim) return undefined;
    return claim.resourceClaimName
      ? `resourceclaim.resource.k8s.io "${claim.resourceClaimName}" not found`
      : 'waiting for dynamic resource controller to create the resourceclaim';
  },
  preFilter: () => 'skip',
  preScore: () => ({ score: () => 0 }),
};
