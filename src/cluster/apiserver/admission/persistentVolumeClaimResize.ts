import { later } from './later.ts';

/** Lets only bound claims grow, and only where their StorageClass allows it. */
export const persistentVolumeClaimResize = later({
  name: 'PersistentVolumeClaimResize',
  resources: ['persistentvolumeclaims'],
  operations: ['UPDATE'],
});
