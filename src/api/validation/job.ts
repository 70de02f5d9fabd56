import { isDnsLabel } from '../names.ts';
import type { Job } from '../objects.ts';
import { matchesSelector } from '../selectors/labels.ts';
import type { FieldError } from '../status.ts';
import { invalidValue, required } from './errors.ts';
import { validateJobSpec } from './jobSpec.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { validateTemplateLabels } from './podTemplate.ts';

/** The labels by which the Pods of a Job are found, with the names of before. */
export const generatedLabels = (job: Job): Record<string, string> => {
  const { name = '', uid = '' } = job.metadata ?? {};
  return {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
};

/** A selector that the server made must be the one that it makes. Source: ValidateGeneratedSelector. */
function validateGeneratedSelector(job: Job): FieldError[] {
  const { manualSelector, selector, template } = job.spec ?? {};
  if (manualSelector || !selector) return [];
  const errors: FieldError[] = [];
  const expected = generatedLabels(job);
  const labels = template?.metadata?.labels ?? {};
  for (const key of ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name']) {
    const field = `spec.template.metadata.labels[${key}]`;
    const detail = `must be '${expected[key]}'`;
    if (labels[key] === undefined) errors.push(required(field, detail));
    else if (labels[key] !== expected[key]) errors.push(invalidValue(field, labels, detail));
  }
  if (!matchesSelector(selector, expected))
    errors.push(invalidValue('spec.selector', selector, '`selector` not auto-generated'));
  return errors;
}

/** The Pods of an Indexed Job have the Job's name and their index for a host name. */
function validateHostNames({ metadata, spec }: Job): FieldError[] {
  const { completionMode, completions = 0 } = spec ?? {};
  if (completionMode !== 'Indexed' || completions <= 0) return [];
  const name = metadata?.name ?? '';
  const longest = `${name}-${completions - 1}`;
  return isDnsLabel(longest).length === 0
    ? []
    : [invalidValue('metadata.name', name, `will not able to create pod with invalid DNS label: ${longest}`)];
}

/** The spec of a Job that has its selector. Source: pkg/apis/batch/validation ValidateJobSpec. */
export function validateSpecAndSelector({ spec }: Job): FieldError[] {
  const { selector, template } = spec ?? {};
  const errors = validateJobSpec(spec, 'spec');
  if (!selector) errors.push(required('spec.selector'));
  else errors.push(...validateLabelSelector(selector, 'spec.selector'));
  return [...errors, ...validateTemplateLabels(template, selector, 'spec.template')];
}

/** What is wrong with a new Job, besides its metadata. Source: pkg/apis/batch/validation ValidateJob. */
export const validateJob = (job: Job): FieldError[] => [
  ...validateGeneratedSelector(job),
  ...validateSpecAndSelector(job),
  ...validateHostNames(job),
];
