import type { PersistentVolume, PersistentVolumeClaim, Pod, StorageClass, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import type { ClusterEvent, Snapshot } from '../plugin.ts';

export type Claim = Stored<PersistentVolumeClaim>;
export type Volume = Stored<PersistentVolume>;

/** A claim that a Pod uses, in the order of its volumes. */
export interface ClaimRef {
  name: string;
  /** Made for this Pod out of a template in it. */
  isEphemeral: boolean;
}

/** The claims of a Pod. Source: k8s.io/component-helpers storage/ephemeral VolumeClaimName. */
export function claimsOf({ metadata, spec }: Pod): ClaimRef[] {
  return (spec?.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) => {
    if (persistentVolumeClaim) return { name: persistentVolumeClaim.claimName, isEphemeral: false };
    return ephemeral ? { name: `${metadata?.name}-${name}`, isEphemeral: true } : [];
  });
}

export const claimOf = (
  { object }: Pick<Snapshot, 'object'>,
  namespace: string | undefined,
  name: string,
): Claim | undefined => object('persistentvolumeclaims', `${namespace}/${name}`) as Claim | undefined;

export const volumeOf = ({ object }: Snapshot, name: string): Volume | undefined =>
  object('persistentvolumes', name) as Volume | undefined;

/** The class by its annotation of old, or by the field. Source: GetPersistentVolumeClaimClass. */
export const classNameOf = ({ metadata, spec }: Claim | Volume): string =>
  metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? spec?.storageClassName ?? '';

export const classOf = ({ object }: Snapshot, name: string): Stored<StorageClass> | undefined =>
  object('storageclasses', name) as Stored<StorageClass> | undefined;

/** Bytes that a claim asks for. */
export const sizeOf = ({ spec }: Claim): number => toBytes(spec?.resources?.requests?.storage ?? 0);

/** Whether a change is one of a claim that the Pod uses. */
export function isOwnClaim(pod: Stored<Pod>, { change: { resource, object } }: ClusterEvent): boolean {
  return (
    resource === 'persistentvolumeclaims' &&
    object.metadata.namespace === pod.metadata.namespace &&
    claimsOf(pod).some(({ name }) => name === object.metadata.name)
  );
}
