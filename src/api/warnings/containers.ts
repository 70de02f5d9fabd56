import type { ContainerPort, EnvVar, ObjectMeta, PodSpec } from '../objects.ts';
import { containersOf, type PlacedContainer } from '../podContainers.ts';
import { appArmorOfContainer, seccompOfContainer } from '../validation/pod/annotations.ts';
import { warningsForBytes } from './amounts.ts';
import { quoted } from './go.ts';

export const bytes = ['memory', 'ephemeral-storage'];

/** A name again is fine where its value builds upon the earlier one. */
function warningsForEnv(variables: EnvVar[] | undefined, field: string): string[] {
  const names = new Set<string>();
  return (variables ?? []).flatMap(({ name, value = '', valueFrom }, index) => {
    const isAgain = names.has(name);
    names.add(name);
    const earlier = `$(${name})`;
    if (!isAgain || (!valueFrom && value !== earlier && value.includes(earlier))) return [];
    return [`${field}[${index}]: hides previous definition of ${quoted(name)}, which may be dropped when using apply`];
  });
}

function warningsForProfiles(
  { container }: PlacedContainer,
  spec: PodSpec,
  { annotations }: ObjectMeta,
  field: string,
): string[] {
  const at = `${field}metadata.annotations`;
  const [seccomp, appArmor] = [seccompOfContainer + container.name, appArmorOfContainer + container.name];
  const { seccompProfile, appArmorProfile } = container.securityContext ?? {};
  const warnings: string[] = [];
  if (!seccompProfile && annotations?.[seccomp] !== undefined)
    warnings.push(`${at}[${seccomp}]: non-functional in v1.27+; use the "seccompProfile" field instead`);
  // A Pod's annotation becomes a field, of which the strategy tells (see appArmorFields.ts).
  const isTemplate = field !== '';
  const hasField = appArmorProfile ?? spec.securityContext?.appArmorProfile;
  if (isTemplate && !hasField && annotations?.[appArmor] !== undefined)
    warnings.push(`${at}[${appArmor}]: deprecated since v1.30; use the "appArmorProfile" field instead`);
  return warnings;
}

/** What is doubtful about each container; `field` is before `spec` and `metadata`. */
export function warningsForContainers(spec: PodSpec, metadata: ObjectMeta, field: string): string[] {
  return containersOf(spec, `${field}spec`).flatMap((placed) => {
    const { container, field: at } = placed;
    const { limits, requests } = container.resources ?? {};
    const ofBytes = bytes.flatMap((name) => [
      ...warningsForBytes(limits, [name], `${at}.resources.limits`),
      ...warningsForBytes(requests, [name], `${at}.resources.requests`),
    ]);
    return [
      ...warningsForProfiles(placed, spec, metadata, field),
      ...ofBytes,
      ...warningsForEnv(container.env, `${at}.env`),
    ];
  });
}

interface PlacedPort {
  port: ContainerPort;
  field: string;
}

/** A port as Go's `%+v` prints it. */
const goPort = ({ name = '', hostPort = 0, containerPort, protocol, hostIP = '' }: ContainerPort) =>
  `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;

function comparePorts(port: ContainerPort, other: ContainerPort): string | undefined {
  const [ip = '', otherIp = ''] = [port.hostIP, other.hostIP];
  const [host = 0, otherHost = 0] = [port.hostPort, other.hostPort];
  if (ip === otherIp && host === otherHost) return 'duplicate port definition';
  if (host === 0 || otherHost === 0) return 'overlapping port definition';
  return host === otherHost && (ip === '') !== (otherIp === '') ? 'dangerously ambiguous port definition' : undefined;
}

/** Ports of all containers that are in each other's way, and then names. */
export function warningsForPorts(spec: PodSpec, field: string): string[] {
  const ports: PlacedPort[] = containersOf(spec, field).flatMap(({ container, field: at }) =>
    (container.ports ?? []).map((port, index) => ({ port, field: `${at}.ports[${index}]` })),
  );
  const ofPorts = ports.flatMap(({ port, field: at }, index) => [
    ...(port.hostIP && !port.hostPort ? [`${at}: hostIP set without hostPort: ${goPort(port)}`] : []),
    ...ports.slice(0, index).flatMap(({ port: other, field: where }) => {
      const isSame = port.containerPort === other.containerPort && port.protocol === other.protocol;
      const wrong = isSame ? comparePorts(port, other) : undefined;
      return wrong ? [`${at}: ${wrong} with ${where}`] : [];
    }),
  ]);
  const names = new Map<string, string>();
  const ofNames = ports.flatMap(({ port: { name }, field: at }) => {
    if (!name) return [];
    const first = names.get(name);
    if (first === undefined) names.set(name, at);
    return first === undefined
      ? []
      : [
          `${at}: duplicate port name ${quoted(name)} with ${first}, services and probes that select ports by name will use ${first}`,
        ];
  });
  return [...ofPorts, ...ofNames];
}
