import type { Event, KubernetesObject, PersistentVolumeClaim, Pod, StatefulSet } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { longTime } from './longTime.ts';
import { writeAnnotations, writeEvents, writeLabels } from './parts.ts';
import { writePodsStatus } from './podsStatus.ts';
import { writeTemplate } from './template.ts';
import { createWriter, type DescribeWriter } from './writer.ts';

/** What `kubectl describe sts` prints; `pods` are the StatefulSet's own. Source: describe.describeStatefulSet. */
export function describeStatefulSet(
  { metadata, spec, status }: StatefulSet & KubernetesObject,
  pods: readonly Pod[],
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'CreationTimestamp:', longTime(metadata.creationTimestamp));
  writer.line(0, 'Selector:', formatLabelSelector(spec?.selector));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  writer.line(0, 'Replicas:', `${spec?.replicas ?? 0} desired | ${status?.replicas ?? 0} total`);
  writer.line(0, 'Update Strategy:', spec?.updateStrategy?.type ?? '');
  const { partition } = spec?.updateStrategy?.rollingUpdate ?? {};
  if (partition !== undefined) writer.line(1, 'Partition:', String(partition));
  writePodsStatus(writer, pods);
  writeTemplate(writer, spec?.template ?? {});
  writeClaimTemplates(writer, spec?.volumeClaimTemplates ?? []);
  writeEvents(writer, events, now);
  return writer.text();
}

function writeClaimTemplates(writer: DescribeWriter, templates: readonly PersistentVolumeClaim[]): void {
  if (templates.length === 0) {
    writer.line(0, 'Volume Claims:', '<none>');
    return;
  }
  writer.line(0, 'Volume Claims:');
  for (const { metadata, spec } of templates) {
    writer.line(1, 'Name:', metadata?.name ?? '');
    const classAnnotation = metadata?.annotations?.['volume.beta.kubernetes.io/storage-class'];
    writer.line(1, 'StorageClass:', classAnnotation ?? spec?.storageClassName ?? '');
    writeIndented(writer, 'Labels', metadata?.labels);
    writeIndented(writer, 'Annotations', metadata?.annotations);
    writer.line(1, 'Capacity:', String(spec?.resources?.requests?.storage ?? '<default>'));
    writer.line(1, 'Access Modes:', `[${(spec?.accessModes ?? []).join(' ')}]`);
  }
}

function writeIndented(writer: DescribeWriter, title: string, map: Record<string, string> = {}): void {
  const sorted = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) writer.line(1, `${title}:`, '<none>');
  for (const [index, [key, value]] of sorted.entries())
    writer.line(1, index === 0 ? `${title}:` : '', `${key}=${value}`);
}
