import type { PodDisruptionBudget } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { invalidValue, unsupported } from './errors.ts';
import { atMostAll, validateIntOrPercent } from './intOrPercent.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { shownSelector } from './ownSelector.ts';

const policies = ['AlwaysAllow', 'IfHealthyBudget'];

/** What is wrong with a PodDisruptionBudget, besides its metadata. Source: pkg/apis/policy/validation. */
export function validatePodDisruptionBudget({ spec = {} }: PodDisruptionBudget): FieldError[] {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy: policy } = spec;
  const errors: FieldError[] = [];
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    errors.push(
      invalidValue(
        'spec',
        {
          MinAvailable: minAvailable,
          Selector: shownSelector(selector),
          MaxUnavailable: maxUnavailable,
          UnhealthyPodEvictionPolicy: policy ?? null,
        },
        'minAvailable and maxUnavailable cannot be both set',
      ),
    );
  for (const [field, value] of [
    ['spec.minAvailable', minAvailable],
    ['spec.maxUnavailable', maxUnavailable],
  ] as const)
    errors.push(...validateIntOrPercent(value, field), ...atMostAll(value, field));
  errors.push(...validateLabelSelector(selector, 'spec.selector'));
  if (policy !== undefined && !policies.includes(policy))
    errors.push(unsupported('spec.unhealthyPodEvictionPolicy', policy, policies));
  return errors;
}
