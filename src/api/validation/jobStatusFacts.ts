import { isSame } from '../equal.ts';
import type { Job, JobStatus } from '../objects.ts';

type Condition = 'Complete' | 'Failed' | 'FailureTarget' | 'SuccessCriteriaMet';

const holds = ({ conditions = [] }: Partial<JobStatus>, wanted: Condition): boolean =>
  conditions.some(({ type, status }) => type === wanted && status === 'True');

const isFinished = (status: Partial<JobStatus>) => holds(status, 'Complete') || holds(status, 'Failed');

/** What the rules for the status of a Job ask about a change of it. */
export interface JobStatusFacts {
  spec: Partial<NonNullable<Job['spec']>>;
  now: Partial<JobStatus>;
  before: Partial<JobStatus>;
  isIndexed: boolean;
  isFinished: boolean;
  /** Whether a condition is true now, or was before. */
  is(condition: Condition): boolean;
  was(condition: Condition): boolean;
  /** Whether one of these fields, or of these conditions, is another than before; `finished` is either of two. */
  changed(...names: readonly (keyof JobStatus | Condition | 'finished')[]): boolean;
}

/** The facts of a change of a Job's status. */
export function factsOf(job: Job, old: Job): JobStatusFacts {
  const now: Partial<JobStatus> = job.status ?? {};
  const before: Partial<JobStatus> = old.status ?? {};
  const is = (condition: Condition) => holds(now, condition);
  const was = (condition: Condition) => holds(before, condition);
  const conditions: readonly string[] = ['Complete', 'Failed', 'FailureTarget', 'SuccessCriteriaMet'];
  return {
    spec: job.spec ?? {},
    now,
    before,
    isIndexed: job.spec?.completionMode === 'Indexed',
    isFinished: isFinished(now),
    is,
    was,
    changed: (...names) =>
      names.some((name) => {
        if (name === 'finished') return isFinished(now) !== isFinished(before);
        if (conditions.includes(name)) return is(name as Condition) !== was(name as Condition);
        return !isSame(now[name as keyof JobStatus], before[name as keyof JobStatus]);
      }),
  };
}
