import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  EnvVar,
  Probe,
  ResourceRequirements,
} from '../../api/objects.ts';
import { longTime } from './longTime.ts';
import type { DescribeWriter } from './writer.ts';

/** A list of containers with what is known of each; in templates it is indented oddly. Source: describe.describeContainers. */
export function writeContainers(
  writer: DescribeWriter,
  title: string,
  containers: readonly Container[],
  statuses: readonly ContainerStatus[] | undefined,
  isTemplate = false,
): void {
  writer.line(isTemplate ? 1 : 0, `${title}:`);
  for (const container of containers) {
    const status = (statuses ?? []).find((candidate) => candidate.name === container.name);
    writer.line(1, `${isTemplate ? ' ' : ''}${container.name}:`);
    writeBasics(writer, container, status);
    writeWords(writer, 'Command', container.command);
    writeWords(writer, 'Args', container.args);
    if (status) writeStatus(writer, status);
    writeResources(writer, 2, container.resources);
    writeProbe(writer, 'Liveness', container.livenessProbe);
    writeProbe(writer, 'Readiness', container.readinessProbe);
    writeProbe(writer, 'Startup', container.startupProbe);
    writeEnvFrom(writer, container);
    writeEnv(writer, container.env ?? []);
    writeMounts(writer, container);
  }
}

function writeBasics(writer: DescribeWriter, container: Container, status: ContainerStatus | undefined): void {
  if (status) writer.line(2, 'Container ID:', status.containerID ?? '');
  writer.line(2, 'Image:', container.image ?? '');
  if (status) writer.line(2, 'Image ID:', status.imageID ?? '');
  const ports = container.ports ?? [];
  const many = ports.length > 1 ? 's' : '';
  writer.line(
    2,
    `Port${many}:`,
    portList(ports, (port) => port.containerPort),
  );
  writer.line(
    2,
    `Host Port${many}:`,
    portList(ports, (port) => port.hostPort ?? 0),
  );
}

function portList(ports: readonly ContainerPort[], number: (port: ContainerPort) => number): string {
  const texts = ports.map((port) => `${number(port)}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`);
  return texts.join(', ') || '<none>';
}

function writeWords(writer: DescribeWriter, title: string, words: readonly string[] | undefined): void {
  if (!words?.length) return;
  writer.line(2, `${title}:`);
  for (const word of words) for (const line of word.split('\n')) writer.line(3, line);
}

function writeStatus(writer: DescribeWriter, status: ContainerStatus): void {
  writeState(writer, 'State', status.state);
  if (status.lastState?.terminated) writeState(writer, 'Last State', status.lastState);
  writer.line(2, 'Ready:', status.ready ? 'True' : 'False');
  writer.line(2, 'Restart Count:', String(status.restartCount));
}

function writeState(writer: DescribeWriter, title: string, state: ContainerState | undefined): void {
  const ended = state?.terminated;
  if (state?.running) {
    writer.line(2, `${title}:`, 'Running');
    writer.line(3, 'Started:', state.running.startedAt ? longTime(state.running.startedAt) : '');
  } else if (ended) {
    writer.line(2, `${title}:`, 'Terminated');
    if (ended.reason) writer.line(3, 'Reason:', ended.reason);
    if (ended.message) writer.line(3, 'Message:', ended.message);
    writer.line(3, 'Exit Code:', String(ended.exitCode));
    if (ended.signal) writer.line(3, 'Signal:', String(ended.signal));
    writer.line(3, 'Started:', timeOrBeginning(ended.startedAt));
    writer.line(3, 'Finished:', timeOrBeginning(ended.finishedAt));
  } else {
    writer.line(2, `${title}:`, 'Waiting');
    if (state?.waiting?.reason) writer.line(3, 'Reason:', state.waiting.reason);
  }
}

/** Go prints a time that is not set as the year 1. */
const timeOrBeginning = (timestamp: string | null | undefined): string =>
  timestamp ? longTime(timestamp) : 'Mon, 01 Jan 0001 00:00:00 +0000';

