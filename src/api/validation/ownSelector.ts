import { goValue } from '../goValue/goValue.ts';
import type { LabelSelector, PodTemplateSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { immutable, invalidValue, required } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { isEmptySelector, validateAlwaysRestarts, validatePodTemplate, validateTemplateLabels } from './podTemplate.ts';

/** What a workload has to have. */
interface Selecting {
  selector?: LabelSelector;
  template?: PodTemplateSpec;
}

/** A selector as an error shows it. */
export const shownSelector = (selector: LabelSelector | undefined): unknown => goValue('*v1.LabelSelector', selector);

/**
 * The selector of a workload, which must be there and select something; `kind` as the text names it, and what it says
 * where the selector cannot be understood. `rest` are the findings on what then is selected.
 */
export function validateOwnSelector(
  { selector, template }: Selecting,
  kind: string,
  misunderstood: string,
  rest: () => FieldError[],
): FieldError[] {
  if (!selector)
    return [required('spec.selector'), ...validateTemplateLabels(template, undefined, 'spec.template'), ...rest()];
  const errors = validateLabelSelector(selector, 'spec.selector');
  if (errors.length > 0) return [...errors, invalidValue('spec.selector', shownSelector(selector), misunderstood)];
  return isEmptySelector(selector)
    ? [invalidValue('spec.selector', {}, `empty selector is invalid for ${kind}`), ...rest()]
    : [...validateTemplateLabels(template, selector, 'spec.template'), ...rest()];
}

/**
 * The selector of a Deployment or ReplicaSet, and the template that must have its labels. Source:
 * pkg/apis/apps/validation ValidateReplicaSetSpec, ValidatePodTemplateSpecForReplicaSet.
 */
export function validateSelectorAndTemplate(spec: Selecting): FieldError[] {
  const { template } = spec;
  return validateOwnSelector(spec, 'deployment', 'invalid label selector', () => [
    ...validatePodTemplate(template, 'spec.template'),
    ...validateAlwaysRestarts(template, 'spec.template', 'ReplicaSet'),
  ]);
}

/** Complains where an update changes the selector. */
export function validateSelectorStays(now: LabelSelector | undefined, before: LabelSelector | undefined): FieldError[] {
  const shown = shownSelector(now);
  return JSON.stringify(shown) === JSON.stringify(shownSelector(before))
    ? []
    : [invalidValue('spec.selector', shown, immutable)];
}
