import { later } from './later.ts';

/** Gives a claim that names no class the default StorageClass. */
export const defaultStorageClass = later({ name: 'DefaultStorageClass', resources: ['persistentvolumeclaims'] });
