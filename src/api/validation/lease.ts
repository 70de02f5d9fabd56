import type { Lease } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue } from './errors.ts';

/**
 * What is wrong with a Lease, besides its metadata; the fields of coordinated leader election are dropped before (see its
 * strategy). Source: pkg/apis/coordination/validation ValidateLeaseSpec.
 */
export function validateLease({ spec = {} }: Lease): FieldError[] {
  const { leaseDurationSeconds: seconds, leaseTransitions } = spec;
  const errors =
    seconds !== undefined && seconds <= 0
      ? [invalidValue('spec.leaseDurationSeconds', seconds, 'must be greater than 0')]
      : [];
  return [...errors, ...checkNotNegative('spec.leaseTransitions', leaseTransitions)];
}
