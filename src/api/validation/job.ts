import { goValue } from '../goValue/goValue.ts';
import { isDnsLabel } from '../names.ts';
import type { Job } from '../objects.ts';
import { matchesSelector } from '../selectors/labels.ts';
import type { FieldError } from '../status.ts';
import { invalidValue, required } from './errors.ts';
import { validateJobSpec } from './jobSpec.ts';
import { validateLabelSelector } from './labelSelector.ts';
import { shownSelector } from './ownSelector.ts';
import { validateTemplateLabels } from './podTemplate.ts';

const prefix = 'batch.kubernetes.io/';

/** The labels by which the Pods of a Job are found: with the names of before, and with those of today. */
const generatedLabels = ({ metadata: { name = '', uid = '' } = {} }: Job): Record<string, string> => ({
  'controller-uid': uid,
  'job-name': name,
  [`${prefix}controller-uid`]: uid,
  [`${prefix}job-name`]: name,
});

/**
 * A selector that the server made must be the one that it makes, and so the template's labels. The names of today are
 * not asked for (`isOld`) where a stored Job is without them. Source: validateGeneratedSelector.
 */
function validateGeneratedSelector(job: Job, isOld = false): FieldError[] {
  const { manualSelector, selector, template } = job.spec ?? {};
  if (manualSelector || !selector) return [];
  const errors: FieldError[] = [];
  const expected = generatedLabels(job);
  const labels = template?.metadata?.labels ?? {};
  for (const key in expected) {
    if (isOld && key.startsWith(prefix)) {
      delete expected[key];
      continue;
    }
    const field = `spec.template.metadata.labels[${key}]`;
    const detail = `must be '${expected[key]}'`;
    if (labels[key] === undefined) errors.push(required(field, detail));
    else if (labels[key] !== expected[key])
      errors.push(invalidValue(field, goValue('map[string]string', labels), detail));
  }
  if (validateLabelSelector(selector, '').length === 0 && !matchesSelector(selector, expected))
    errors.push(invalidValue('spec.selector', shownSelector(selector), '`selector` not auto-generated'));
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

const hasNamesOfToday = ({ spec }: Job) =>
  ['controller-uid', 'job-name'].every((key) => spec?.template?.metadata?.labels?.[prefix + key] !== undefined);

/** What is wrong with a Job, besides its metadata; `old` is what is stored. Source: pkg/apis/batch/validation ValidateJob. */
export const validateJob = (job: Job, old?: Job): FieldError[] => [
  ...validateGeneratedSelector(job, old !== undefined && !hasNamesOfToday(old)),
  ...validateSpecAndSelector(job),
  ...validateHostNames(job),
];
