import type { ObjectToWrite, Pod, ReplicaSet, ReplicaSetStatus, Stored } from '../../../api/objects.ts';
import type { EventToRecord } from '../../events/record.ts';
import type { Write } from '../controller.ts';

export const replicaSetController = 'replicaset-controller';

/** At most so many Pods are made or deleted in a pass. Source: BurstReplicas. */
export const burst = 500;

/** The longest base of a generated name. Source: k8s.io/apiserver names.maxGeneratedNameLength. */
const longestBase = 58;

export function eventAbout(
  about: Stored<ReplicaSet>,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): EventToRecord {
  return { component: replicaSetController, about, type, reason, message };
}

/**
 * Makes Pods in batches of 1, 2, 4, ...: where the first is refused the rest is not even tried. Source: slowStartBatch.
 */
export function createPods(
  replicaSet: Stored<ReplicaSet>,
  count: number,
  generateName: (base: string) => string,
): Write[] {
  const { apiVersion, kind, metadata, spec } = replicaSet;
  const { name, namespace, uid } = metadata;
  const ownerReferences = [{ apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true }];
  const { labels, annotations, finalizers } = spec?.template?.metadata ?? {};
  const base = `${name}-`;
  const writes: Write[] = [];
  for (let batch = 1, left = count; left > 0; left -= batch, batch *= 2) {
    for (let i = 0; i < Math.min(batch, left); i++) {
      const podName = generateName(base.slice(0, longestBase));
      const podMetadata = {
        name: podName,
        generateName: base,
        ...(namespace && { namespace }),
        ...(labels && { labels }),
        ...(annotations && { annotations }),
        ...(finalizers && { finalizers }),
        ownerReferences,
      };
      const object: ObjectToWrite = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: podMetadata,
        spec: spec?.template?.spec,
      };
      writes.push({
        request: { verb: 'create', resource: 'pods', ...(namespace && { namespace }), object },
        batch,
        event: eventAbout(replicaSet, 'Normal', 'SuccessfulCreate', `Created pod: ${podName}`),
      });
    }
  }
  return writes;
}

/** Deletes Pods, all at the same time. */
export function deletePods(replicaSet: Stored<ReplicaSet>, pods: readonly Stored<Pod>[]): Write[] {
  return pods.map(({ metadata: { name, namespace, uid } }) => ({
    request: {
      verb: 'delete',
      resource: 'pods',
      ...(namespace && { namespace }),
      name,
      options: { preconditions: { uid } },
    },
    tolerate: [404],
    batch: 1,
    event: eventAbout(replicaSet, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`),
  }));
}

export function writeStatus(replicaSet: Stored<ReplicaSet>, status: ReplicaSetStatus): Write {
  const { name, namespace } = replicaSet.metadata;
  return {
    request: {
      verb: 'update',
      resource: 'replicasets',
      ...(namespace && { namespace }),
      name,
      subresource: 'status',
      object: { ...replicaSet, status } as ObjectToWrite,
    },
    tolerate: [404],
  };
}
