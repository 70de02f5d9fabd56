import { goValue } from '../goValue/goValue.ts';
import type { JobStatus } from '../objects.ts';
import { fromTimestamp } from '../time.ts';
import { immutable } from './errors.ts';
import type { JobStatusFacts } from './jobStatusFacts.ts';
import { countIndexes, firstOverlap } from './successPolicy.ts';

/** What may not be so after a change of a Job's status. */
export interface JobStatusRule {
  field: keyof JobStatus;
  /** Whether it is so; a text is the detail. */
  broken(facts: JobStatusFacts): boolean | string | undefined;
  detail?: string;
  /** The field has to be there: its value is not shown. */
  isMissing?: true;
}

const count = (value: number | undefined) => value ?? 0;
const conditions = (detail: string, broken: JobStatusRule['broken']): JobStatusRule => ({
  field: 'conditions',
  detail,
  broken,
});

function wrongIndexes(text: string | undefined, { spec }: JobStatusFacts, field: string): string | undefined {
  if (spec.completions === undefined) return undefined;
  const counted = countIndexes(text ?? '', spec.completions);
  return typeof counted === 'string' ? `error parsing ${field}: ${counted}` : undefined;
}

function overlap({ spec, now }: JobStatusFacts): string | undefined {
  if (spec.completions === undefined || now.failedIndexes === undefined) return undefined;
  const index = firstOverlap(now.completedIndexes ?? '', now.failedIndexes, spec.completions);
  return index === undefined ? undefined : `failedIndexes and completedIndexes overlap at index: ${index}`;
}

const isEarlier = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && fromTimestamp(a) < fromTimestamp(b);

/**
 * Rules for what the status says, most of them only where that changes: a stored Job that is not quite right is left to
 * its controller. Source: validateJobStatus, getStatusValidationOptions of pkg/registry/batch/job/strategy.go.
 */
export const statusRules: readonly JobStatusRule[] = [
  conditions(
    'cannot set Complete=True and Failed=true conditions',
    ({ is, changed }) => changed('Complete', 'Failed') && is('Complete') && is('Failed'),
  ),
  conditions(
    'cannot set Complete=True and FailureTarget=true conditions',
    ({ is, changed }) => changed('Complete', 'FailureTarget') && is('Complete') && is('FailureTarget'),
  ),
  {
    field: 'completionTime',
    detail: 'cannot set completionTime when there is no Complete=True condition',
    broken: ({ now, is, changed }) =>
      changed('Complete', 'completionTime') && now.completionTime !== undefined && !is('Complete'),
  },
  {
    field: 'completionTime',
    detail: 'completionTime is required for Complete jobs',
    isMissing: true,
    broken: ({ now, is, changed }) =>
      changed('Complete', 'completionTime') && now.completionTime === undefined && is('Complete'),
  },
  {
    field: 'completionTime',
    detail: 'must be equal to or after `startTime`',
    broken: ({ now, changed }) =>
      changed('startTime', 'completionTime') && isEarlier(now.completionTime, now.startTime),
  },
  conditions(
    'cannot set Failed=True condition without the FailureTarget=true condition',
    ({ is, changed }) => changed('Failed', 'FailureTarget') && is('Failed') && !is('FailureTarget'),
  ),
  conditions(
    'cannot set Complete=True condition without the SuccessCriteriaMet=true condition',
    ({ is, changed }) => changed('Complete', 'SuccessCriteriaMet') && is('Complete') && !is('SuccessCriteriaMet'),
  ),
  {
    field: 'active',
    detail: 'active>0 is invalid for finished job',
    broken: ({ now, isFinished, changed }) => changed('finished', 'active') && count(now.active) > 0 && isFinished,
  },
  {
    field: 'startTime',
    detail: 'startTime is required for finished job',
    isMissing: true,
    broken: ({ now, isFinished, changed }) =>
      changed('finished', 'startTime') && now.startTime === undefined && isFinished,
  },
  {
    field: 'uncountedTerminatedPods',
    detail: 'must be empty for finished job',
    broken({ now, isFinished, changed }) {
      const { succeeded = [], failed = [] } = now.uncountedTerminatedPods ?? {};
      return changed('finished', 'uncountedTerminatedPods') && isFinished && succeeded.length + failed.length > 0;
    },
  },
  {
    field: 'completedIndexes',
    broken: (facts) =>
      facts.changed('completedIndexes') && wrongIndexes(facts.now.completedIndexes, facts, 'completedIndexes'),
  },
  {
    field: 'failedIndexes',
    broken: (facts) =>
      facts.changed('failedIndexes') &&
      facts.spec.backoffLimitPerIndex !== undefined &&
      wrongIndexes(facts.now.failedIndexes, facts, 'failedIndexes'),
  },
  {
    field: 'completedIndexes',
    detail: 'cannot set non-empty completedIndexes when non-indexed completion mode',
    broken: ({ now, isIndexed, changed }) => changed('completedIndexes') && Boolean(now.completedIndexes) && !isIndexed,
  },
  {
    field: 'failedIndexes',
    detail: 'cannot set non-null failedIndexes when backoffLimitPerIndex is null',
    broken: ({ now, spec, changed }) =>
      changed('failedIndexes') && spec.backoffLimitPerIndex === undefined && now.failedIndexes !== undefined,
  },
  { field: 'failedIndexes', broken: (facts) => facts.changed('failedIndexes', 'completedIndexes') && overlap(facts) },
  {
    field: 'terminating',
    detail: 'terminating>0 is invalid for finished job',
    broken: ({ now, isFinished, changed }) =>
      changed('finished', 'terminating') && count(now.terminating) > 0 && isFinished,
  },
  {
    field: 'ready',
    detail: 'cannot set more ready pods than active',
    broken: ({ now, changed }) => changed('ready', 'active') && count(now.ready) > count(now.active),
  },
  conditions(
    'cannot set SuccessCriteriaMet=True and Failed=true conditions',
    ({ is }) => is('SuccessCriteriaMet') && is('Failed'),
  ),
  conditions(
    'cannot set SuccessCriteriaMet=True and FailureTarget=true conditions',
    ({ is }) => is('SuccessCriteriaMet') && is('FailureTarget'),
  ),
  conditions(
    'cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True',
    ({ spec, is }) => spec.successPolicy !== undefined && !is('SuccessCriteriaMet') && is('Complete'),
  ),
];

