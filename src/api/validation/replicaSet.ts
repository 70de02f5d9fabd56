import { isSame } from '../equal.ts';
import type { LabelSelector, PodTemplateSpec, ReplicaSet } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, forbidden, immutable, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { isEmptySelector, validatePodTemplate, validateTemplateLabels } from './podTemplate.ts';

/**
 * The selector of a ReplicaSet or Deployment (`kind`, in lower case), and the template that must have its labels.
 * Source: ValidatePodTemplateSpecForReplicaSet.
 */
export function validateSelectorAndTemplate(
  { selector, template }: { selector?: LabelSelector; template?: PodTemplateSpec },
  kind: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!selector) errors.push(required('spec.selector'));
  else {
    const wrong = validateLabelSelector(selector, 'spec.selector');
    errors.push(...wrong);
    if (isEmptySelector(selector))
      errors.push(invalidValue('spec.selector', {}, `empty selector is invalid for ${kind}`));
    if (wrong.length > 0) return [...errors, invalidValue('spec.selector', selector, 'invalid label selector')];
  }
  if (!selector || !isEmptySelector(selector))
    errors.push(...validateTemplateLabels(template, selector, 'spec.template'));
  errors.push(...validatePodTemplate(template, 'spec.template'));
  const { restartPolicy, activeDeadlineSeconds } = template?.spec ?? {};
  if (restartPolicy === 'OnFailure' || restartPolicy === 'Never')
    errors.push(unsupported('spec.template.spec.restartPolicy', restartPolicy, ['Always']));
  if (activeDeadlineSeconds !== undefined)
    errors.push(
      forbidden('spec.template.spec.activeDeadlineSeconds', 'activeDeadlineSeconds in ReplicaSet is not Supported'),
    );
  return errors;
}

/** What is wrong with a ReplicaSet, besides its metadata. Source: pkg/apis/apps/validation ValidateReplicaSetSpec. */
export function validateReplicaSet({ spec }: ReplicaSet): FieldError[] {
  return [
    ...checkNotNegative('spec.replicas', spec?.replicas),
    ...checkNotNegative('spec.minReadySeconds', spec?.minReadySeconds),
    ...validateSelectorAndTemplate(spec ?? {}, 'replicaset'),
  ];
}

export const validateReplicaSetUpdate = (replicaSet: ReplicaSet, old: ReplicaSet): FieldError[] => [
  ...validateReplicaSet(replicaSet),
  ...(isSame(replicaSet.spec?.selector, old.spec?.selector)
    ? []
    : [invalidValue('spec.selector', replicaSet.spec?.selector ?? null, immutable)]),
];
