import type { StorageClass } from '../objects.ts';

/** A StorageClass with its defaults. Source: pkg/apis/storage/v1/defaults.go. */
export const defaultStorageClass = (storageClass: StorageClass): StorageClass => ({
  ...storageClass,
  reclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
  volumeBindingMode: storageClass.volumeBindingMode ?? 'Immediate',
});
