import { isSame } from '../../../../api/equal.ts';
import type { ServicePort, ServiceSpec } from '../../../../api/objects.ts';
import { needsClusterIP, needsHealthCheckPort, needsNodePorts, nodePortsOf } from './needs.ts';

/** Keeps what the server has given and the client has left out. Source: patchAllocatedValues. */
export function withGiven(next: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const out = { ...next };
  if (needsClusterIP(old) && needsClusterIP(next)) {
    if (!out.clusterIP && old.clusterIP) out.clusterIP = old.clusterIP;
    if (!out.clusterIPs?.length && old.clusterIPs) out.clusterIPs = old.clusterIPs;
  }
  if (next.ports && needsNodePorts(old) && needsNodePorts(next)) out.ports = withGivenPorts(next, next.ports, old);
  if (needsHealthCheckPort(old) && needsHealthCheckPort(next) && !out.healthCheckNodePort && old.healthCheckNodePort)
    out.healthCheckNodePort = old.healthCheckNodePort;
  return out;
}

/** A port is known by its name. */
function withGivenPorts(next: ServiceSpec, ports: ServicePort[], old: ServiceSpec): ServicePort[] {
  const asked = nodePortsOf(next);
  const used = nodePortsOf(old).filter((port) => asked.includes(port));
  const byName = new Map((old.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]));
  return ports.map((port) => {
    const before = byName.get(port.name ?? '');
    return port.nodePort || !before || used.includes(before) ? port : { ...port, nodePort: before };
  });
}

/** `clusterIPs` as meant by who wrote only one of `clusterIP` and `clusterIPs`. Source: normalizeClusterIPs. */
export function withClusterIPs(next: ServiceSpec, old: ServiceSpec | undefined): ServiceSpec {
  const { clusterIP, clusterIPs = [] } = next;
  if (!old) return clusterIP && clusterIPs.length === 0 ? { ...next, clusterIPs: [clusterIP] } : next;
  const before = old.clusterIPs ?? [];
  if ((clusterIP ?? '') === (old.clusterIP ?? ''))
    return clusterIPs.length === 0 && before.length > 0 ? { ...next, clusterIPs: before } : next;
  if (!isSame(clusterIPs, before)) return next;
  if (clusterIP) return { ...next, clusterIPs: [clusterIP] };
  const { clusterIPs: _cleared, ...rest } = next;
  return rest;
}
