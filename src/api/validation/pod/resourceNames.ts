/** The names of resources. Source: pkg/apis/core/helper/helpers.go. */
import { isQualifiedName } from '../../names.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, unsupported } from '../errors.ts';

const ofContainers = ['cpu', 'memory', 'ephemeral-storage'];
/** Whole numbers of objects, in quotas. */
const counts = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const standard = [
  ...ofContainers,
  ...ofContainers.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...counts,
  'storage',
  'requests.storage',
];

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-');
const isNative = (name: string) => !name.includes('/') || name.includes('kubernetes.io/');

/** A resource that some driver of a node offers. */
export const isExtended = (name: string): boolean =>
  !isNative(name) && !name.startsWith('requests.') && isQualifiedName(`requests.${name}`).length === 0;

/** Whether requests may be smaller than limits. */
export const isOvercommitAllowed = (name: string): boolean => isNative(name) && !isHugePages(name);

export const isWhole = (name: string): boolean => counts.includes(name) || isExtended(name);

/** Source: validateResourceName. */
function validateName(name: string, field: string): FieldError[] {
  const errors = complaints(field, name, isQualifiedName(name));
  if (errors.length > 0) return errors;
  return name.includes('/') || standard.includes(name) || isHugePages(name)
    ? []
    : [invalidValue(field, name, 'must be a standard resource type or fully qualified')];
}

/** Source: validateContainerResourceName. */
export function validateContainerResource(name: string, field: string): FieldError[] {
  const errors = validateName(name, field);
  if (!name.includes('/')) {
    if (!ofContainers.includes(name) && !isHugePages(name))
      errors.push(invalidValue(field, name, 'must be a standard resource for containers'));
  } else if (!isNative(name) && !isExtended(name))
    errors.push(invalidValue(field, name, "doesn't follow extended resource name standard"));
  return errors;
}

/** Source: validatePodResourceName. */
export function validatePodResource(name: string, field: string): FieldError[] {
  const errors = validateName(name, field);
  if (errors.length > 0 || name === 'cpu' || name === 'memory' || isHugePages(name)) return errors;
  return [unsupported(field, name, ['cpu', 'hugepages-', 'memory'])];
}
