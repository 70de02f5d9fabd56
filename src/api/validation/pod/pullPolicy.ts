import type { FieldError } from '../../status.ts';
import { required, unsupported } from '../errors.ts';

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

export function validatePullPolicy(policy: string | undefined, field: string): FieldError[] {
  if (!policy) return [required(field)];
  return pullPolicies.includes(policy) ? [] : [unsupported(field, policy, pullPolicies)];
}
