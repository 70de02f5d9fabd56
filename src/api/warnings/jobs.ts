/** Source: pkg/api/job/warnings.go, the strategies of Job and CronJob. */
import { isSame } from '../equal.ts';
import type { CronJob, Job, JobSpec } from '../objects.ts';
import { warningsForPodSpec } from './podSpec.ts';
import { warningsForName } from './workloads.ts';

const most = { completions: 100_000, parallelism: 10_000 };

function warningsForJobSpec(spec: JobSpec | undefined, field: string): string[] {
  const { completionMode, completions = 0, parallelism = 0, template } = spec ?? {};
  const isTooMuch = completionMode === 'Indexed' && completions > most.completions && parallelism > most.parallelism;
  return [
    ...(isTooMuch
      ? [
          `${field}: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail`,
        ]
      : []),
    ...(template ? warningsForPodSpec(template, `${field}.template`) : []),
  ];
}

export function warningsForJob(job: Job, old: Job | undefined): string[] {
  if (old) return isSame(job.spec, old.spec) ? [] : warningsForJobSpec(job.spec, 'spec');
  return [...warningsForName(job.metadata?.name), ...warningsForJobSpec(job.spec, 'spec')];
}

export function warningsForCronJob(cronJob: CronJob, old: CronJob | undefined): string[] {
  const { jobTemplate, schedule = '' } = cronJob.spec ?? {};
  const ofSpec = () => warningsForJobSpec(jobTemplate?.spec, 'spec.jobTemplate.spec');
  if (!old) return [...warningsForName(cronJob.metadata?.name), ...ofSpec()];
  return [
    ...(isSame(cronJob.spec, old.spec) ? [] : ofSpec()),
    ...(schedule.includes('TZ')
      ? [
          'cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details',
        ]
      : []),
  ];
}
