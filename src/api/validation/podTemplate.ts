import { goValue } from '../goValue/goValue.ts';
import type { LabelSelector, PodTemplate, PodTemplateSpec } from '../objects.ts';
import { matchesSelector } from '../selectors/labels.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { validateAnnotations, validateLabels } from './metadata.ts';
import { validatePodAnnotations } from './pod/annotations.ts';
import { validateProfileAnnotations } from './pod/profileAnnotations.ts';
import { validatePodSpec } from './podSpec.ts';

export const isEmptySelector = (selector: LabelSelector): boolean =>
  Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0;

/** Labels and annotations of a template at `field`; the server reports them beside `metadata`. */
export function validateTemplateMetadata(template: PodTemplateSpec | undefined, field: string): FieldError[] {
  const { labels, annotations } = template?.metadata ?? {};
  return [
    ...validateLabels(labels, `${field}.labels`),
    ...validateAnnotations(annotations, `${field}.annotations`),
    ...validatePodAnnotations(annotations, template?.spec ?? { containers: [] }, `${field}.annotations`),
  ];
}

/** A Pod template at `field`. Source: pkg/apis/core/validation ValidatePodTemplateSpec. */
export function validatePodTemplate(template: PodTemplateSpec | undefined, field: string): FieldError[] {
  const spec = template?.spec ?? { containers: [] };
  const annotations = template?.metadata?.annotations;
  const errors = validateTemplateMetadata(template, field);
  errors.push(...validatePodSpec(spec, `${field}.spec`));
  errors.push(...validateProfileAnnotations(annotations, spec, `${field}.spec`));
  if (spec.ephemeralContainers?.length)
    errors.push(forbidden(`${field}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template'));
  return errors;
}

/**
 * Whether the template's labels are those that the selector takes; without a selector none are. Of a selector that
 * cannot be understood nothing is said here.
 */
export function validateTemplateLabels(
  template: PodTemplateSpec | undefined,
  selector: LabelSelector | undefined,
  field: string,
): FieldError[] {
  const labels = template?.metadata?.labels;
  if (matchesSelector(selector, labels) || validateLabelSelector(selector, '').length > 0) return [];
  const shown = goValue('map[string]string', labels);
  return [invalidValue(`${field}.metadata.labels`, shown, '`selector` does not match template `labels`')];
}

/** The Pods of most workloads run for ever. `kind` is named where they are given a deadline. */
export function validateAlwaysRestarts(
  template: PodTemplateSpec | undefined,
  field: string,
  kind: string,
): FieldError[] {
  const { restartPolicy = '', activeDeadlineSeconds } = template?.spec ?? {};
  const errors: FieldError[] = [];
  if (restartPolicy !== 'Always') errors.push(unsupported(`${field}.spec.restartPolicy`, restartPolicy, ['Always']));
  if (activeDeadlineSeconds !== undefined)
    errors.push(forbidden(`${field}.spec.activeDeadlineSeconds`, `activeDeadlineSeconds in ${kind} is not Supported`));
  return errors;
}

/** What is wrong with a PodTemplate object, besides its metadata. */
export const validatePodTemplateObject = ({ template }: PodTemplate): FieldError[] =>
  validatePodTemplate(template, 'template');
