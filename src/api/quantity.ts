/**
 * Kubernetes quantities ("250m", "1.5Gi", "1e3"). Source: k8s.io/apimachinery pkg/api/resource; recordings in
 * e2e/conformance/recordings/functions/quantity.json.
 */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** A parsed quantity: `unscaled * 10^exponent`, exactly. */
export interface Quantity {
  readonly unscaled: bigint;
  readonly exponent: number;
  readonly format: QuantityFormat;
  /** The text as written, kept where Go keeps it (it takes the text for canonical); gone after any arithmetic. */
  readonly text?: string;
  /** Held as a big decimal: below nano, with too many digits, or out of the range of 64 bits. */
  readonly big: boolean;
}

/** What parsing refuses; the message is Kubernetes' own. */
export class QuantityError extends Error {}

const formatWrong = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const decimalExponents: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binaryExponents: Record<string, number> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const decimalSuffixes = new Map(Object.entries(decimalExponents).map(([suffix, exponent]) => [exponent, suffix]));
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const maximum = 2n ** 63n - 1n;
const nano = -9;
/** Go multiplies by these powers of ten at once and hands back the overflow; any other power gives 0. */
const wrappingScales = [1, 2, 3, 6, 9];

const isInt64 = (value: bigint) => BigInt.asIntN(64, value) === value;
const powerOfTen = (exponent: number) => 10n ** BigInt(exponent);

interface Suffix {
  base: 2 | 10;
  exponent: number;
  format: QuantityFormat;
}

function interpretSuffix(text: string): Suffix {
  const binary = binaryExponents[text];
  if (binary !== undefined) return { base: 2, exponent: binary, format: 'BinarySI' };
  const decimal = decimalExponents[text];
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'DecimalSI' };
  if (/^[eE][+-]?\d+$/.test(text)) return { base: 10, exponent: Number(text.slice(1)), format: 'DecimalExponent' };
  throw new QuantityError("unable to parse quantity's suffix");
}

/** The quantity that `text` says; throws QuantityError with Kubernetes' message. */
export function parseQuantity(text: string): Quantity {
  if (text === '') throw new QuantityError(formatWrong);
  if (text === '0') return { unscaled: 0n, exponent: 0, format: 'DecimalSI', text, big: false };
  const parts = /^([+-]?)(0*)(?:(\d*)(?:(\.)(\d*))?)([eEinumkKMGTP]*[+-]?\d*)$/.exec(text);
  if (!parts) throw new QuantityError(formatWrong);
  const [, sign, , digits = '', , fraction = '', suffixText = ''] = parts;
  const suffix = interpretSuffix(suffixText);
  const whole = digits || '0';
  const negative = sign === '-';
  return small(text, negative, whole, fraction, suffix) ?? large(negative, whole + fraction, fraction.length, suffix);
}

/** Go's fast path: what fits 64 bits and no less than a nano. */
function small(text: string, negative: boolean, whole: string, fraction: string, suffix: Suffix): Quantity | undefined {
  const isBinary = suffix.base === 2;
  if (isBinary && fraction) return undefined;
  const precision = isBinary
    ? 15 - whole.length - Math.trunc(Math.fround(suffix.exponent * 3) / 10) - 1
    : 18 - whole.length - fraction.length;
  const exponent = (isBinary ? 0 : suffix.exponent) - fraction.length;
  if (precision < 0 || exponent < nano) return undefined;
  const shifted = whole + fraction;
  const value = BigInt(shifted);
  const amount = isBinary ? value << BigInt(suffix.exponent) : value;
  if (!isInt64(amount)) return undefined;
  const canonical = isBinary
    ? (value & 7n) !== 0n
    : exponent % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
  const quantity = { unscaled: negative ? -amount : amount, exponent, format: suffix.format, big: false };
  return canonical ? { ...quantity, text } : quantity;
}

/** Go's slow path: any number of digits, rounded away from zero to whole nanos, binary ones capped at 2^63-1. */
function large(negative: boolean, digits: string, fractionDigits: number, suffix: Suffix): Quantity {
  let unscaled = BigInt(digits) * (suffix.base === 2 ? 2n ** BigInt(suffix.exponent) : 1n);
  let exponent = (suffix.base === 10 ? suffix.exponent : 0) - fractionDigits;
  if (unscaled !== 0n) {
    unscaled = rescale(unscaled, exponent, nano).value;
    exponent = nano;
  }
  let format = suffix.format;
  if (format === 'BinarySI') {
    const one = powerOfTen(-exponent);
    if (unscaled > maximum * one) [unscaled, exponent] = [maximum, 0];
    else if (unscaled > 0n && unscaled < one) format = 'DecimalSI';
  }
  return { unscaled: negative ? -unscaled : unscaled, exponent, format, big: true };
}

/** `value * 10^from` in units of `10^to`, rounded away from zero. */
function rescale(value: bigint, from: number, to: number): { value: bigint; exact: boolean } {
  if (from >= to) return { value: value * powerOfTen(from - to), exact: true };
  const divisor = powerOfTen(to - from);
  const quotient = value / divisor;
  if (quotient * divisor === value) return { value: quotient, exact: true };
  return { value: value < 0n ? quotient - 1n : quotient + 1n, exact: false };
}

