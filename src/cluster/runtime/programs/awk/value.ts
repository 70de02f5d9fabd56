/** A value; `{ input }` is text that came from outside and counts as a number where it looks like one. */
export type Value = number | string | { input: string };

const numeric = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : value.input;
  return Number(/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(text)?.[0] ?? 0);
}

/** Whole numbers as they are, others with six digits (`CONVFMT`). */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return value.input;
  if (Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const text = String(Number(value.toPrecision(6)));
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  return numeric.test(value.input) ? Number(value.input) !== 0 : value.input !== '';
}

const isNumber = (value: Value): boolean =>
  typeof value === 'number' || (typeof value === 'object' && (numeric.test(value.input) || value.input === ''));

/** Below, at or above 0 as `a` stands to `b`: as numbers where both are, otherwise as texts. */
export function compare(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return toNumber(a) - toNumber(b);
  const [x, y] = [toText(a), toText(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}
