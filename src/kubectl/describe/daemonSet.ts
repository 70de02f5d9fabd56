import type { DaemonSet, Event, KubernetesObject, Pod } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { formatLabels } from '../../api/tables/labels.ts';
import { writeAnnotations, writeEvents, writeLabels } from './parts.ts';
import { writePodsStatus } from './podsStatus.ts';
import { writeTemplate } from './template.ts';
import { createWriter } from './writer.ts';

/** What `kubectl describe ds` prints; `pods` are the DaemonSet's own. Source: describe.describeDaemonSet. */
export function describeDaemonSet(
  { metadata, spec, status }: DaemonSet & KubernetesObject,
  pods: readonly Pod[],
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'Selector:', formatLabelSelector(spec?.selector));
  writer.line(0, 'Node-Selector:', formatLabels(spec?.template.spec?.nodeSelector));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  writer.line(0, `Desired Number of Nodes Scheduled: ${status?.desiredNumberScheduled ?? 0}`);
  writer.line(0, `Current Number of Nodes Scheduled: ${status?.currentNumberScheduled ?? 0}`);
  writer.line(0, `Number of Nodes Scheduled with Up-to-date Pods: ${status?.updatedNumberScheduled ?? 0}`);
  writer.line(0, `Number of Nodes Scheduled with Available Pods: ${status?.numberAvailable ?? 0}`);
  writer.line(0, `Number of Nodes Misscheduled: ${status?.numberMisscheduled ?? 0}`);
  writePodsStatus(writer, pods);
  writeTemplate(writer, spec?.template ?? {});
  writeEvents(writer, events, now);
  return writer.text();
}
