import { isNetworkAddress, isStrictAddress } from '../networks.ts';
import type { FieldError } from '../status.ts';
import { complaints } from './errors.ts';

/** An address of a field that once took more than it takes today; one of `known`, the old ones, stays. Source: IsValidIPForLegacyField. */
export const validateLegacyAddress = (field: string, text: string, known: readonly string[] = []): FieldError[] =>
  known.includes(text) ? [] : complaints(field, text, isStrictAddress(text));

/** The same of a network. Source: IsValidCIDRForLegacyField. */
export const validateLegacyNetwork = (field: string, text: string, known: readonly string[] = []): FieldError[] =>
  known.includes(text) ? [] : complaints(field, text, isNetworkAddress(text));
