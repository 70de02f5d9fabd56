import { controllerOf, type Event, type KubernetesObject, type Pod } from '../../api/objects.ts';
import { ageSince } from '../../api/tables/age.ts';
import { writeContainers, writeResources } from './container.ts';
import { longTime } from './longTime.ts';
import { writeAnnotations, writeEvents, writeLabels, writeSpread, writeTolerations } from './parts.ts';
import { writeVolumes } from './volumes.ts';
import { createWriter, type DescribeWriter } from './writer.ts';

/** What `kubectl describe pod` prints. Source: k8s.io/kubectl describe.describePod. */
export function describePod(pod: Pod & KubernetesObject, events: readonly Event[] | undefined, now: number): string {
  const writer = createWriter();
  const { spec, status } = pod;
  writeHead(writer, pod, now);
  writeAddresses(writer, pod);
  if (spec?.resources) {
    writer.line(0, 'Resources:');
    writeResources(writer, 1, spec.resources);
  }
  if (spec?.initContainers?.length)
    writeContainers(writer, 'Init Containers', spec.initContainers, status?.initContainerStatuses);
  writeContainers(writer, 'Containers', spec?.containers ?? [], status?.containerStatuses);
  if (spec?.ephemeralContainers?.length)
    writeContainers(writer, 'Ephemeral Containers', spec.ephemeralContainers, status?.ephemeralContainerStatuses);
  writeConditions(writer, pod);
  writeVolumes(writer, spec?.volumes);
  if (status?.qosClass) writer.line(0, 'QoS Class:', status.qosClass);
  writeLabels(writer, 'Node-Selectors', spec?.nodeSelector);
  writeTolerations(writer, spec?.tolerations);
  writeSpread(writer, spec?.topologySpreadConstraints);
  writeEvents(writer, events, now);
  return writer.text();
}

function writeHead(writer: DescribeWriter, { metadata, spec, status }: Pod & KubernetesObject, now: number): void {
  const field = (title: string, value: string | undefined) => value && writer.line(0, `${title}:`, value);
  field('Name', metadata.name);
  field('Namespace', metadata.namespace);
  if (spec?.priority !== undefined) field('Priority', String(spec.priority));
  field('Priority Class Name', spec?.priorityClassName);
  field('Runtime Class Name', spec?.runtimeClassName);
  field('Service Account', spec?.serviceAccountName);
  field('Node', spec?.nodeName ? `${spec.nodeName}/${status?.hostIP ?? ''}` : '<none>');
  field('Start Time', status?.startTime ? longTime(status.startTime) : undefined);
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  const final = status?.phase === 'Succeeded' || status?.phase === 'Failed';
  if (metadata.deletionTimestamp && !final) {
    field('Status', `Terminating (lasts ${ageSince(metadata.deletionTimestamp, now)})`);
    field('Termination Grace Period', `${metadata.deletionGracePeriodSeconds ?? 0}s`);
  } else writer.line(0, 'Status:', status?.phase ?? '');
  field('Reason', status?.reason);
  field('Message', status?.message);
  const seccomp = spec?.securityContext?.seccompProfile;
  field('SeccompProfile', seccomp?.type);
  field('LocalhostProfile', seccomp?.localhostProfile);
}

function writeAddresses(writer: DescribeWriter, pod: Pod & KubernetesObject): void {
  const { status } = pod;
  writer.line(0, 'IP:', status?.podIP ?? '');
  const addresses = status?.podIPs ?? [];
  writer.line(0, 'IPs:', ...(addresses.length === 0 ? ['<none>'] : []));
  for (const { ip } of addresses) writer.line(1, 'IP:', ip ?? '');
  const owner = controllerOf(pod);
  if (owner) writer.line(0, 'Controlled By:', `${owner.kind}/${owner.name}`);
  if (status?.nominatedNodeName) writer.line(0, 'NominatedNodeName:', status.nominatedNodeName);
}

function writeConditions(writer: DescribeWriter, { spec, status }: Pod): void {
  const conditions = status?.conditions ?? [];
  const gates = spec?.readinessGates ?? [];
  if (gates.length > 0) {
    writer.line(0, 'Readiness Gates:');
    writer.line(1, 'Type', 'Status');
    for (const { conditionType } of gates) {
      const found = conditions.find((condition) => condition.type === conditionType);
      writer.line(1, `${conditionType} `, `${found?.status ?? '<none>'} `);
    }
  }
  if (conditions.length === 0) return;
  writer.line(0, 'Conditions:');
  writer.line(1, 'Type', 'Status');
  for (const condition of conditions) writer.line(1, `${condition.type} `, `${condition.status} `);
}
