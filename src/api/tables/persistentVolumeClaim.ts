import type { PersistentVolumeClaim } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { accessModes, storageClassOf, storageText } from './storage.ts';

export const persistentVolumeClaimPrinter = printer<PersistentVolumeClaim>(
  'PersistentVolumeClaim',
  [
    nameColumn,
    text('Status', 'phase represents the current phase of PersistentVolumeClaim.'),
    text('Volume', 'volumeName is the binding reference to the PersistentVolume backing this claim.'),
    text('Capacity', 'capacity represents the actual resources of the underlying volume.'),
    text(
      'Access Modes',
      'accessModes contains the actual access modes the volume backing the PVC has. More info: https://kubernetes.io/docs/concepts/storage/persistent-volumes#access-modes-1',
    ),
    text('StorageClass', 'StorageClass of the pvc'),
    text('VolumeAttributesClass', 'VolumeAttributesClass of the pvc'),
    ageColumn,
    wide(
      text(
        'VolumeMode',
        'volumeMode defines what type of volume is required by the claim. Value of Filesystem is implied when not included in claim spec.',
      ),
    ),
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''),
    spec?.volumeName ?? '',
    spec?.volumeName ? storageText(status?.capacity) : '',
    spec?.volumeName ? accessModes(status?.accessModes) : '',
    storageClassOf(metadata, spec?.storageClassName),
    spec?.volumeAttributesClassName ?? '<unset>',
    ageSince(metadata.creationTimestamp, now),
    spec?.volumeMode ?? '<unset>',
  ],
);
