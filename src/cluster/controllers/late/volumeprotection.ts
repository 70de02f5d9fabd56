import type { KubernetesObject, ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import { getObject, listObjects } from '../../world/store.ts';
import type { Plan } from '../controller.ts';
import { isPodTerminal } from '../pods.ts';
import type { LateRules } from './registry.ts';
import type { Claim, Volume } from './volumes/objects.ts';

const claimFinalizer = 'kubernetes.io/pvc-protection';
const volumeFinalizer = 'kubernetes.io/pv-protection';

/** Lets a claim go when no Pod on a node uses it any more. Source: pkg/controller/volume/pvcprotection. */
export const claimProtection: LateRules = {
  keysFor({ resource, key, type, object }) {
    if (resource === 'persistentvolumeclaims') return type === 'DELETED' ? [] : [key];
    const pod = object as Stored<Pod>;
    if (type !== 'DELETED' && !isPodTerminal(pod)) return [];
    return claimsOf(pod).map((name) => `${pod.metadata.namespace}/${name}`);
  },
  reconcile({ store }, key) {
    const claim = getObject<Claim>(store, 'persistentvolumeclaims', key);
    if (!claim) return { writes: [] };
    const { name, namespace, deletionTimestamp } = claim.metadata;
    const isUsed = () =>
      listObjects<Stored<Pod>>(store, 'pods', namespace).some(
        (pod) => pod.spec?.nodeName && !isPodTerminal(pod) && claimsOf(pod).includes(name),
      );
    return guard(claim, 'persistentvolumeclaims', claimFinalizer, deletionTimestamp !== undefined && !isUsed());
  },
};

/** Lets a volume go when it is not bound. Source: pkg/controller/volume/pvprotection. */
export const volumeProtection: LateRules = {
  keysFor: ({ key, type }) => (type === 'DELETED' ? [] : [key]),
  reconcile({ store }, key) {
    const volume = getObject<Volume>(store, 'persistentvolumes', key);
    if (!volume) return { writes: [] };
    const isFree = volume.metadata.deletionTimestamp !== undefined && volume.status?.phase !== 'Bound';
    return guard(volume, 'persistentvolumes', volumeFinalizer, isFree);
  },
};

/** The claims that a Pod uses, by name; those of its ephemeral volumes are named after Pod and volume. */
function claimsOf({ metadata, spec }: Stored<Pod>): string[] {
  return (spec?.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return [persistentVolumeClaim.claimName];
    return ephemeral ? [`${metadata.name}-${name}`] : [];
  });
}

/** Takes the finalizer off what may go, and puts it on what lacks it. */
function guard(object: KubernetesObject, resource: string, finalizer: string, mayGo: boolean): Plan {
  const { name, namespace, finalizers = [], deletionTimestamp } = object.metadata;
  const isHeld = finalizers.includes(finalizer);
  if (isHeld !== mayGo && (isHeld || deletionTimestamp)) return { writes: [] };
  const next = mayGo ? finalizers.filter((one) => one !== finalizer) : [...finalizers, finalizer];
  const metadata = { ...object.metadata, finalizers: next };
  const updated = { ...object, metadata } as ObjectToWrite;
  const request = { verb: 'update', resource, name, object: updated, ...(namespace && { namespace }) } as const;
  return { writes: [{ request, tolerate: [404] }] };
}
