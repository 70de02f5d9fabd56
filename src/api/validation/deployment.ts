import type { Deployment } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { atMostAll, isNought, validateIntOrPercent } from './intOrPercent.ts';
import { validateSelectorAndTemplate, validateSelectorStays } from './ownSelector.ts';

type Spec = NonNullable<Deployment['spec']>;

function validateStrategy({ strategy }: Spec): FieldError[] {
  const field = 'spec.strategy';
  const { type = '', rollingUpdate } = strategy ?? {};
  if (type === 'Recreate')
    return rollingUpdate
      ? [forbidden(`${field}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
      : [];
  if (type !== 'RollingUpdate') {
    const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
    const shown = rollingUpdate ? { MaxUnavailable: maxUnavailable, MaxSurge: maxSurge } : null;
    return [unsupported(field, { Type: type, RollingUpdate: shown }, ['Recreate', 'RollingUpdate'])];
  }
  if (!rollingUpdate) return [required(`${field}.rollingUpdate`, 'this should be defaulted and never be nil')];
  const at = `${field}.rollingUpdate`;
  const { maxUnavailable, maxSurge } = rollingUpdate;
  const errors = [
    ...validateIntOrPercent(maxUnavailable, `${at}.maxUnavailable`),
    ...validateIntOrPercent(maxSurge, `${at}.maxSurge`),
  ];
  if (isNought(maxUnavailable) && isNought(maxSurge))
    errors.push(invalidValue(`${at}.maxUnavailable`, maxUnavailable ?? 0, 'may not be 0 when `maxSurge` is 0'));
  return [...errors, ...atMostAll(maxUnavailable, `${at}.maxUnavailable`)];
}

/** What is wrong with a Deployment, besides its metadata. Source: pkg/apis/apps/validation ValidateDeploymentSpec. */
export function validateDeployment(deployment: Deployment): FieldError[] {
  const spec: Spec = deployment.spec ?? ({} as Spec);
  const { minReadySeconds = 0, progressDeadlineSeconds: deadline } = spec;
  const errors = checkNotNegative('spec.replicas', spec.replicas);
  errors.push(...validateSelectorAndTemplate(spec));
  errors.push(...validateStrategy(spec));
  errors.push(...checkNotNegative('spec.minReadySeconds', minReadySeconds));
  errors.push(...checkNotNegative('spec.revisionHistoryLimit', spec.revisionHistoryLimit));
  if (deadline === undefined) return errors;
  errors.push(...checkNotNegative('spec.progressDeadlineSeconds', deadline));
  if (deadline <= minReadySeconds)
    errors.push(invalidValue('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds'));
  return errors;
}

/** Source: ValidateDeploymentUpdate: the selector stays. */
export const validateDeploymentUpdate = (deployment: Deployment, old: Deployment): FieldError[] => [
  ...validateDeployment(deployment),
  ...validateSelectorStays(deployment.spec?.selector, old.spec?.selector),
];