/** Limits and requests, each sorted by name. Source: describe.describeResources. */
export function writeResources(
  writer: DescribeWriter,
  level: number,
  resources: Pick<ResourceRequirements, 'limits' | 'requests'> | undefined,
): void {
  for (const [title, amounts] of [
    ['Limits', resources?.limits],
    ['Requests', resources?.requests],
  ] as const) {
    const sorted = Object.entries(amounts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    if (sorted.length > 0) writer.line(level, `${title}:`);
    for (const [name, amount] of sorted) writer.line(level + 1, `${name}:`, String(amount));
  }
}

function writeProbe(writer: DescribeWriter, title: string, probe: Probe | undefined): void {
  if (probe) writer.line(2, `${title}:`, describeProbe(probe));
}

/** `http-get http://:80/ delay=0s timeout=1s period=10s #success=1 #failure=3`. Source: describe.DescribeProbe. */
export function describeProbe(probe: Probe): string {
  const numbers = [
    `delay=${probe.initialDelaySeconds ?? 0}s`,
    `timeout=${probe.timeoutSeconds ?? 0}s`,
    `period=${probe.periodSeconds ?? 0}s`,
    `#success=${probe.successThreshold ?? 0}`,
    `#failure=${probe.failureThreshold ?? 0}`,
  ].join(' ');
  return `${describeHandler(probe)} ${numbers}`;
}

function describeHandler(probe: Probe): string {
  const { exec, httpGet, tcpSocket, grpc } = probe;
  if (exec) return `exec [${(exec.command ?? []).join(' ')}]`;
  if (httpGet) {
    const path = httpGet.path ?? '';
    const host = `${httpGet.host ?? ''}${httpGet.port === '' ? '' : `:${httpGet.port}`}`;
    const slash = path && !path.startsWith('/') ? '/' : '';
    return `http-get ${(httpGet.scheme ?? '').toLowerCase()}://${host}${slash}${path}`;
  }
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port}`;
  if (grpc) return `grpc <pod>:${grpc.port} ${grpc.service ?? ''}`;
  return 'unknown';
}

function writeEnvFrom(writer: DescribeWriter, container: Container): void {
  const sources = container.envFrom ?? [];
  if (sources.length > 0) writer.line(2, 'Environment Variables from:');
  for (const { prefix, configMapRef, secretRef } of sources) {
    const reference = configMapRef ?? secretRef;
    const kind = `${configMapRef ? 'ConfigMap' : 'Secret'}${prefix ? ` with prefix '${prefix}'` : ''}`;
    writer.line(3, reference?.name ?? '', kind, `Optional: ${reference?.optional ?? false}`);
  }
}

function writeEnv(writer: DescribeWriter, env: readonly EnvVar[]): void {
  writer.line(2, 'Environment:', ...(env.length === 0 ? ['<none>'] : []));
  for (const { name, value, valueFrom } of env) {
    const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom ?? {};
    const optional = (reference: { optional?: boolean }) => `Optional: ${reference.optional ?? false}`;
    if (fieldRef) writer.line(3, `${name}:`, ` (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})`);
    else if (resourceFieldRef)
      writer.line(3, `${name}:`, `${resourceFieldRef.divisor ?? 0} (${resourceFieldRef.resource})`);
    else if (secretKeyRef)
      writer.line(
        3,
        `${name}:`,
        `<set to the key '${secretKeyRef.key}' in secret '${secretKeyRef.name}'>`,
        optional(secretKeyRef),
      );
    else if (configMapKeyRef)
      writer.line(
        3,
        `${name}:`,
        `<set to the key '${configMapKeyRef.key}' of config map '${configMapKeyRef.name}'>`,
        optional(configMapKeyRef),
      );
    else
      for (const [index, line] of (value ?? '').split('\n').entries())
        writer.line(3, index === 0 ? `${name}:` : '', line);
  }
}

function writeMounts(writer: DescribeWriter, container: Container): void {
  const mounts = [...(container.volumeMounts ?? [])].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  writer.line(2, 'Mounts:', ...(mounts.length === 0 ? ['<none>'] : []));
  for (const mount of mounts) {
    const how = [mount.readOnly ? 'ro' : 'rw', ...(mount.subPath ? [`path="${mount.subPath}"`] : [])].join(',');
    writer.line(3, `${mount.mountPath} from ${mount.name} (${how})`);
  }
  const devices = container.volumeDevices ?? [];
  if (devices.length > 0) writer.line(2, 'Devices:');
  for (const device of devices) writer.line(3, `${device.devicePath} from ${device.name}`);
}
