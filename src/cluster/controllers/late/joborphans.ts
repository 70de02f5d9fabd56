import { controllerOf, type Pod, type Stored } from '../../../api/objects.ts';
import { getObject, keyOf, listIndexed, type Store } from '../../world/store.ts';
import { hasFinalizer, isFinished, isOurs, type StoredJob } from './job/context.ts';
import { removeFinalizer } from './job/manage.ts';
import type { LateRules } from './registry.ts';

/**
 * Takes the finalizer of Jobs off Pods that no Job counts any more: its Job has gone or ended. Part of the Job
 * controller, with a queue of its own. Source: syncOrphanPod.
 */
export const jobOrphans: LateRules = {
  keysFor({ resource, type, object, key }, store) {
    if (resource === 'pods') {
      const pod = object as Stored<Pod>;
      return type !== 'DELETED' && hasFinalizer(pod) && isOrphan(pod, store) ? [key] : [];
    }
    if (type !== 'DELETED' && !isFinished(object as StoredJob)) return [];
    const pods = listIndexed<Stored<Pod>>(store, 'podsByController', object.metadata.uid);
    return pods.filter(hasFinalizer).map(({ metadata }) => keyOf(metadata));
  },
  reconcile({ store }, key) {
    const pod = getObject<Stored<Pod>>(store, 'pods', key);
    return { writes: pod && hasFinalizer(pod) && isOrphan(pod, store) ? [removeFinalizer(pod)] : [] };
  },
};

function isOrphan(pod: Stored<Pod>, store: Store): boolean {
  const owner = controllerOf(pod);
  if (!owner) return true;
  if (owner.kind !== 'Job' || owner.apiVersion !== 'batch/v1') return false;
  const job = getObject<StoredJob>(store, 'jobs', `${pod.metadata.namespace}/${owner.name}`);
  if (job?.metadata.uid !== owner.uid) return true;
  return isOurs(job) && isFinished(job);
}
