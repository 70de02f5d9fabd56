/** Volumes that come with the Pod or lie on its node. Source: pkg/apis/core/validation/validation.go. */
import type {
  EmptyDirVolumeSource,
  GitRepoVolumeSource,
  HostPathVolumeSource,
  ImageVolumeSource,
} from '../../objects.ts';
import { parseQuantity } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, required, unsupported } from '../errors.ts';
import { validatePullPolicy } from '../pod/pullPolicy.ts';
import { validateLocalPath, validateNoBackSteps } from './paths.ts';

export const validateEmptyDir = ({ sizeLimit }: EmptyDirVolumeSource, field: string): FieldError[] =>
  sizeLimit !== undefined && parseQuantity(String(sizeLimit)).unscaled < 0n
    ? [forbidden(`${field}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
    : [];

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

export function validateHostPath({ path, type }: HostPathVolumeSource, field: string): FieldError[] {
  if (!path) return [required(`${field}.path`)];
  const errors = validateNoBackSteps(path, `${field}.path`);
  if (type !== undefined && !hostPathTypes.includes(type))
    errors.push(unsupported(`${field}.type`, type, hostPathTypes));
  return errors;
}

export const validateGitRepo = ({ repository, directory }: GitRepoVolumeSource, field: string): FieldError[] => [
  ...(repository ? [] : [required(`${field}.repository`)]),
  ...validateLocalPath(directory ?? '', `${field}.directory`),
];

export const validateImage = ({ reference, pullPolicy }: ImageVolumeSource, field: string): FieldError[] => [
  ...(reference ? [] : [required(`${field}.reference`)]),
  ...validatePullPolicy(pullPolicy, `${field}.pullPolicy`),
];
