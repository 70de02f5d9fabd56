import type { ResourceRequirements } from '../objects.ts';
import {
  canonicalQuantity,
  parseQuantity,
  QuantityError,
  quantityMilliValue,
  quantityOfMilli,
  quantityText,
} from '../quantity.ts';

export type ResourceList = Record<string, string | number>;

/** A quantity in the form in which the server stores it; what is no quantity stays, for the schema to refuse. */
export function storedQuantity(text: string | number): string {
  const written = String(text);
  try {
    return canonicalQuantity(written);
  } catch (error) {
    if (error instanceof QuantityError) return written;
    throw error;
  }
}

/** The same, rounded up to thousandths, as amounts in resource lists are. */
function storedAmount(text: string | number): string {
  const stored = storedQuantity(text);
  if (!/[nue.E]/.test(stored)) return stored;
  const quantity = parseQuantity(stored);
  if (!quantity.big && quantity.exponent >= -3) return stored;
  return quantityText(quantityOfMilli(quantityMilliValue(quantity), quantity.format));
}

/** A list of amounts as the server stores it; the same list where nothing changed. */
export function storedResourceList<T extends ResourceList>(list: T): T {
  let changed: Record<string, string> | undefined;
  for (const name in list) {
    const amount = list[name] as string | number;
    const stored = storedAmount(amount);
    if (stored === amount) continue;
    changed ??= { ...list } as Record<string, string>;
    changed[name] = stored;
  }
  return (changed as T | undefined) ?? list;
}

/** Requests and limits as the server stores them. */
export function storedResources(resources: ResourceRequirements): ResourceRequirements {
  const requests = resources.requests && storedResourceList(resources.requests as ResourceList);
  const limits = resources.limits && storedResourceList(resources.limits as ResourceList);
  if (requests === resources.requests && limits === resources.limits) return resources;
  return { ...resources, ...(requests && { requests }), ...(limits && { limits }) } as ResourceRequirements;
}
