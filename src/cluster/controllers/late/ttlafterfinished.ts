import { fromTimestamp } from '../../../api/time.ts';
import { getObject } from '../../world/store.ts';
import { finishedCondition, type StoredJob } from './job/context.ts';
import type { LateRules } from './registry.ts';

/** Deletes Jobs, their Pods first, some time after they have ended. Source: pkg/controller/ttlafterfinished of 1.36. */
export const ttlAfterFinished: LateRules = {
  keysFor: ({ type, key, object }) => (type !== 'DELETED' && expiryOf(object as StoredJob) !== undefined ? [key] : []),
  reconcile({ store, now }, key) {
    const job = getObject<StoredJob>(store, 'jobs', key);
    const expiry = job && expiryOf(job);
    if (!job || expiry === undefined) return { writes: [] };
    if (expiry > now) return { writes: [], requeueAfter: expiry - now };
    const { name, namespace, uid } = job.metadata;
    const options = { propagationPolicy: 'Foreground', preconditions: { uid } } as const;
    const request = { verb: 'delete', resource: 'jobs', ...(namespace && { namespace }), name, options } as const;
    return { writes: [{ request, tolerate: [404] }] };
  },
};

/** When a Job that has ended is to be deleted; undefined where it is not, or already going. */
function expiryOf(job: StoredJob): number | undefined {
  const seconds = job.spec?.ttlSecondsAfterFinished;
  const end = finishedCondition(job)?.lastTransitionTime;
  if (seconds === undefined || !end || job.metadata.deletionTimestamp) return undefined;
  return fromTimestamp(end) + seconds * 1000;
}
