import { later } from './later.ts';

/** Keeps claims and volumes from going while somebody uses them. */
export const storageObjectInUseProtection = later({
  name: 'StorageObjectInUseProtection',
  resources: ['persistentvolumes', 'persistentvolumeclaims'],
});
