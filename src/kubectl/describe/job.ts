import { controllerOf, type Event, type Job, type KubernetesObject } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { humanDuration } from '../../api/tables/age.ts';
import { fromTimestamp } from '../../api/time.ts';
import { longTime } from './longTime.ts';
import { writeAnnotations, writeEvents, writeLabels } from './parts.ts';
import { writeTemplate } from './template.ts';
import { createWriter } from './writer.ts';

/** What `kubectl describe job` prints. Source: describe.describeJob. */
export function describeJob(job: Job & KubernetesObject, events: readonly Event[] | undefined, now: number): string {
  const { metadata, spec, status = {} } = job;
  const writer = createWriter();
  const optional = (title: string, value: string | undefined): void => {
    if (value !== undefined) writer.line(0, title, value);
  };
  const text = (value: number | boolean | undefined) => (value === undefined ? undefined : String(value));
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'Selector:', formatLabelSelector(spec?.selector));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  const owner = controllerOf(job);
  if (owner) writer.line(0, 'Controlled By:', `${owner.kind}/${owner.name}`);
  optional('Parallelism:', text(spec?.parallelism));
  writer.line(0, 'Completions:', text(spec?.completions) ?? '<unset>');
  optional('Completion Mode:', spec?.completionMode);
  optional('Suspend:', text(spec?.suspend));
  optional('Backoff Limit:', text(spec?.backoffLimit));
  optional('TTL Seconds After Finished:', text(spec?.ttlSecondsAfterFinished));
  const { startTime, completionTime, active = 0, ready, succeeded = 0, failed = 0 } = status;
  if (startTime) writer.line(0, 'Start Time:', longTime(startTime));
  if (completionTime) writer.line(0, 'Completed At:', longTime(completionTime));
  if (startTime && completionTime)
    writer.line(0, 'Duration:', humanDuration(fromTimestamp(completionTime) - fromTimestamp(startTime)));
  if (spec?.activeDeadlineSeconds !== undefined)
    writer.line(0, 'Active Deadline Seconds:', `${spec.activeDeadlineSeconds}s`);
  const isReady = ready === undefined ? '' : ` (${ready} Ready)`;
  writer.line(0, 'Pods Statuses:', `${active} Active${isReady} / ${succeeded} Succeeded / ${failed} Failed`);
  if (spec?.completionMode === 'Indexed')
    writer.line(0, 'Completed Indexes:', shortened(status.completedIndexes ?? ''));
  writeTemplate(writer, spec?.template ?? {});
  writeEvents(writer, events, now);
  return writer.text();
}

/** No longer than to the first comma after 50 letters. Source: capIndexesListOrNone. */
function shortened(indexes: string): string {
  if (indexes === '') return '<none>';
  const comma = indexes.indexOf(',', 50);
  return comma < 0 ? indexes : `${indexes.slice(0, comma + 1)}...`;
}
