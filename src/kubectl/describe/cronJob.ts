import type { CronJob, Event, KubernetesObject } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { longTime } from './longTime.ts';
import { writeAnnotations, writeEvents, writeLabels } from './parts.ts';
import { writeTemplate } from './template.ts';
import { createWriter } from './writer.ts';

const unset = '<unset>';

/** What `kubectl describe cronjob` prints. Source: describe.describeCronJob. */
export function describeCronJob(
  { metadata, spec, status }: CronJob & KubernetesObject,
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  writer.line(0, 'Schedule:', spec?.schedule ?? '');
  writer.line(0, 'Concurrency Policy:', spec?.concurrencyPolicy ?? '');
  const suspend = spec?.suspend;
  writer.line(0, 'Suspend:', suspend === undefined ? unset : suspend ? 'True' : 'False');
  writer.line(0, 'Time Zone:', spec?.timeZone ?? unset);
  const text = (value: number | undefined, unit = '') => (value === undefined ? unset : `${value}${unit}`);
  writer.line(0, 'Successful Job History Limit:', text(spec?.successfulJobsHistoryLimit));
  writer.line(0, 'Failed Job History Limit:', text(spec?.failedJobsHistoryLimit));
  writer.line(0, 'Starting Deadline Seconds:', text(spec?.startingDeadlineSeconds, 's'));
  const job = spec?.jobTemplate.spec;
  writer.line(0, 'Selector:', job?.selector ? formatLabelSelector(job.selector) : unset);
  writer.line(0, 'Parallelism:', text(job?.parallelism));
  writer.line(0, 'Completions:', text(job?.completions));
  if (job?.activeDeadlineSeconds !== undefined)
    writer.line(0, 'Active Deadline Seconds:', text(job.activeDeadlineSeconds, 's'));
  writeTemplate(writer, job?.template ?? {});
  writer.line(0, 'Last Schedule Time:', status?.lastScheduleTime ? longTime(status.lastScheduleTime) : unset);
  writer.line(0, 'Active Jobs:', (status?.active ?? []).map(({ name }) => name).join(', ') || '<none>');
  writeEvents(writer, events, now);
  return writer.text();
}
