/** Names of resources, and what amounts of them may be. Source: pkg/apis/core/helper, pkg/apis/core/validation. */
import { isQualifiedName } from '../names.ts';
import { parseQuantity, type Quantity, quantityMilliValue, quantityText } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, notNegative, unsupported } from './errors.ts';

const ofContainers = ['cpu', 'memory', 'ephemeral-storage'];
const counted = [
  'pods',
  'services',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const ofQuotas = [
  ...ofContainers,
  ...ofContainers.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'requests.storage',
  ...counted,
];
const standard = [...ofQuotas, 'storage'];

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-');
const isHugePagesOfQuota = (name: string) => isHugePages(name) || name.startsWith('requests.hugepages-');
export const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');

/** Whether it is a name that vendors give. */
export const isExtended = (name: string): boolean =>
  !isNative(name) && !name.startsWith('requests.') && isQualifiedName(`requests.${name}`).length === 0;

/** Whether requests may be smaller than limits. */
export const isOvercommitAllowed = (name: string): boolean => isNative(name) && !isHugePages(name);

/** Whether a name without a prefix means something to quotas. Source: IsStandardQuotaResourceName. */
export const isStandardQuotaResource = (name: string): boolean => ofQuotas.includes(name) || isHugePagesOfQuota(name);

/** A name of any resource. Source: validateResourceName. */
export function validateResourceName(name: string, field: string): FieldError[] {
  const errors = complaints(field, name, isQualifiedName(name));
  if (errors.length > 0 || name.includes('/') || standard.includes(name) || isHugePagesOfQuota(name)) return errors;
  return [invalidValue(field, name, 'must be a standard resource type or fully qualified')];
}

/** A name of what containers ask for. Source: validateContainerResourceName. */
export function validateContainerResourceName(name: string, field: string): FieldError[] {
  const errors = validateResourceName(name, field);
  if (!name.includes('/')) {
    if (!ofContainers.includes(name) && !isHugePages(name))
      errors.push(invalidValue(field, name, 'must be a standard resource for containers'));
  } else if (!isNative(name) && !isExtended(name))
    errors.push(invalidValue(field, name, "doesn't follow extended resource name standard"));
  return errors;
}

/** A name of what a Pod asks for as a whole. Source: validatePodResourceName. */
export function validatePodResourceName(name: string, field: string): FieldError[] {
  const errors = validateResourceName(name, field);
  if (errors.length > 0 || name === 'cpu' || name === 'memory' || isHugePages(name)) return errors;
  return [unsupported(field, name, ['cpu', 'hugepages-', 'memory'])];
}

/** A name of what quotas limit. Source: ValidateResourceQuotaResourceName. */
export function validateQuotaResourceName(name: string, field: string): FieldError[] {
  const errors = validateResourceName(name, field);
  if (!name.includes('/') && !isStandardQuotaResource(name))
    errors.push(invalidValue(field, name, 'must be a standard resource for quota'));
  return errors;
}

/** Not below nothing, and whole where things are counted. Source: ValidateResourceQuantityValue. */
export function validateAmount(name: string, amount: Quantity, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const text = quantityText(amount);
  if (amount.unscaled < 0n) errors.push(invalidValue(field, text, notNegative));
  const isWhole = quantityMilliValue(amount) % 1000n === 0n;
  if ((counted.includes(name) || isExtended(name)) && !isWhole)
    errors.push(invalidValue(field, text, 'must be an integer'));
  return errors;
}

/** The amounts of a list, each at its own field. */
export const validateAmounts = (list: object | undefined, fieldOf: (name: string) => string): FieldError[] =>
  amountsIn(list).flatMap(([name, amount]) => validateAmount(name, amount, fieldOf(name)));

/** The amounts of a list by name; what is no amount was refused when the object was decoded. */
export const amountsIn = (list: object | undefined): [name: string, amount: Quantity][] =>
  Object.entries(list ?? {}).map(([name, text]) => [name, parseQuantity(String(text))]);
