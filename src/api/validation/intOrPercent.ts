import { isPercent } from '../names.ts';
import type { FieldError } from '../status.ts';
import { complaints, invalidValue, notNegative } from './errors.ts';

export type IntOrPercent = number | string | undefined;

/** A number that is not negative, or a percentage. Source: ValidatePositiveIntOrPercent. */
export function validateIntOrPercent(value: IntOrPercent, field: string): FieldError[] {
  if (typeof value === 'string') return complaints(field, value, isPercent(value));
  return value !== undefined && value < 0 ? [invalidValue(field, value, notNegative)] : [];
}

/** The number of a percentage; undefined for what is none. */
export const percentOf = (value: IntOrPercent): number | undefined =>
  typeof value === 'string' && isPercent(value).length === 0 ? Number(value.slice(0, -1)) : undefined;

/** Whether it stands for nothing: 0, 0%, or absent. */
export const isNought = (value: IntOrPercent): boolean => (percentOf(value) ?? value ?? 0) === 0;

/** Source: IsNotMoreThan100Percent. */
export const atMostAll = (value: IntOrPercent, field: string): FieldError[] =>
  (percentOf(value) ?? 0) > 100 ? [invalidValue(field, value, 'must not be greater than 100%')] : [];
