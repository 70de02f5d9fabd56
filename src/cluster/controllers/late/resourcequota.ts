import { isSame } from '../../../api/equal.ts';
import type { Pod, ResourceQuota, Stored } from '../../../api/objects.ts';
import { quotaUsage } from '../../apiserver/admission/late/resourceQuota/usage.ts';
import { type Change, getObject, hasAny, type Store } from '../../world/store.ts';
import { isPodTerminal } from '../pods.ts';
import type { LateRules } from './registry.ts';

/**
 * Counts what the quotas of a namespace have used, anew whenever something was freed; what is taken, the API server
 * counts itself. Source: pkg/controller/resourcequota of 1.36.
 */
export const resourceQuota: LateRules = {
  keysFor(change, store) {
    const { resource, type, key, object } = change;
    if (resource === 'resourcequotas') return type === 'DELETED' ? quotasIn(store, object.metadata.namespace) : [key];
    return isFreeing(change) ? quotasIn(store, object.metadata.namespace) : [];
  },
  reconcile({ store, now }, key) {
    const quota = getObject<Stored<ResourceQuota>>(store, 'resourcequotas', key);
    if (!quota) return { writes: [] };
    const { name, namespace = '' } = quota.metadata;
    const hard = quota.spec?.hard ?? {};
    const used = quotaUsage(store, quota, now);
    if (isSame(quota.status?.hard ?? {}, hard) && isSame(quota.status?.used ?? {}, used)) return { writes: [] };
    const object = { ...quota, status: { hard, used } };
    const write = {
      verb: 'update',
      resource: 'resourcequotas',
      namespace,
      name,
      subresource: 'status',
      object,
    } as const;
    return { writes: [{ request: write, tolerate: [404] }] };
  },
};

function quotasIn(store: Store, namespace = ''): string[] {
  if (!hasAny(store, 'resourceQuotasByNamespace', namespace)) return [];
  return [...(store.indexes.get('resourceQuotasByNamespace')?.get(namespace) ?? [])];
}

/** Whether a change may give back what a quota counts. */
function isFreeing({ resource, type, object, previous }: Change): boolean {
  if (type === 'DELETED') return true;
  if (!previous) return false;
  if (resource === 'pods') return isPodTerminal(object as Stored<Pod>) && !isPodTerminal(previous as Stored<Pod>);
  return resource === 'services' || resource === 'persistentvolumeclaims';
}
