import type { FieldError } from '../../status.ts';
import { required } from '../errors.ts';

/** One `Required value` for each of the fields that is empty, in the order given. */
export const validateRequired = (values: Record<string, string | undefined>, field: string): FieldError[] =>
  Object.entries(values).flatMap(([name, value]) => (value ? [] : [required(`${field}.${name}`)]));
