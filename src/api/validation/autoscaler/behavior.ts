import type { HorizontalPodAutoscalerBehavior, HPAScalingPolicy, HPAScalingRules } from '../../objects.ts';
import { canonicalQuantity, compareQuantities, parseQuantity } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, notNegative, required, unsupported } from '../errors.ts';

const choices = ['Disabled', 'Max', 'Min'];
const policyTypes = ['Percent', 'Pods'];
/** Seconds. */
const longestWindow = 3600;
const longestPeriod = 1800;

function validatePolicy({ type, value, periodSeconds }: HPAScalingPolicy, field: string): FieldError[] {
  const errors = policyTypes.includes(type) ? [] : [unsupported(`${field}.type`, type, policyTypes)];
  if (value <= 0) errors.push(invalidValue(`${field}.value`, value, 'must be greater than zero'));
  if (periodSeconds <= 0)
    errors.push(invalidValue(`${field}.periodSeconds`, periodSeconds, 'must be greater than zero'));
  if (periodSeconds > longestPeriod)
    errors.push(
      invalidValue(`${field}.periodSeconds`, periodSeconds, `must be less than or equal to ${longestPeriod}`),
    );
  return errors;
}

function validateRules(rules: HPAScalingRules | undefined, field: string): FieldError[] {
  if (!rules) return [];
  const { stabilizationWindowSeconds: window = 0, selectPolicy, policies = [], tolerance } = rules;
  const errors: FieldError[] = [];
  const at = `${field}.stabilizationWindowSeconds`;
  if (window < 0) errors.push(invalidValue(at, window, 'must be greater than or equal to zero'));
  if (window > longestWindow) errors.push(invalidValue(at, window, `must be less than or equal to ${longestWindow}`));
  if (selectPolicy !== undefined && !choices.includes(selectPolicy))
    errors.push(unsupported(`${field}.selectPolicy`, selectPolicy, choices));
  if (policies.length === 0) errors.push(required(`${field}.policies`, 'must specify at least one Policy'));
  for (const [index, policy] of policies.entries())
    errors.push(...validatePolicy(policy, `${field}.policies[${index}]`));
  if (tolerance !== undefined && compareQuantities(parseQuantity(String(tolerance)), parseQuantity('0')) < 0)
    errors.push(invalidValue(`${field}.tolerance`, canonicalQuantity(String(tolerance)), notNegative));
  return errors;
}

/** Source: pkg/apis/autoscaling/validation validateBehavior. */
export function validateBehavior(behavior: HorizontalPodAutoscalerBehavior | undefined): FieldError[] {
  return [
    ...validateRules(behavior?.scaleUp, 'spec.behavior.scaleUp'),
    ...validateRules(behavior?.scaleDown, 'spec.behavior.scaleDown'),
  ];
}
