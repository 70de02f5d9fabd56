import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  type Quantity,
  quantityText,
  subtractQuantities,
} from '../../../../api/quantity.ts';

/** Amounts by the name of their resource. */
export type Amounts = Record<string, Quantity>;

/** The same as they stand in objects. */
export type ResourceList = Record<string, string>;

export const amountsOf = (list: object | undefined): Amounts =>
  Object.fromEntries(Object.entries(list ?? {}).map(([name, text]) => [name, parseQuantity(String(text))]));

export const listOf = (amounts: Amounts): ResourceList =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, quantityText(amount)]));

/** The sum of both, name by name. */
export function addAmounts(a: Amounts, b: Amounts): Amounts {
  const sum = { ...a };
  for (const [name, amount] of Object.entries(b)) {
    const present = sum[name];
    sum[name] = present ? addQuantities(present, amount) : amount;
  }
  return sum;
}

/** What `a` has more than `b`, name by name, without those of which it has no more. */
export function excess(a: Amounts, b: Amounts): Amounts {
  const rest = Object.entries(a).map(([name, amount]): [string, Quantity] => {
    const less = b[name];
    return [name, less ? subtractQuantities(amount, less) : amount];
  });
  return Object.fromEntries(rest.filter(([, { unscaled }]) => unscaled > 0n));
}

/** Those with one of the names. */
export const masked = (amounts: Amounts, names: readonly string[]): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([name]) => names.includes(name)));

/** The names of which `a` has more than `b` says. */
export const exceeding = (a: Amounts, b: Amounts): string[] =>
  Object.entries(b).flatMap(([name, most]) => {
    const amount = a[name];
    return amount && compareQuantities(amount, most) > 0 ? [name] : [];
  });

/** `cpu=1,memory=1Gi`, sorted by name. */
export const amountsText = (amounts: Amounts): string =>
  Object.entries(listOf(amounts))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}=${text}`)
    .join(',');
