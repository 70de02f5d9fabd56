import { controllerOf, type Pod, type Stored } from '../../../api/objects.ts';
import { getObject, listIndexed, type Store } from '../../world/store.ts';
import { claim } from '../claim.ts';
import type { View, Write } from '../controller.ts';
import { isNamespaceGoing } from '../goingnamespace.ts';
import { eventAbout } from '../podcontrol.ts';
import {
  hasFinalizer,
  isFinished,
  isOurs,
  type JobMemory,
  jobController,
  type StoredJob,
  trackingFinalizer,
} from './job/context.ts';
import { batchPeriod } from './job/manage.ts';
import { syncJob } from './job/sync.ts';
import { ownersOf } from './owners.ts';
import type { LateRules } from './registry.ts';

const find = (store: Store, key: string) => getObject<StoredJob>(store, 'jobs', key);

/** Runs a Job's Pods until it is complete or has failed. Source: pkg/controller/job of 1.36. */
export const job: LateRules = {
  keysFor: (change, store) => (change.resource === 'jobs' ? [change.key] : ownersOf(change, 'Job', 'jobs', store)),
  /** What the user wants is done at once; changes of Pods and of the status are gathered first. */
  delay({ resource, type, object, previous }) {
    const isOfStatus = type === 'MODIFIED' && previous?.metadata.generation === object.metadata.generation;
    return resource === 'pods' || isOfStatus ? batchPeriod : 0;
  },
  reconcile(view, key) {
    const found = find(view.store, key);
    const { records, before } = view.memory as JobMemory;
    if (!found || isFinished(found)) {
      records.delete(key);
      before.delete(key);
      return { writes: [] };
    }
    if (!isOurs(found)) return { writes: [] };
    const { pods, writes } = claimPods(view, found);
    const pass = syncJob(view, found, pods, records.get(key), true);
    before.set(key, records.get(key));
    if (pass.isNoted) records.set(key, pass.record);
    return {
      writes: [...writes, ...pass.writes],
      ...(pass.looks.length > 0 && { requeueAfter: Math.max(0, Math.min(...pass.looks) - view.now) }),
    };
  },
  refused(view, key, request, failure) {
    const found = find(view.store, key);
    const { records, before } = view.memory as JobMemory;
    const old = before.get(key);
    if (old) records.set(key, old);
    else records.delete(key);
    if (!found || request.resource !== 'pods' || request.verb !== 'create') return [];
    const { pods } = claimPods(view, found);
    const pass = syncJob(view, found, pods, old, false);
    if (pass.isNoted) records.set(key, pass.record);
    const message = `Error creating: ${failure.message}`;
    return [
      ...(isNamespaceGoing(view.store, found)
        ? []
        : [{ event: eventAbout(jobController, found, 'Warning', 'FailedCreate', message) }]),
      ...pass.writes,
    ];
  },
};

/** The Pods of the Job; those that it adopts get its finalizer, too. Source: getPodsForJob. */
function claimPods({ store }: View, found: StoredJob): { pods: Stored<Pod>[]; writes: Write[] } {
  const own = listIndexed<Stored<Pod>>(store, 'podsByController', found.metadata.uid);
  const orphans = listIndexed<Stored<Pod>>(store, 'podsByController', `orphan:${found.metadata.namespace}`);
  const { owned, writes } = claim(found, found.spec?.selector, [...own, ...orphans]);
  const pods = owned.map((pod) => {
    if (controllerOf(pod) || hasFinalizer(pod)) return pod;
    const finalizers = [...(pod.metadata.finalizers ?? []), trackingFinalizer];
    const { name, namespace } = pod.metadata;
    writes.push({
      request: {
        verb: 'patch',
        resource: 'pods',
        ...(namespace && { namespace }),
        name,
        patchType: 'merge',
        patch: { metadata: { finalizers } },
      },
      tolerate: [404],
    });
    return { ...pod, metadata: { ...pod.metadata, finalizers } };
  });
  return { pods, writes };
}
