import type { Job } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { fromTimestamp } from '../time.ts';
import { ageSince, humanDuration } from './age.ts';
import { ageColumn, containersColumn, imagesColumn, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

function statusOf({ metadata, status }: Job): string {
  const has = (type: string) => status?.conditions?.find((condition) => condition.type === type)?.status === 'True';
  if (has('Complete')) return 'Complete';
  if (has('Failed')) return 'Failed';
  if (metadata?.deletionTimestamp) return 'Terminating';
  if (has('Suspended')) return 'Suspended';
  if (has('FailureTarget')) return 'FailureTarget';
  return has('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running';
}

function completions({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec?.completions !== undefined) return `${succeeded}/${spec.completions}`;
  const parallelism = spec?.parallelism ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function duration({ status }: Job, now: number): string {
  if (!status?.startTime) return '';
  const end = status.completionTime ? fromTimestamp(status.completionTime) : now;
  return humanDuration(end - fromTimestamp(status.startTime));
}

export const jobPrinter = printer<Job>(
  'Job',
  [
    nameColumn,
    text('Status', 'Status of the job.'),
    text(
      'Completions',
      'The number of pods which reached phase Succeeded. The value increases monotonically for a given spec. However, it may decrease in reaction to scale down of elastic indexed jobs.',
    ),
    text('Duration', 'Time required to complete the job.'),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
    wide(
      text(
        'Selector',
        'A label query over pods that should match the pod count. Normally, the system sets this field for you. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
      ),
    ),
  ],
  (job, now) => [
    job.metadata.name,
    statusOf(job),
    completions(job),
    duration(job, now),
    ageSince(job.metadata.creationTimestamp, now),
    ...containerCells(job.spec?.template),
    formatLabelSelector(job.spec?.selector),
  ],
);
