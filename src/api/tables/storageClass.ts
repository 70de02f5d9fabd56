import type { StorageClass } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { className, printer } from './printer.ts';

/** Source: storage/util.IsDefaultAnnotation. */
const defaultMarks = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

export const storageClassPrinter = printer<StorageClass>(
  'StorageClass',
  [
    nameColumn,
    text('Provisioner', 'provisioner indicates the type of the provisioner.'),
    text(
      'ReclaimPolicy',
      'reclaimPolicy controls the reclaimPolicy for dynamically provisioned PersistentVolumes of this storage class. Defaults to Delete.',
    ),
    text(
      'VolumeBindingMode',
      'volumeBindingMode indicates how PersistentVolumeClaims should be provisioned and bound.  When unset, VolumeBindingImmediate is used. This field is only honored by servers that enable the VolumeScheduling feature.',
    ),
    text('AllowVolumeExpansion', 'allowVolumeExpansion shows whether the storage class allow volume expand.'),
    ageColumn,
  ],
  (storageClass, now) => [
    className(storageClass.metadata, ...defaultMarks),
    storageClass.provisioner,
    storageClass.reclaimPolicy ?? 'Delete',
    storageClass.volumeBindingMode ?? 'Immediate',
    storageClass.allowVolumeExpansion ?? false,
    ageSince(storageClass.metadata.creationTimestamp, now),
  ],
);
