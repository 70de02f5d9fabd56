import { isSame } from '../../../api/equal.ts';
import type { Service, ServicePort } from '../../../api/objects.ts';

type Spec = NonNullable<Service['spec']>;

/** What a Service of its type has. Source: pkg/registry/core/service/storage alloc.go, strategy.go. */
export const needsClusterIP = ({ type }: Spec): boolean => type !== 'ExternalName';
export const needsNodePorts = ({ type }: Spec): boolean => type === 'NodePort' || type === 'LoadBalancer';
export const getsNodePorts = (spec: Spec): boolean =>
  needsNodePorts(spec) && (spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false);
export const needsHealthCheckPort = ({ type, externalTrafficPolicy }: Spec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
const isOutside = (spec: Spec): boolean =>
  needsNodePorts(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0);
const isLoadBalancer = ({ type }: Spec): boolean => type === 'LoadBalancer';
const isInside = ({ type }: Spec): boolean => type !== 'ExternalName';
const isNamed = ({ type }: Spec): boolean => type === 'ExternalName';

/** Fields that go with the type: they go when the type goes, unless the user has changed them. */
const dependent: readonly [keyof Spec, (spec: Spec) => boolean][] = [
  ['clusterIP', needsClusterIP],
  ['clusterIPs', needsClusterIP],
  ['ipFamilies', needsClusterIP],
  ['ipFamilyPolicy', needsClusterIP],
  ['healthCheckNodePort', needsHealthCheckPort],
  ['allocateLoadBalancerNodePorts', isLoadBalancer],
  ['loadBalancerClass', isLoadBalancer],
  ['externalTrafficPolicy', isOutside],
  ['internalTrafficPolicy', isInside],
  ['externalName', isNamed],
];

const nodePortsOf = (spec: Spec): number[] =>
  (spec.ports ?? []).flatMap(({ nodePort }) => (nodePort ? [nodePort] : []));

const withoutNodePort = ({ nodePort: _nodePort, ...port }: ServicePort): ServicePort => port;

/** Takes off what a change of the type has made void. Source: dropTypeDependentFields. */
export function withoutVoidFields(next: Spec, old: Spec): Spec {
  const out = { ...next };
  for (const [field, needs] of dependent)
    if (needs(old) && !needs(next) && isSame(old[field], next[field])) delete out[field];
  const isSamePorts = isSame(nodePortsOf(next), nodePortsOf(old));
  if (out.ports && needsNodePorts(old) && !needsNodePorts(next) && isSamePorts)
    out.ports = out.ports.map(withoutNodePort);
  return out;
}

/** Keeps what the server has given and the client has left out. Source: patchAllocatedValues. */
export function withGiven(next: Spec, old: Spec): Spec {
  const out = { ...next };
  if (needsClusterIP(old) && needsClusterIP(next)) {
    if (!out.clusterIP && old.clusterIP) out.clusterIP = old.clusterIP;
    if (!out.clusterIPs?.length && old.clusterIPs && out.clusterIP === old.clusterIP) out.clusterIPs = old.clusterIPs;
  }
  if (needsNodePorts(old) && needsNodePorts(next)) out.ports = withGivenPorts(next, old);
  if (needsHealthCheckPort(old) && needsHealthCheckPort(next) && !out.healthCheckNodePort && old.healthCheckNodePort)
    out.healthCheckNodePort = old.healthCheckNodePort;
  return out;
}

function withGivenPorts(next: Spec, old: Spec): ServicePort[] {
  const asked = nodePortsOf(next);
  const used = new Set(nodePortsOf(old).filter((port) => asked.includes(port)));
  const byName = new Map((old.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]));
  return (next.ports ?? []).map((port) => {
    const before = byName.get(port.name ?? '');
    if (port.nodePort || !before || used.has(before)) return port;
    used.add(before);
    return { ...port, nodePort: before };
  });
}

/** Keeps `clusterIP` and the first of `clusterIPs` the same, whichever of them was written. Source: normalizeClusterIPs. */
export function withOneClusterIP(next: Spec, old?: Spec): Spec {
  const { clusterIP, clusterIPs = [] } = next;
  if (!old) return clusterIP && clusterIPs.length === 0 ? { ...next, clusterIPs: [clusterIP] } : next;
  const isListSame = isSame(clusterIPs, old.clusterIPs ?? []);
  if (!isListSame || clusterIP === old.clusterIP) return next;
  if (clusterIP) return { ...next, clusterIPs: [clusterIP] };
  const { clusterIPs: _same, ...rest } = next;
  return rest;
}

/** The families of addresses on a cluster that has IPv4 alone. Source: defaultOnWrite of alloc.go. */
export function withFamilies(spec: Spec): Spec {
  if (!needsClusterIP(spec)) return spec;
  const isHeadless = spec.clusterIP === 'None' || spec.clusterIPs?.[0] === 'None';
  // Nobody knows which addresses the endpoints will have.
  const hasBoth = isHeadless && Object.keys(spec.selector ?? {}).length === 0;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? (hasBoth ? 'RequireDualStack' : 'SingleStack');
  const families = hasBoth && ipFamilyPolicy !== 'SingleStack' ? both : one;
  return { ...spec, ipFamilyPolicy, ipFamilies: spec.ipFamilies?.length ? spec.ipFamilies : families };
}

const one: NonNullable<Spec['ipFamilies']> = ['IPv4'];
const both: NonNullable<Spec['ipFamilies']> = ['IPv4', 'IPv6'];
