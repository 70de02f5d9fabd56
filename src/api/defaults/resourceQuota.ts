import type { ResourceQuota } from '../objects.ts';
import { type ResourceList, storedResourceList } from './resources.ts';
import { changeField } from './share.ts';

const stored = <T extends object>(list: T): T => storedResourceList(list as ResourceList) as T;

/** A ResourceQuota as the server encodes it. */
export function defaultResourceQuota(quota: ResourceQuota): ResourceQuota {
  const status = changeField(changeField(quota.status ?? {}, 'hard', stored), 'used', stored);
  return { ...quota, spec: changeField(quota.spec ?? {}, 'hard', stored), status };
}
