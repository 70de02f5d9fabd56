import type { FieldError } from '../status.ts';

/** `Required value`. */
export const required = (field: string, detail = ''): FieldError => ({ type: 'Required value', field, detail });

/** `Invalid value: "x": why`. */
export const invalidValue = (field: string, value: unknown, detail: string): FieldError => ({
  type: 'Invalid value',
  field,
  value,
  detail,
});

/** `Forbidden: why`. */
export const forbidden = (field: string, detail: string): FieldError => ({ type: 'Forbidden', field, detail });

/** `Duplicate value: "x"`. */
export const duplicate = (field: string, value: unknown): FieldError => ({ type: 'Duplicate value', field, value });

/** `Not found: "x"`. */
export const notFoundValue = (field: string, value: unknown): FieldError => ({ type: 'Not found', field, value });

/** `Too long: may not be more than n bytes`. */
export const tooLong = (field: string, limit: number): FieldError => ({
  type: 'Too long',
  field,
  detail: `may not be more than ${limit} bytes`,
});

/** `Unsupported value: "x": supported values: "A", "B"`, in the order given. */
export const unsupported = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  type: 'Unsupported value',
  field,
  value,
  detail: `supported values: ${supported.map((text) => JSON.stringify(text)).join(', ')}`,
});

/** One `Invalid value` for each complaint about it. */
export const complaints = (field: string, value: unknown, details: readonly string[]): FieldError[] =>
  details.map((detail) => invalidValue(field, value, detail));

export const immutable = 'field is immutable';
export const notNegative = 'must be greater than or equal to 0';

/** Complains about a number below zero. */
export const checkNotNegative = (field: string, value: number | undefined): FieldError[] =>
  value !== undefined && value < 0 ? [invalidValue(field, value, notNegative)] : [];

/** `Too many: n: must have at most m items`. */
export const tooMany = (field: string, count: number, most: number): FieldError => ({
  type: 'Too many',
  field,
  detail: `${count}: must have at most ${most} items`,
});

/** `Invalid value: why`, where the value is not shown. */
export const withoutValue = (field: string, detail: string): FieldError => ({
  type: 'Invalid value',
  field,
  omitValue: true,
  detail,
});
