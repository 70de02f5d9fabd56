import { isQualifiedName } from '../names.ts';
import type { PodResourceClaim, ResourceRequirements } from '../objects.ts';
import {
  compareQuantities,
  parseQuantity,
  type Quantity,
  QuantityError,
  quantityMilliValue,
  quantityText,
  toBytes,
  toMillicores,
} from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, notFoundValue, notNegative, required } from './errors.ts';

const standard = ['cpu', 'memory', 'ephemeral-storage'];
/** Names without a prefix that mean something elsewhere: in quotas, in claims. */
const standardElsewhere = [
  'storage',
  'pods',
  'services',
  'secrets',
  'configmaps',
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
];

const isHugePages = (name: string) => name.startsWith('hugepages-');
const isNative = (name: string) => !name.includes('/') || name.includes('kubernetes.io/');
const isExtended = (name: string) =>
  !isNative(name) && !name.startsWith('requests.') && isQualifiedName(`requests.${name}`).length === 0;
/** Requests may be smaller than limits. */
const isOvercommitAllowed = (name: string) => isNative(name) && !isHugePages(name);
/** Things that are counted. Source: IsIntegerResourceName. */
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
const isIntegerOnly = (name: string) => counted.includes(name) || isExtended(name);

function validateName(name: string, field: string): FieldError[] {
  const errors = complaints(field, name, isQualifiedName(name));
  if (errors.length > 0) return errors;
  const known = standard.includes(name) || standardElsewhere.includes(name) || isHugePages(name);
  if (!name.includes('/') && !known)
    return [invalidValue(field, name, 'must be a standard resource type or fully qualified')];
  return [];
}

/** Source: pkg/apis/core/validation ValidateContainerResourceName. */
export function validateContainerResourceName(name: string, field: string): FieldError[] {
  const errors = validateName(name, field);
  if (!name.includes('/')) {
    if (!standard.includes(name) && !isHugePages(name))
      errors.push(invalidValue(field, name, 'must be a standard resource for containers'));
  } else if (!isNative(name) && !isExtended(name))
    errors.push(invalidValue(field, name, "doesn't follow extended resource name standard"));
  return errors;
}

function amountOf(text: string | number): Quantity | undefined {
  try {
    return parseQuantity(String(text));
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}

function validateAmount(name: string, amount: Quantity, field: string): FieldError[] {
  if (amount.unscaled < 0n) return [invalidValue(field, quantityText(amount), notNegative)];
  if (isIntegerOnly(name) && quantityMilliValue(amount) % 1000n !== 0n)
    return [invalidValue(field, quantityText(amount), 'must be an integer')];
  return [];
}

type List = Record<string, string | number>;

/** Amounts of a list of resources whose names anybody may give. Source: ValidateResourceQuantityValue. */
export function validateAmounts(list: List | undefined, fieldOf: (name: string) => string): FieldError[] {
  return Object.entries(list ?? {}).flatMap(([name, text]) => {
    const amount = amountOf(text);
    return amount ? validateAmount(name, amount, fieldOf(name)) : [];
  });
}

function compare(name: string, request: Quantity, limit: Quantity, field: string): FieldError[] {
  const order = compareQuantities(request, limit);
  const text = quantityText(request);
  if (order !== 0 && !isOvercommitAllowed(name))
    return [invalidValue(field, text, `must be equal to ${name} limit of ${quantityText(limit)}`)];
  if (order > 0)
    return [invalidValue(field, text, `must be less than or equal to ${name} limit of ${quantityText(limit)}`)];
  return [];
}

function validateLimits(limits: List, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const name in limits) {
    const at = `${field}.limits[${name}]`;
    const amount = amountOf(limits[name] ?? '');
    errors.push(...validateContainerResourceName(name, at));
    if (amount) errors.push(...validateAmount(name, amount, at));
  }
  return errors;
}

function validateRequests(requests: List, limits: List, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const name in requests) {
    const at = `${field}.requests[${name}]`;
    const request = amountOf(requests[name] ?? '');
    errors.push(...validateContainerResourceName(name, at));
    if (!request) continue;
    errors.push(...validateAmount(name, request, at));
    const limit = limits[name] === undefined ? undefined : amountOf(limits[name]);
    if (limit) errors.push(...compare(name, request, limit, `${field}.requests`));
    else if (!isOvercommitAllowed(name))
      errors.push(required(`${field}.limits`, 'Limit must be set for non overcommitable resources'));
  }
  return errors;
}

const noAmounts: List = {};

const plainAmount = /^\d+(m|[KMG]i?)?$/;

/** A plain amount of cpu or memory in its small unit, without big integers; undefined for anything else. */
function plain(name: string, amount: string | number | undefined): number | undefined {
  if (typeof amount !== 'string' || !plainAmount.test(amount)) return undefined;
  if (name === 'cpu') return toMillicores(amount);
  return name === 'memory' ? toBytes(amount) : undefined;
}

/** Plain amounts of cpu and memory, requests within limits: the common case, in which nothing can be wrong. */
function isPlain(requests: List, limits: List): boolean {
  for (const name in limits) if (plain(name, limits[name]) === undefined) return false;
  for (const name in requests) {
    const request = plain(name, requests[name]);
    if (request === undefined) return false;
    const limit = plain(name, limits[name]);
    if (limit !== undefined && request > limit) return false;
  }
  return true;
}

/** Requests, limits and claims of a container. Source: ValidateResourceRequirements. */
export function validateResources(
  resources: ResourceRequirements | undefined,
  field: string,
  claims: readonly PodResourceClaim[] = [],
): FieldError[] {
  if (!resources) return [];
  const limits = (resources.limits ?? noAmounts) as List;
  const requests = (resources.requests ?? noAmounts) as List;
  if (!resources.claims && isPlain(requests, limits)) return [];
  const errors = [...validateLimits(limits, field), ...validateRequests(requests, limits, field)];
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(field, 'HugePages require cpu or memory'));
  for (const [index, claim] of (resources.claims ?? []).entries())
    if (!claims.some((candidate) => candidate.name === claim.name)) {
      const known =
        claims.length === 0 ? 'which is empty' : `(${claims.map((candidate) => candidate.name).join(', ')})`;
      errors.push({
        ...notFoundValue(`${field}.claims[${index}]`, claim.name),
        detail: `must be one of the names in pod.spec.resourceClaims ${known}`,
      });
    }
  return errors;
}
