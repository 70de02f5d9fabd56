import { isQualifiedName } from '../names.ts';
import type { Job, PodFailurePolicy, PodFailurePolicyRule } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, duplicate, invalidValue, required, tooMany, unsupported, withoutValue } from './errors.ts';

type Spec = NonNullable<Job['spec']>;
const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const operators = ['In', 'NotIn'];
const statuses = ['False', 'True', 'Unknown'];
const mostRules = 20;
const mostExitCodes = 255;

/** `valid values: ["In" "NotIn"]`, as Go writes a list of texts. */
const oneOf = (values: readonly string[]) => `valid values: [${values.map((value) => `"${value}"`).join(' ')}]`;

function validateChoice(value: string | undefined, allowed: readonly string[], field: string): FieldError[] {
  if (!value) return [required(field, oneOf(allowed))];
  return allowed.includes(value) ? [] : [unsupported(field, value, allowed)];
}

function validateExitCodes(
  { containerName, operator, values: given }: NonNullable<PodFailurePolicyRule['onExitCodes']>,
  containers: readonly string[],
  field: string,
): FieldError[] {
  const values = given ?? [];
  const errors = validateChoice(operator, operators, `${field}.operator`);
  if (containerName !== undefined && !containers.includes(containerName))
    errors.push(
      invalidValue(
        `${field}.containerName`,
        containerName,
        'must be one of the container or initContainer names in the pod template',
      ),
    );
  const at = `${field}.values`;
  if (values.length === 0) errors.push(invalidValue(at, given ?? null, 'at least one value is required'));
  else if (values.length > mostExitCodes) errors.push(tooMany(at, values.length, mostExitCodes));
  for (const [index, value] of values.entries()) {
    if (operator === 'In' && value === 0)
      errors.push(invalidValue(`${at}[${index}]`, value, 'must not be 0 for the In operator'));
    if (values.indexOf(value) < index) errors.push(duplicate(`${at}[${index}]`, value));
  }
  if (values.some((value, index) => value < (values[index - 1] ?? value)))
    errors.push(invalidValue(at, values, 'must be ordered'));
  return errors;
}

function validateConditions(rule: PodFailurePolicyRule, field: string): FieldError[] {
  const patterns = rule.onPodConditions ?? [];
  const errors = patterns.length > mostRules ? [tooMany(field, patterns.length, mostRules)] : [];
  for (const [index, { type = '', status }] of patterns.entries()) {
    const at = `${field}[${index}]`;
    errors.push(...complaints(`${at}.type`, type, isQualifiedName(type)));
    errors.push(...validateChoice(status, statuses, `${at}.status`));
  }
  return errors;
}

function validateRule(
  spec: Spec,
  rule: PodFailurePolicyRule,
  containers: readonly string[],
  field: string,
): FieldError[] {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  const errors = validateChoice(action, actions, `${field}.action`);
  if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined)
    errors.push(invalidValue(`${field}.action`, action, 'requires the backoffLimitPerIndex to be set'));
  if (onExitCodes) errors.push(...validateExitCodes(onExitCodes, containers, `${field}.onExitCodes`));
  errors.push(...validateConditions(rule, `${field}.onPodConditions`));
  if (onExitCodes && onPodConditions.length > 0)
    errors.push(withoutValue(field, 'specifying both OnExitCodes and OnPodConditions is not supported'));
  if (!onExitCodes && onPodConditions.length === 0)
    errors.push(withoutValue(field, 'specifying one of OnExitCodes and OnPodConditions is required'));
  return errors;
}

/** Source: pkg/apis/batch/validation validatePodFailurePolicy. */
export function validatePodFailurePolicy(spec: Spec, { rules = [] }: PodFailurePolicy, field: string): FieldError[] {
  const { containers = [], initContainers = [] } = spec.template?.spec ?? {};
  const names = [...containers, ...initContainers].map(({ name }) => name);
  const errors = rules.length > mostRules ? [tooMany(`${field}.rules`, rules.length, mostRules)] : [];
  for (const [index, rule] of rules.entries())
    errors.push(...validateRule(spec, rule, names, `${field}.rules[${index}]`));
  return errors;
}
