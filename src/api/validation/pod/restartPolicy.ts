import type { Container, ContainerResizePolicy, ContainerRestartRule, PodSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { duplicate, invalidValue, required, tooMany, unsupported } from '../errors.ts';

const policies = ['Always', 'Never', 'OnFailure'];
const operators = ['In', 'NotIn'];
/** Both since 1.36 (RestartAllContainersOnContainerExits). */
const actions = ['Restart', 'RestartAllContainers'];

function validateRule({ action = '', exitCodes }: ContainerRestartRule, field: string): FieldError[] {
  const errors = actions.includes(action) ? [] : [unsupported(`${field}.action`, action, actions)];
  if (!exitCodes) return [...errors, required(`${field}.exitCodes`, 'must be specified')];
  const { operator = '', values = [] } = exitCodes;
  if (!operators.includes(operator)) errors.push(unsupported(`${field}.exitCodes.operator`, operator, operators));
  if (values.length > 255) errors.push(tooMany(`${field}.exitCodes.values`, values.length, 255));
  return errors;
}

/** When a container of any kind but the ephemeral runs again. Source: validateContainerRestartPolicy. */
export function validateRestartPolicy(container: Container, field: string): FieldError[] {
  const { restartPolicy: policy, restartPolicyRules: rules = [] } = container;
  const at = `${field}.restartPolicy`;
  const errors: FieldError[] = [];
  if (policy === undefined) {
    if (rules.length === 0) return errors;
    errors.push(required(at, 'must specify restartPolicy when restart rules are used'));
  } else if (!policies.includes(policy)) errors.push(unsupported(at, policy, policies));
  if (rules.length > 20) errors.push(tooMany(`${at}Rules`, rules.length, 20));
  return [...errors, ...rules.flatMap((rule, index) => validateRule(rule, `${at}Rules[${index}]`))];
}

/** For init containers the rules are not looked at without a policy. Source: validateInitContainerRestartPolicy. */
export function validateInitRestartPolicy(container: Container, field: string): FieldError[] {
  const errors = validateRestartPolicy(container, field);
  return container.restartPolicy === undefined ? errors.slice(0, 1) : errors;
}

const resizableResources = ['cpu', 'memory'];
const resizePolicies = ['NotRequired', 'RestartContainer'];

/** What a change of resources does to a container. Most errors have no index. Source: validateResizePolicy. */
export function validateResizePolicy(
  policies: ContainerResizePolicy[] | undefined,
  podPolicy: PodSpec['restartPolicy'],
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  const oneOf = (value: string, supported: string[]) => {
    if (!value) errors.push(required(field));
    else if (!supported.includes(value)) errors.push(unsupported(field, value, supported));
  };
  for (const [index, { resourceName = '', restartPolicy = '' }] of (policies ?? []).entries()) {
    if (names.has(resourceName)) errors.push(duplicate(`${field}[${index}]`, resourceName));
    names.add(resourceName);
    oneOf(resourceName, resizableResources);
    oneOf(restartPolicy, resizePolicies);
    if (podPolicy === 'Never' && restartPolicy !== 'NotRequired')
      errors.push(invalidValue(field, restartPolicy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'"));
  }
  return errors;
}
