import { isInRange } from '../../names.ts';
import type { FieldError } from '../../status.ts';
import { complaints } from '../errors.ts';

/** The number of a user or a group. Source: IsValidUserID, IsValidGroupID. */
export const validateId = (id: number | undefined, field: string): FieldError[] =>
  id === undefined ? [] : complaints(field, id, isInRange(id, 0, 2147483647));
