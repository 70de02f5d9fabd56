import { byteLength } from '../names.ts';
import type { Job } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validateDomainPrefixedPath } from './domainPrefixedPath.ts';
import { checkNotNegative, invalidValue, required, tooLong, unsupported } from './errors.ts';
import { validatePodFailurePolicy } from './podFailurePolicy.ts';
import { validatePodTemplate } from './podTemplate.ts';
import { validateSuccessPolicy } from './successPolicy.ts';

type Spec = NonNullable<Job['spec']>;
const counts = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
] as const;
const modes = ['NonIndexed', 'Indexed'];
const longestManager = 63;
const mostIndexes = 100_000;
/** With more completions than indexes are kept track of, so many may run, and fail, where each has its own limit. */
const mostOfMany = 10_000;

/** What only an Indexed Job has, and how much of it. */
function validateIndexes(spec: Spec, field: string): FieldError[] {
  const { completionMode, completions, parallelism, backoffLimitPerIndex, maxFailedIndexes } = spec;
  const errors: FieldError[] = [];
  if (completionMode !== undefined && !modes.includes(completionMode))
    return [unsupported(`${field}.completionMode`, completionMode, modes)];
  if (completionMode !== 'Indexed') {
    const detail = 'requires indexed completion mode';
    if (backoffLimitPerIndex !== undefined)
      errors.push(invalidValue(`${field}.backoffLimitPerIndex`, backoffLimitPerIndex, detail));
    if (maxFailedIndexes !== undefined)
      errors.push(invalidValue(`${field}.maxFailedIndexes`, maxFailedIndexes, detail));
    return errors;
  }
  if (completions === undefined) errors.push(required(`${field}.completions`, 'when completion mode is Indexed'));
  if ((parallelism ?? 0) > mostIndexes)
    errors.push(
      invalidValue(
        `${field}.parallelism`,
        parallelism,
        `must be less than or equal to ${mostIndexes} when completion mode is Indexed`,
      ),
    );
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions)
    errors.push(
      invalidValue(`${field}.maxFailedIndexes`, maxFailedIndexes, 'must be less than or equal to completions'),
    );
  if ((maxFailedIndexes ?? 0) > mostIndexes)
    errors.push(
      invalidValue(`${field}.maxFailedIndexes`, maxFailedIndexes, `must be less than or equal to ${mostIndexes}`),
    );
  if (backoffLimitPerIndex !== undefined && (completions ?? 0) > mostIndexes) {
    if (maxFailedIndexes === undefined)
      errors.push(required(`${field}.maxFailedIndexes`, `must be specified when completions is above ${mostIndexes}`));
    const detail = `must be less than or equal to ${mostOfMany} when completions are above ${mostIndexes} and used with backoff limit per index`;
    if ((parallelism ?? 0) > mostOfMany) errors.push(invalidValue(`${field}.parallelism`, parallelism, detail));
    if ((maxFailedIndexes ?? 0) > mostOfMany)
      errors.push(invalidValue(`${field}.maxFailedIndexes`, maxFailedIndexes, detail));
  }
  return errors;
}

function validateReplacement({ podReplacementPolicy: policy, podFailurePolicy }: Spec, field: string): FieldError[] {
  const allowed = podFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  return policy === undefined || allowed.includes(policy)
    ? []
    : [unsupported(`${field}.podReplacementPolicy`, policy, allowed)];
}

/** The Pods of a Job end: it must be said what happens when one fails. */
function validateRestartPolicy({ template, podFailurePolicy }: Spec, field: string): FieldError[] {
  const at = `${field}.template.spec.restartPolicy`;
  const policy = template?.spec?.restartPolicy ?? '';
  if (policy === '' || policy === 'Always') return [required(at, 'valid values: "OnFailure", "Never"')];
  if (policy !== 'OnFailure' && policy !== 'Never') return [unsupported(at, policy, ['OnFailure', 'Never'])];
  return podFailurePolicy && policy !== 'Never'
    ? [invalidValue(at, policy, 'only "Never" is supported when podFailurePolicy is specified')]
    : [];
}

/** The spec of a Job or of a CronJob's Jobs, at `field`. Source: pkg/apis/batch/validation validateJobSpec. */
export function validateJobSpec(given: Spec | undefined, field: string): FieldError[] {
  const spec: Spec = given ?? ({} as Spec);
  const { maxFailedIndexes, backoffLimitPerIndex, managedBy, podFailurePolicy, successPolicy } = spec;
  const errors = counts.flatMap((name) => checkNotNegative(`${field}.${name}`, spec[name]));
  if (maxFailedIndexes !== undefined) {
    errors.push(...checkNotNegative(`${field}.maxFailedIndexes`, maxFailedIndexes));
    if (backoffLimitPerIndex === undefined)
      errors.push(required(`${field}.backoffLimitPerIndex`, 'when maxFailedIndexes is specified'));
  }
  if (managedBy !== undefined) {
    errors.push(...validateDomainPrefixedPath(managedBy, `${field}.managedBy`));
    if (byteLength(managedBy) > longestManager) errors.push(tooLong(`${field}.managedBy`, longestManager));
  }
  errors.push(...validateIndexes(spec, field));
  if (podFailurePolicy) errors.push(...validatePodFailurePolicy(spec, podFailurePolicy, `${field}.podFailurePolicy`));
  if (successPolicy) errors.push(...validateSuccessPolicy(spec, successPolicy, `${field}.successPolicy`));
  errors.push(...validateReplacement(spec, field));
  errors.push(...validatePodTemplate(spec.template, `${field}.template`));
  errors.push(...validateRestartPolicy(spec, field));
  return errors;
}
