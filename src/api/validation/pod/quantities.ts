import {
  compareQuantities,
  parseQuantity,
  type Quantity,
  quantityMilliValue,
  quantityText,
  quantityValue,
} from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required } from '../errors.ts';
import { isHugePages, isOvercommitAllowed } from '../resourceNames.ts';

/** Amounts by name. The schema has seen to it that they are quantities. */
export type Amounts = Record<string, string | number>;

export const amountOf = (text: string | number): Quantity => parseQuantity(String(text));

/** The size of a page in the name of a resource; undefined for a name without one. */
function pageSize(name: string): bigint | undefined {
  try {
    const size = parseQuantity(name.slice('hugepages-'.length));
    return size.unscaled > 0n && quantityMilliValue(size) % 1000n === 0n ? quantityValue(size) : undefined;
  } catch {
    return undefined;
  }
}

/** Source: validateResourceQuantityHugePageValue. */
export function validateHugePages(name: string, amount: Quantity, field: string): FieldError[] {
  if (!isHugePages(name)) return [];
  const size = pageSize(name);
  if (size && quantityValue(amount) % size === 0n) return [];
  const text = quantityText(amount);
  return [invalidValue(field, text, `${text} is not positive integer multiple of ${name}`)];
}

/** A request beside its limit; reported for all requests together. */
export function validateWithinLimit(name: string, request: Quantity, limits: Amounts, field: string): FieldError[] {
  const given = limits[name];
  if (given === undefined)
    return isOvercommitAllowed(name)
      ? []
      : [required(`${field}.limits`, 'Limit must be set for non overcommitable resources')];
  const limit = amountOf(given);
  const order = compareQuantities(request, limit);
  const invalid = (must: string) => [
    invalidValue(`${field}.requests`, quantityText(request), `must be ${must} ${name} limit of ${quantityText(limit)}`),
  ];
  if (order !== 0 && !isOvercommitAllowed(name)) return invalid('equal to');
  return order > 0 ? invalid('less than or equal to') : [];
}
