import { controllerOf, type Event, type KubernetesObject, type Pod, type ReplicaSet } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { writeAnnotations, writeConditions, writeEvents, writeLabels } from './parts.ts';
import { writePodsStatus } from './podsStatus.ts';
import { writeTemplate } from './template.ts';
import { createWriter } from './writer.ts';

/** What `kubectl describe rs` prints; `pods` are the ReplicaSet's own. Source: describe.describeReplicaSet. */
export function describeReplicaSet(
  replicaSet: ReplicaSet & KubernetesObject,
  pods: readonly Pod[],
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  const { metadata, spec, status } = replicaSet;
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'Selector:', formatLabelSelector(spec?.selector));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  const owner = controllerOf(replicaSet);
  if (owner) writer.line(0, 'Controlled By:', `${owner.kind}/${owner.name}`);
  writer.line(0, 'Replicas:', `${status?.replicas ?? 0} current / ${spec?.replicas ?? 0} desired`);
  writePodsStatus(writer, pods);
  writeTemplate(writer, spec?.template ?? {});
  writeConditions(writer, status?.conditions);
  writeEvents(writer, events, now);
  return writer.text();
}
