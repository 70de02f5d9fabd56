import type { AdmissionSteps } from '../admission.ts';
import { defaultStorageClass } from './defaultStorageClass.ts';
import { limitRanger } from './limitRanger/limitRanger.ts';
import { persistentVolumeClaimResize } from './persistentVolumeClaimResize.ts';
import { podResize } from './podResize.ts';
import { podSecurity } from './podSecurity/podSecurity.ts';
import { resourceQuota } from './resourceQuota/resourceQuota.ts';
import { runtimeClass } from './runtimeClass.ts';
import { serviceAccount } from './serviceAccount.ts';
import { storageObjectInUseProtection } from './storageObjectInUseProtection.ts';

export type LateAdmissionPlugin =
  | 'DefaultStorageClass'
  | 'LimitRanger'
  | 'PersistentVolumeClaimResize'
  | 'PodResize'
  | 'PodSecurity'
  | 'ResourceQuota'
  | 'RuntimeClass'
  | 'ServiceAccount'
  | 'StorageObjectInUseProtection';

/** What admission plugins do that a page loads later, by their names. */
export const lateAdmission: Record<LateAdmissionPlugin, AdmissionSteps> = {
  DefaultStorageClass: defaultStorageClass,
  LimitRanger: limitRanger,
  PersistentVolumeClaimResize: persistentVolumeClaimResize,
  PodResize: podResize,
  PodSecurity: podSecurity,
  ResourceQuota: resourceQuota,
  RuntimeClass: runtimeClass,
  ServiceAccount: serviceAccount,
  StorageObjectInUseProtection: storageObjectInUseProtection,
};
