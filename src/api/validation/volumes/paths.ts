import type { FieldError } from '../../status.ts';
import { invalidValue } from '../errors.ts';

/** No part of the path leads upwards. Source: validatePathNoBacksteps. */
export const validateNoBackSteps = (path: string, field: string): FieldError[] =>
  path.split('/').includes('..') ? [invalidValue(field, path, "must not contain '..'")] : [];

/** A path within some folder. Source: validateLocalDescendingPath. */
export const validateLocalPath = (path: string, field: string): FieldError[] => [
  ...(path.startsWith('/') ? [invalidValue(field, path, 'must be a relative path')] : []),
  ...validateNoBackSteps(path, field),
];

/** The path of a file that the kubelet writes; names that begin with two dots are its own. Source: ValidateLocalNonReservedPath. */
export const validateFilePath = (path: string, field: string): FieldError[] => [
  ...validateLocalPath(path, field),
  ...(path.startsWith('..') && !path.startsWith('../') ? [invalidValue(field, path, "must not start with '..'")] : []),
];
