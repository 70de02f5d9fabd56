/** Disks of cloud and storage providers, by the in-tree drivers. Source: pkg/apis/core/validation/validation.go. */
import { isDnsLabel } from '../../names.ts';
import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  CinderVolumeSource,
  GCEPersistentDiskVolumeSource,
  StorageOSVolumeSource,
} from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required, unsupported } from '../errors.ts';
import { validateRequired } from './required.ts';

/** The message speaks of 1, though 0, no partition, is taken. */
const validatePartition = (partition: number | undefined, field: string): FieldError[] =>
  partition !== undefined && (partition < 0 || partition > 255)
    ? [invalidValue(`${field}.partition`, partition, 'must be between 1 and 255, inclusive')]
    : [];

export const validateGcePersistentDisk = (
  { pdName, partition }: GCEPersistentDiskVolumeSource,
  field: string,
): FieldError[] => [...validateRequired({ pdName }, field), ...validatePartition(partition, field)];

export const validateAwsElasticBlockStore = (
  { volumeID, partition }: AWSElasticBlockStoreVolumeSource,
  field: string,
): FieldError[] => [...validateRequired({ volumeID }, field), ...validatePartition(partition, field)];

const validateSecretRef = (secret: { name?: string } | undefined, field: string): FieldError[] =>
  secret && !secret.name ? [required(`${field}.secretRef.name`)] : [];

export const validateCinder = ({ volumeID, secretRef }: CinderVolumeSource, field: string): FieldError[] => [
  ...validateRequired({ volumeID }, field),
  ...validateSecretRef(secretRef, field),
];

const cachingModes = ['None', 'ReadOnly', 'ReadWrite'];
const diskKinds = ['Dedicated', 'Managed', 'Shared'];
const managedDisk = '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const blobDisk = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

export function validateAzureDisk(source: AzureDiskVolumeSource, field: string): FieldError[] {
  const { diskName, diskURI, cachingMode, kind } = source;
  const errors = validateRequired({ diskName, diskURI }, field);
  if (cachingMode !== undefined && !cachingModes.includes(cachingMode))
    errors.push(unsupported(`${field}.cachingMode`, cachingMode, cachingModes));
  if (kind !== undefined && !diskKinds.includes(kind)) errors.push(unsupported(`${field}.kind`, kind, diskKinds));
  const uri = diskURI ?? '';
  if (kind === 'Managed' && !uri.startsWith('/subscriptions/'))
    errors.push(unsupported(`${field}.diskURI`, uri, [managedDisk]));
  if (kind !== undefined && kind !== 'Managed' && !uri.startsWith('https://'))
    errors.push(unsupported(`${field}.diskURI`, uri, [blobDisk]));
  return errors;
}

export function validateStorageOs(source: StorageOSVolumeSource, field: string): FieldError[] {
  const { volumeName, volumeNamespace, secretRef } = source;
  return [
    ...(volumeName
      ? complaints(`${field}.volumeName`, volumeName, isDnsLabel(volumeName))
      : [required(`${field}.volumeName`)]),
    ...(volumeNamespace ? complaints(`${field}.volumeNamespace`, volumeNamespace, isDnsLabel(volumeNamespace)) : []),
    ...validateSecretRef(secretRef, field),
  ];
}
