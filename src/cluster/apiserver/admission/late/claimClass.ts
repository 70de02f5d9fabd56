import type { PersistentVolumeClaim } from '../../../../api/objects.ts';

/** Where claims named their class before storageClassName. */
export const betaStorageClass = 'volume.beta.kubernetes.io/storage-class';

/** The class that a claim names, or the empty text. Source: GetPersistentVolumeClaimClass. */
export const claimClass = ({ metadata, spec }: PersistentVolumeClaim): string =>
  metadata?.annotations?.[betaStorageClass] ?? spec?.storageClassName ?? '';
