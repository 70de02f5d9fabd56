import { type Quantity, quantityMilliValue, quantityText, quantityValue } from '../../../../../api/quantity.ts';

const largestInMilli = (2n ** 63n - 1n) / 1000n;

/** The amounts as numbers of one precision: thousandths where none is too large for that. Source: requestLimitEnforcedValues. */
function asNumbers(...amounts: (Quantity | undefined)[]): bigint[] {
  const whole = amounts.map((amount) => (amount ? quantityValue(amount) : 0n));
  if (whole.some((amount) => amount > largestInMilli)) return whole;
  return amounts.map((amount) => (amount ? quantityMilliValue(amount) : 0n));
}

/** What is asked for of one resource by one container, one Pod or one claim. */
export interface Asked {
  /** `Container`, `Pod` or `PersistentVolumeClaim`. */
  type: string;
  resource: string;
  request: Quantity | undefined;
  limit: Quantity | undefined;
}

/** Why what is asked for is less than a minimum, if it is. */
export function minConstraint({ type, resource, request, limit }: Asked, enforced: Quantity): string | undefined {
  const [asked = 0n, most = 0n, least = 0n] = asNumbers(request, limit, enforced);
  const rule = `minimum ${resource} usage per ${type} is ${quantityText(enforced)}`;
  if (!request) return `${rule}.  No request is specified`;
  if (asked < least) return `${rule}, but request is ${quantityText(request)}`;
  if (limit && most < least) return `${rule}, but limit is ${quantityText(limit)}`;
  return undefined;
}

/** Why what is asked for is more than a maximum, if it is. */
export function maxConstraint({ type, resource, request, limit }: Asked, enforced: Quantity): string | undefined {
  const [asked = 0n, most = 0n, allowed = 0n] = asNumbers(request, limit, enforced);
  const rule = `maximum ${resource} usage per ${type} is ${quantityText(enforced)}`;
  if (!limit) return `${rule}.  No limit is specified`;
  if (most > allowed) return `${rule}, but limit is ${quantityText(limit)}`;
  if (request && asked > allowed) return `${rule}, but request is ${quantityText(request)}`;
  return undefined;
}

/** The same for claims, of which only the request counts. */
export function maxRequestConstraint({ type, resource, request }: Asked, enforced: Quantity): string | undefined {
  const [asked = 0n, allowed = 0n] = asNumbers(request, enforced);
  const rule = `maximum ${resource} usage per ${type} is ${quantityText(enforced)}`;
  if (!request) return `${rule}.  No request is specified`;
  return asked > allowed ? `${rule}, but request is ${quantityText(request)}` : undefined;
}

/** Why the limit is too many times the request, if it is. */
export function ratioConstraint({ type, resource, request, limit }: Asked, enforced: Quantity): string | undefined {
  const [asked = 0n, most = 0n] = asNumbers(request, limit, enforced);
  const rule = `${resource} max limit to request ratio per ${type} is ${quantityText(enforced)}`;
  if (!request || asked === 0n) return `${rule}, but no request is specified or request is 0`;
  if (!limit || most === 0n) return `${rule}, but no limit is specified or limit is 0`;
  const ratio = Number(most) / Number(asked);
  const allowed = Number(quantityMilliValue(enforced)) / 1000;
  return ratio * 1000 > allowed * 1000 ? `${rule}, but provided ratio is ${ratio.toFixed(6)}` : undefined;
}
