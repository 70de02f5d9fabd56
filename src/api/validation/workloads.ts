import { isSame } from '../equal.ts';
import { isPercent } from '../names.ts';
import type { Deployment, LabelSelector, PodTemplateSpec, ReplicaSet } from '../objects.ts';
import { matchesSelector } from '../selectors/labels.ts';
import type { FieldError } from '../status.ts';
import {
  checkNotNegative,
  complaints,
  forbidden,
  immutable,
  invalidValue,
  notNegative,
  required,
  unsupported,
} from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { validateAnnotations, validateLabels } from './metadata.ts';
import { validatePodSpec } from './podSpec.ts';

const isEmpty = (selector: LabelSelector) =>
  Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0;

/** A selector of a workload and the template whose labels it must match. */
function validateSelector(selector: LabelSelector | undefined, what: string): FieldError[] {
  if (!selector) return [required('spec.selector')];
  const errors = validateLabelSelector(selector, 'spec.selector');
  if (isEmpty(selector)) errors.push(invalidValue('spec.selector', {}, `empty selector is invalid for ${what}`));
  return errors;
}

/** The Pod template at `spec.template` of a kind whose Pods always restart. Source: ValidatePodTemplateSpecForReplicaSet. */
function validateTemplate(
  template: PodTemplateSpec | undefined,
  selector: LabelSelector | undefined,
  selectorIsValid: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  const labels = template?.metadata?.labels;
  if (!selectorIsValid && selector) return [invalidValue('spec.selector', selector, 'invalid label selector')];
  if (!selector || (!isEmpty(selector) && !matchesSelector(selector, labels)))
    errors.push(
      invalidValue('spec.template.metadata.labels', labels ?? null, '`selector` does not match template `labels`'),
    );
  errors.push(...validateLabels(labels, 'spec.template.labels'));
  errors.push(...validateAnnotations(template?.metadata?.annotations, 'spec.template.annotations'));
  errors.push(...validatePodSpec(template?.spec, 'spec.template.spec'));
  const policy = template?.spec?.restartPolicy;
  if (policy && policy !== 'Always' && ['OnFailure', 'Never'].includes(policy))
    errors.push(unsupported('spec.template.spec.restartPolicy', policy, ['Always']));
  if (template?.spec?.activeDeadlineSeconds !== undefined)
    errors.push(
      forbidden('spec.template.spec.activeDeadlineSeconds', `activeDeadlineSeconds in ReplicaSet is not Supported`),
    );
  return errors;
}

type IntOrPercent = number | string | undefined;

function validateIntOrPercent(value: IntOrPercent, field: string): FieldError[] {
  if (typeof value === 'string') return complaints(field, value, isPercent(value));
  return value !== undefined && value < 0 ? [invalidValue(field, value, notNegative)] : [];
}

const percentOf = (value: IntOrPercent) =>
  typeof value === 'string' && isPercent(value).length === 0 ? Number(value.slice(0, -1)) : undefined;
const isNought = (value: IntOrPercent) => (percentOf(value) ?? value ?? 0) === 0;

function validateStrategy(strategy: NonNullable<Deployment['spec']>['strategy']): FieldError[] {
  const field = 'spec.strategy';
  const type = strategy?.type;
  const rolling = strategy?.rollingUpdate;
  if (type === 'Recreate')
    return rolling
      ? [forbidden(`${field}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
      : [];
  if (type !== 'RollingUpdate')
    return [unsupported(field, { Type: type ?? '', RollingUpdate: goRolling(rolling) }, ['Recreate', 'RollingUpdate'])];
  if (!rolling) return [required(`${field}.rollingUpdate`, 'this should be defaulted and never be nil')];
  const at = `${field}.rollingUpdate`;
  const { maxUnavailable, maxSurge } = rolling;
  const errors = [
    ...validateIntOrPercent(maxUnavailable, `${at}.maxUnavailable`),
    ...validateIntOrPercent(maxSurge, `${at}.maxSurge`),
  ];
  if (isNought(maxUnavailable) && isNought(maxSurge))
    errors.push(invalidValue(`${at}.maxUnavailable`, maxUnavailable ?? 0, 'may not be 0 when `maxSurge` is 0'));
  if ((percentOf(maxUnavailable) ?? 0) > 100)
    errors.push(invalidValue(`${at}.maxUnavailable`, maxUnavailable, 'must not be greater than 100%'));
  return errors;
}

const goRolling = (rolling: { maxUnavailable?: IntOrPercent; maxSurge?: IntOrPercent } | undefined) =>
  rolling ? { MaxUnavailable: rolling.maxUnavailable ?? 0, MaxSurge: rolling.maxSurge ?? 0 } : null;

/** What is wrong with a Deployment, besides its metadata. Source: pkg/apis/apps/validation ValidateDeploymentSpec. */
export function validateDeployment(deployment: Deployment): FieldError[] {
  const { spec } = deployment;
  const errors = checkNotNegative('spec.replicas', spec?.replicas);
  const all = [...errors];
  const selectorErrors = validateSelector(spec?.selector, 'deployment');
  all.push(...selectorErrors);
  const isValid = validateLabelSelector(spec?.selector, '').length === 0;
  all.push(...validateTemplate(spec?.template, spec?.selector, isValid));
  all.push(...validateStrategy(spec?.strategy));
  all.push(...checkNotNegative('spec.minReadySeconds', spec?.minReadySeconds));
  all.push(...checkNotNegative('spec.revisionHistoryLimit', spec?.revisionHistoryLimit));
  const deadline = spec?.progressDeadlineSeconds;
  if (deadline !== undefined) {
    all.push(...checkNotNegative('spec.progressDeadlineSeconds', deadline));
    if (deadline <= (spec?.minReadySeconds ?? 0))
      all.push(invalidValue('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds'));
  }
  return all;
}

/** What is wrong with a ReplicaSet, besides its metadata. */
export function validateReplicaSet(replicaSet: ReplicaSet): FieldError[] {
  const { spec } = replicaSet;
  const isValid = validateLabelSelector(spec?.selector, '').length === 0;
  return [
    ...checkNotNegative('spec.replicas', spec?.replicas),
    ...checkNotNegative('spec.minReadySeconds', spec?.minReadySeconds),
    ...validateSelector(spec?.selector, 'replicaset'),
    ...validateTemplate(spec?.template, spec?.selector, isValid),
  ];
}

interface Workload {
  spec?: { selector?: LabelSelector };
}

const validateSelectorUpdate = (now: Workload, before: Workload): FieldError[] =>
  isSame(now.spec?.selector, before.spec?.selector)
    ? []
    : [invalidValue('spec.selector', now.spec?.selector ?? null, immutable)];

export const validateDeploymentUpdate = (deployment: Deployment, old: Deployment): FieldError[] => [
  ...validateDeployment(deployment),
  ...validateSelectorUpdate(deployment as Workload, old as Workload),
];

export const validateReplicaSetUpdate = (replicaSet: ReplicaSet, old: ReplicaSet): FieldError[] => [
  ...validateReplicaSet(replicaSet),
  ...validateSelectorUpdate(replicaSet as Workload, old as Workload),
];
