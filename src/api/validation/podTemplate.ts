import type { LabelSelector, PodTemplate, PodTemplateSpec } from '../objects.ts';
import { matchesSelector } from '../selectors/labels.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue, unsupported } from './errors.ts';
import { validateAnnotations, validateLabels } from './metadata.ts';
import { validatePodAnnotations } from './pod/annotations.ts';
import { validateProfileAnnotations } from './pod/profileAnnotations.ts';
import { validatePodSpec } from './podSpec.ts';

export const isEmptySelector = (selector: LabelSelector): boolean =>
  Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0;

/** A Pod template at `field`. Source: ValidatePodTemplateSpec; the server reports labels beside `metadata`. */
export function validatePodTemplate(template: PodTemplateSpec | undefined, field: string): FieldError[] {
  const { labels, annotations } = template?.metadata ?? {};
  const spec = template?.spec ?? { containers: [] };
  return [
    ...validateLabels(labels, `${field}.labels`),
    ...validateAnnotations(annotations, `${field}.annotations`),
    ...validatePodAnnotations(annotations, spec, `${field}.annotations`),
    ...validatePodSpec(spec, `${field}.spec`),
    ...validateProfileAnnotations(annotations, spec, `${field}.spec`),
    ...(spec.ephemeralContainers?.length
      ? [forbidden(`${field}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')]
      : []),
  ];
}

/** Whether the template's labels are those that the selector takes; without a selector none are. */
export function validateTemplateLabels(
  template: PodTemplateSpec | undefined,
  selector: LabelSelector | undefined,
  field: string,
): FieldError[] {
  const labels = template?.metadata?.labels;
  return selector && matchesSelector(selector, labels)
    ? []
    : [invalidValue(`${field}.metadata.labels`, labels ?? null, '`selector` does not match template `labels`')];
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