/** Go's ScaledValue: 64 bits, rounded away from zero; what does not fit gives 0 or wraps, exactly as there. */
function scaledValue(quantity: Quantity, exponent: number): bigint {
  const { unscaled, big } = quantity;
  if (!big) {
    const { value } = rescale(unscaled, quantity.exponent, exponent);
    if (isInt64(value)) return value;
    return wrappingScales.includes(quantity.exponent - exponent) ? BigInt.asIntN(64, value) : 0n;
  }
  const difference = exponent - quantity.exponent;
  if (difference < 0) return BigInt.asIntN(64, unscaled * powerOfTen(-difference));
  const divisor = powerOfTen(difference);
  // Go's shortcut looks only at the upper bound, so large negative numbers lose their high bits here.
  const dividend = unscaled < maximum && difference < 19 ? BigInt.asIntN(64, unscaled) : unscaled;
  const quotient = dividend / divisor;
  return BigInt.asIntN(64, quotient * divisor === dividend ? quotient : quotient + 1n);
}

/** Whole units, rounded away from zero (Go's Value). */
export function quantityValue(quantity: Quantity): bigint {
  return scaledValue(quantity, 0);
}

/** Thousandths, rounded away from zero (Go's MilliValue). */
export function quantityMilliValue(quantity: Quantity): bigint {
  return scaledValue(quantity, -3);
}

/** The text of a quantity: as written where Go keeps that, else canonical. */
export function quantityText(quantity: Quantity): string {
  return quantity.text ?? canonicalText(quantity);
}

function canonicalText(quantity: Quantity): string {
  const { unscaled, exponent } = quantity;
  if (unscaled === 0n) return '0';
  if (quantity.format === 'BinarySI') {
    const { value, exact } = rescale(unscaled, exponent, 0);
    if (exact && (value >= 1024n || value <= -1024n)) return binaryText(value);
  }
  return decimalText(unscaled, exponent, quantity.format === 'DecimalExponent');
}

function binaryText(value: bigint): string {
  let amount = value;
  let power = 0;
  while (amount % 1024n === 0n && power < 6) {
    amount /= 1024n;
    power++;
  }
  return `${amount}${binarySuffixes[power]}`;
}

function decimalText(unscaled: bigint, exponent: number, withExponent: boolean): string {
  let amount = unscaled;
  let power = exponent;
  while (amount % 10n === 0n) {
    amount /= 10n;
    power++;
  }
  while (power % 3 !== 0) {
    amount *= 10n;
    power--;
  }
  const suffix = withExponent ? undefined : decimalSuffixes.get(power);
  return `${amount}${suffix ?? (power === 0 ? '' : `e${power}`)}`;
}

/** The text as the API server stores it: "1000m" gives "1", "0.5Gi" gives "512Mi", "1e3" stays. Throws QuantityError. */
export function canonicalQuantity(text: string): string {
  return isPlain(text) ? text : quantityText(parseQuantity(text));
}

/** Texts that surely stand for themselves: up to three digits, not ending in 0, perhaps with a suffix. */
function isPlain(text: string): boolean {
  return /^[1-9]\d{0,2}(m|[KMG]i)?$/.test(text);
}

function combine(a: Quantity, b: Quantity, sign: 1n | -1n): Quantity {
  const exponent = Math.min(a.exponent, b.exponent);
  const unscaled =
    rescale(a.unscaled, a.exponent, exponent).value + sign * rescale(b.unscaled, b.exponent, exponent).value;
  const format = a.unscaled === 0n ? b.format : a.format;
  return { unscaled, exponent, format, big: a.big || b.big || !isInt64(unscaled) };
}

/** a + b, in the format of the first that is not zero. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, 1n);
}

/** a - b, in the format of the first that is not zero. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return combine(a, b, -1n);
}

/** -1, 0 or 1. */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  const difference = combine(a, b, -1n).unscaled;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A quantity of `amount` whole units (Go's NewQuantity). */
export function quantityOf(amount: number | bigint, format: QuantityFormat): Quantity {
  return { unscaled: BigInt(amount), exponent: 0, format, big: false };
}

/** A quantity of `amount` thousandths (Go's NewMilliQuantity). */
export function quantityOfMilli(amount: number | bigint, format: QuantityFormat): Quantity {
  return { unscaled: BigInt(amount), exponent: -3, format, big: false };
}

const multipliers: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The common forms, digits and a suffix, without big integers; undefined where more care is needed. */
function quick(text: string, inMilli: boolean): number | undefined {
  let value = 0;
  let position = 0;
  for (; position < text.length; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (position === 0) return undefined;
  const suffix = position === text.length ? '' : text.slice(position);
  if (suffix === 'm') return inMilli ? value : Math.ceil(value / 1000);
  const multiplier = multipliers[suffix];
  if (multiplier === undefined) return undefined;
  const result = value * multiplier * (inMilli ? 1000 : 1);
  return Number.isSafeInteger(result) ? result : undefined;
}

/** Thousandths of a unit, rounded up: millicores for cpu. Numbers are taken for their text. Throws QuantityError. */
export function toMillicores(text: string | number): number {
  const written = String(text);
  return quick(written, true) ?? Number(quantityMilliValue(parseQuantity(written)));
}

/** Whole units, rounded up: bytes for memory. Numbers are taken for their text. Throws QuantityError. */
export function toBytes(text: string | number): number {
  const written = String(text);
  return quick(written, false) ?? Number(quantityValue(parseQuantity(written)));
}
