import type { Deployment, Event, KubernetesObject, ReplicaSet } from '../../api/objects.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { longTime } from './longTime.ts';
import { writeAnnotations, writeConditions, writeEvents, writeLabels } from './parts.ts';
import { writeTemplate } from './template.ts';
import { createWriter, type DescribeWriter } from './writer.ts';

/** The ReplicaSets of a Deployment: those of former templates, and that of the present one. */
export interface RolloutReplicaSets {
  old: readonly (ReplicaSet & KubernetesObject)[];
  current?: (ReplicaSet & KubernetesObject) | undefined;
}

/** What `kubectl describe deployment` prints. Source: describe.describeDeployment. */
export function describeDeployment(
  { metadata, spec, status }: Deployment & KubernetesObject,
  replicaSets: RolloutReplicaSets,
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  writer.line(0, 'Name:', metadata.name);
  writer.line(0, 'Namespace:', metadata.namespace ?? '');
  writer.line(0, 'CreationTimestamp:', longTime(metadata.creationTimestamp));
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  writer.line(0, 'Selector:', formatLabelSelector(spec?.selector));
  const counts = [
    `${spec?.replicas ?? 0} desired`,
    `${status?.updatedReplicas ?? 0} updated`,
    `${status?.replicas ?? 0} total`,
    `${status?.availableReplicas ?? 0} available`,
    `${status?.unavailableReplicas ?? 0} unavailable`,
  ];
  writer.line(0, 'Replicas:', counts.join(' | '));
  writer.line(0, 'StrategyType:', spec?.strategy?.type ?? '');
  writer.line(0, 'MinReadySeconds:', String(spec?.minReadySeconds ?? 0));
  const rolling = spec?.strategy?.rollingUpdate;
  if (rolling)
    writer.line(
      0,
      'RollingUpdateStrategy:',
      `${rolling.maxUnavailable ?? 0} max unavailable, ${rolling.maxSurge ?? 0} max surge`,
    );
  writeTemplate(writer, spec?.template ?? {});
  writeConditions(writer, status?.conditions);
  writeReplicaSets(writer, replicaSets);
  writeEvents(writer, events, now);
  return writer.text();
}

function writeReplicaSets(writer: DescribeWriter, { old, current }: RolloutReplicaSets): void {
  if (old.length === 0 && !current) return;
  const text = ({ metadata, spec, status }: ReplicaSet & KubernetesObject): string =>
    `${metadata.name} (${status?.replicas ?? 0}/${spec?.replicas ?? 0} replicas created)`;
  writer.line(0, 'OldReplicaSets:', old.map(text).join(', ') || '<none>');
  writer.line(0, 'NewReplicaSet:', current ? text(current) : '<none>');
}