/** Rules for the way from one status to the next. Source: ValidateJobStatusUpdate. */
export const changeRules: readonly JobStatusRule[] = [
  ...(['Failed', 'Complete', 'FailureTarget'] as const).map((condition) =>
    conditions(
      `cannot disable the terminal ${condition}=True condition`,
      ({ is, was }) => was(condition) && !is(condition),
    ),
  ),
  {
    field: 'failed',
    detail: 'cannot decrease the failed counter',
    broken: ({ now, before }) => count(now.failed) < count(before.failed),
  },
  {
    field: 'succeeded',
    detail: 'cannot decrease the succeeded counter',
    // An Indexed Job that runs all indexes at once can be made smaller.
    broken: ({ now, before, spec, isIndexed }) =>
      (!isIndexed || spec.completions !== spec.parallelism) && count(now.succeeded) < count(before.succeeded),
  },
  {
    field: 'completionTime',
    detail: immutable,
    broken: ({ now, before }) =>
      now.completionTime !== undefined &&
      before.completionTime !== undefined &&
      now.completionTime !== before.completionTime,
  },
  {
    field: 'startTime',
    detail: 'startTime cannot be removed for unsuspended job',
    isMissing: true,
    broken: ({ before, spec, changed }) => changed('startTime') && before.startTime !== undefined && !spec.suspend,
  },
  conditions(
    'cannot disable the SuccessCriteriaMet=True condition',
    ({ is, was }) => was('SuccessCriteriaMet') && !is('SuccessCriteriaMet'),
  ),
  conditions(
    'cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions',
    ({ is, was }) => was('Complete') && !was('SuccessCriteriaMet') && is('SuccessCriteriaMet'),
  ),
];

/** The value of a field as an error shows it; conditions are not shown. */
export const shownField = (field: keyof JobStatus, { now }: JobStatusFacts): unknown =>
  field === 'uncountedTerminatedPods'
    ? goValue('*batch.UncountedTerminatedPods', now.uncountedTerminatedPods)
    : (now[field] ?? null);
