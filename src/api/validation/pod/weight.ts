import type { FieldError } from '../../status.ts';
import { invalidValue } from '../errors.ts';

/** The weight of a wish. */
export const validateWeight = (weight = 0, field: string): FieldError[] =>
  weight < 1 || weight > 100 ? [invalidValue(field, weight, 'must be in the range 1-100')] : [];
