import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addQuantities,
  canonicalQuantity,
  compareQuantities,
  parseQuantity,
  quantityMilliValue,
  quantityText,
  quantityValue,
  subtractQuantities,
  toBytes,
  toMillicores,
} from './quantity.ts';

const suffix = fc.constantFrom(
  '',
  'n',
  'u',
  'm',
  'k',
  'M',
  'G',
  'T',
  'P',
  'E',
  'Ki',
  'Mi',
  'Gi',
  'Ti',
  'Pi',
  'e3',
  'E-2',
);
const text = fc
  .tuple(fc.constantFrom('', '-', '+'), fc.nat(), fc.option(fc.nat({ max: 99999 }), { nil: undefined }), suffix)
  .map(([sign, whole, fraction, end]) => `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${end}`);

describe('quantities', () => {
  test('a printed quantity reads as the same quantity', () => {
    fc.assert(
      fc.property(text, (written) => {
        const quantity = parseQuantity(written);
        expect(compareQuantities(parseQuantity(quantityText(quantity)), quantity)).toBe(0);
      }),
    );
  });

  test('printing twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (written) => {
        const once = canonicalQuantity(written);
        expect(canonicalQuantity(once)).toBe(once);
      }),
    );
  });

  test('addition commutes in value, and subtraction takes it back', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [parseQuantity(left), parseQuantity(right)];
        expect(compareQuantities(addQuantities(a, b), addQuantities(b, a))).toBe(0);
        expect(compareQuantities(subtractQuantities(addQuantities(a, b), b), a)).toBe(0);
      }),
    );
  });

  test('order agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [parseQuantity(left), parseQuantity(right)];
        const difference = subtractQuantities(a, b).unscaled;
        expect(compareQuantities(a, b)).toBe(Number(difference > 0n) - Number(difference < 0n));
      }),
    );
  });

  test('the short way to numbers agrees with the long one', () => {
    const common = fc
      .tuple(fc.nat({ max: 4_000_000 }), fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi'))
      .map(([amount, end]) => `${amount}${end}`);
    fc.assert(
      fc.property(common, (written) => {
        expect(toBytes(written)).toBe(Number(quantityValue(parseQuantity(written))));
        expect(toMillicores(written)).toBe(Number(quantityMilliValue(parseQuantity(written))));
      }),
    );
  });

  test('numbers are taken for their text', () => {
    expect(toMillicores(0.5)).toBe(500);
    expect(toBytes(1024)).toBe(1024);
  });
});
