import type { PodResourceClaim, ResourceRequirements } from '../../objects.ts';
import { toBytes, toMillicores } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { forbidden } from '../errors.ts';
import {
  isHugePages,
  validateAmount,
  validateContainerResourceName,
  validatePodResourceName,
} from '../resourceNames.ts';
import { type Amounts, amountOf, validateHugePages, validateWithinLimit } from './quantities.ts';
import { validateClaimNames } from './resourceClaims.ts';

const noAmounts: Amounts = {};
const plainAmount = /^\d+(m|[KMG]i?)?$/;

/** A plain amount of cpu or memory in its small unit, without big integers; undefined for anything else. */
function plain(name: string, amount: string | number | undefined): number | undefined {
  if (typeof amount !== 'string' || !plainAmount.test(amount)) return undefined;
  if (name === 'cpu') return toMillicores(amount);
  return name === 'memory' ? toBytes(amount) : undefined;
}

/** Plain amounts of cpu and memory, requests within limits: the common case, in which nothing can be wrong. */
function isPlain(requests: Amounts, limits: Amounts): boolean {
  for (const name in limits) if (plain(name, limits[name]) === undefined) return false;
  for (const name in requests) {
    const request = plain(name, requests[name]);
    if (request === undefined) return false;
    const limit = plain(name, limits[name]);
    if (limit !== undefined && request > limit) return false;
  }
  return true;
}

type NameRule = (name: string, field: string) => FieldError[];

/** Requests, limits and claims. Source: validateResourceRequirements. */
function validateRequirements(
  { limits: givenLimits, requests: givenRequests, claims }: ResourceRequirements,
  field: string,
  validateName: NameRule,
  podClaims: readonly PodResourceClaim[],
): FieldError[] {
  const limits = (givenLimits ?? noAmounts) as Amounts;
  const requests = (givenRequests ?? noAmounts) as Amounts;
  if (!claims && isPlain(requests, limits)) return [];
  const errors: FieldError[] = [];
  for (const [name, text] of Object.entries(limits)) {
    const [at, amount] = [`${field}.limits[${name}]`, amountOf(text)];
    errors.push(...validateName(name, at), ...validateAmount(name, amount, at), ...validateHugePages(name, amount, at));
  }
  for (const [name, text] of Object.entries(requests)) {
    const [at, amount] = [`${field}.requests[${name}]`, amountOf(text)];
    errors.push(...validateName(name, at), ...validateAmount(name, amount, at));
    errors.push(...validateWithinLimit(name, amount, limits, field), ...validateHugePages(name, amount, at));
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(field, 'HugePages require cpu or memory'));
  return [...errors, ...validateClaimNames(claims, podClaims, `${field}.claims`)];
}

/** Requests, limits and claims of a container; the claims are those of its Pod. */
export const validateContainerResources = (
  resources: ResourceRequirements | undefined,
  field: string,
  podClaims: readonly PodResourceClaim[] = [],
): FieldError[] => (resources ? validateRequirements(resources, field, validateContainerResourceName, podClaims) : []);

/** Those of a Pod as a whole. */
export const validatePodRequirements = (
  resources: ResourceRequirements,
  field: string,
  podClaims: readonly PodResourceClaim[] = [],
): FieldError[] => validateRequirements(resources, field, validatePodResourceName, podClaims);
