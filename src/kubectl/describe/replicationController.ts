import type { Event, KubernetesObject, Pod, ReplicationController } from '../../api/objects.ts';
import { formatLabels } from '../../api/tables/labels.ts';
import { writeAnnotations, writeConditions, writeEvents, writeLabels } from './parts.ts';
import { writePodsStatus } from './podsStatus.ts';
import { writeTemplate } from './template.ts';
import { createWriter } from './writer.ts';

/** What `kubectl describe rc` prints; `pods` are its own. Source: describe.describeReplicationController. */
export function describeReplicationController(
  { metadata, spec, status }: ReplicationController & KubernetesObject,
  pods: readonly Pod[],
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'Selector:', formatLabels(spec?.selector));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  writer.line(0, 'Replicas:', `${status?.replicas ?? 0} current / ${spec?.replicas ?? 0} desired`);
  writePodsStatus(writer, pods);
  writeTemplate(writer, spec?.template ?? {});
  writeConditions(writer, status?.conditions);
  writeEvents(writer, events, now);
  return writer.text();
}
