import type { CronJob, Job } from '../objects.ts';
import { changeField, mapShared } from './share.ts';
import { defaultTemplate } from './workloads.ts';

type Spec = NonNullable<Job['spec']>;

/** So often is nothing retried. */
const endless = 2147483647;

/** What a Job's spec has also where it is the template of a CronJob. */
function defaultInner(spec: Spec): Spec {
  const out: Spec = { ...spec, template: defaultTemplate(spec.template) };
  if (!spec.podFailurePolicy) return out;
  const rules = mapShared(spec.podFailurePolicy.rules, (rule) =>
    changeField(rule, 'onPodConditions', (patterns) =>
      mapShared(patterns, (pattern) => (pattern.status ? pattern : { ...pattern, status: 'True' })),
    ),
  );
  return { ...out, podFailurePolicy: { ...spec.podFailurePolicy, rules } };
}

/** A Job with its defaults. Source: batch/v1 SetDefaults_Job. */
export function defaultJob(job: Job): Job {
  const given = job.spec ?? ({} as Spec);
  const spec = defaultInner(given);
  if (given.completions === undefined && given.parallelism === undefined) spec.completions = 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : endless;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.manualSelector ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
  const out: Job = { ...job, spec };
  const labels = given.template?.metadata?.labels;
  const own = job.metadata?.labels;
  if (labels && Object.keys(own ?? {}).length === 0) out.metadata = { ...job.metadata, labels };
  // The strategy tells those that came of the template by that they are the same map; an anchor in YAML does not count.
  else if (labels && own === labels) out.metadata = { ...job.metadata, labels: { ...own } };
  return out;
}

/** A CronJob with its defaults. Source: batch/v1 SetDefaults_CronJob. */
export function defaultCronJob(cronJob: CronJob): CronJob {
  const spec = cronJob.spec ?? ({} as NonNullable<CronJob['spec']>);
  const { jobTemplate } = spec;
  return {
    ...cronJob,
    spec: {
      ...spec,
      jobTemplate: {
        ...jobTemplate,
        metadata: jobTemplate?.metadata ?? {},
        spec: defaultInner(jobTemplate?.spec ?? ({} as Spec)),
      },
      concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
      suspend: spec.suspend ?? false,
      successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit ?? 3,
      failedJobsHistoryLimit: spec.failedJobsHistoryLimit ?? 1,
    },
  };
}
