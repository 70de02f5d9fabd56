import type {
  ObjectToWrite,
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
  Stored,
} from '../../../../api/objects.ts';
import type { EventToRecord } from '../../../events/record.ts';
import { getObject, type Store } from '../../../world/store.ts';
import type { Write } from '../../controller.ts';

export type Volume = Stored<PersistentVolume>;
export type Claim = Stored<PersistentVolumeClaim>;

/** Annotations by which controllers, scheduler and provisioners speak with each other. Source: component-helpers/storage/volume. */
export const bindCompleted = 'pv.kubernetes.io/bind-completed';
export const boundByController = 'pv.kubernetes.io/bound-by-controller';
export const provisionedBy = 'pv.kubernetes.io/provisioned-by';
export const selectedNode = 'volume.kubernetes.io/selected-node';
export const storageProvisioner = 'volume.kubernetes.io/storage-provisioner';
export const betaStorageProvisioner = 'volume.beta.kubernetes.io/storage-provisioner';
const betaClass = 'volume.beta.kubernetes.io/storage-class';

export const hasAnnotation = ({ metadata }: Volume | Claim, name: string): boolean =>
  metadata.annotations?.[name] !== undefined;

export function withAnnotations<T extends Volume | Claim>(object: T, added: Record<string, string>): T {
  return { ...object, metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, ...added } } };
}

/** The name of the class of a claim or a volume; empty for none. */
export const classOf = ({ metadata, spec }: Volume | Claim): string =>
  metadata.annotations?.[betaClass] ?? spec?.storageClassName ?? '';

export const storageClassOf = (store: Store, claim: Claim): Stored<StorageClass> | undefined =>
  getObject<Stored<StorageClass>>(store, 'storageclasses', classOf(claim));

/** Whether the volume is meant for this claim: by its user, who knows no uid, or bound already. Source: IsVolumeBoundToClaim. */
export function isMeantFor({ spec }: Volume, { metadata }: Claim): boolean {
  const reference = spec?.claimRef;
  if (reference?.name !== metadata.name || reference.namespace !== metadata.namespace) return false;
  return !reference.uid || reference.uid === metadata.uid;
}

export function writeVolume(volume: Volume, subresource?: 'status'): Write {
  const { name } = volume.metadata;
  const object = volume as ObjectToWrite;
  return {
    request: { verb: 'update', resource: 'persistentvolumes', name, object, ...(subresource && { subresource }) },
  };
}

export function writeClaim(claim: Claim, subresource?: 'status'): Write {
  const { name, namespace = '' } = claim.metadata;
  const object = claim as ObjectToWrite;
  const request = { verb: 'update', resource: 'persistentvolumeclaims', namespace, name, object } as const;
  return { request: { ...request, ...(subresource && { subresource }) } };
}

export function volumeEvent(about: Volume | Claim, type: 'Normal' | 'Warning', reason: string, message: string): Write {
  const event: EventToRecord = { component: 'persistentvolume-controller', about, type, reason, message };
  return { event };
}
