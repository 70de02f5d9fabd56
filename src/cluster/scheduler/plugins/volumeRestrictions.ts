import { later } from './later.ts';

/** Keeps Pods apart that cannot use a disk, or a claim of mode ReadWriteOncePod, at once. */
export const volumeRestrictions = later(
  'VolumeRestrictions',
  ({ spec }) =>
    spec?.volumes?.some(
      (volume) =>
        volume.persistentVolumeClaim ||
        volume.gcePersistentDisk ||
        volume.awsElasticBlockStore ||
        volume.iscsi ||
        volume.rbd,
    ) ?? false,
);
