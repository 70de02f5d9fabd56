import { parseQuantity, quantityMilliValue, quantityText } from '../quantity.ts';
import { quoted } from './go.ts';

/** Bytes come whole: of the resources named, those of which a list has a fraction. */
export function warningsForBytes(list: object | undefined, names: readonly string[], field: string): string[] {
  const amounts = (list ?? {}) as Record<string, string | number>;
  return names.flatMap((name) => {
    const text = amounts[name];
    if (text === undefined) return [];
    const amount = parseQuantity(String(text));
    if (quantityMilliValue(amount) % 1000n === 0n) return [];
    return [`${field}[${name}]: fractional byte value ${quoted(quantityText(amount))} is invalid, must be an integer`];
  });
}
