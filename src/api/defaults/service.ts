import type { Service, ServicePort, ServiceSpec } from '../objects.ts';
import { mapShared } from './share.ts';

function port(given: ServicePort): ServicePort {
  const targetPort = given.targetPort || given.port;
  if (given.protocol && targetPort === given.targetPort) return given;
  return { ...given, protocol: given.protocol || 'TCP', targetPort };
}

/** Whether anybody outside the cluster may come in. Source: pkg/api/v1/service ExternallyAccessible. */
export function isExternallyAccessible(spec: ServiceSpec): boolean {
  const type = spec.type || 'ClusterIP';
  return (
    type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0)
  );
}

type Status = NonNullable<Service['status']>;

/** An address of a load balancer is one that its Nodes know of. */
function withModes(status: Status, { type }: ServiceSpec): Status {
  const ingress = mapShared(status.loadBalancer?.ingress, (entry) =>
    type === 'LoadBalancer' && entry.ip && entry.ipMode === undefined ? { ...entry, ipMode: 'VIP' } : entry,
  );
  return ingress === status.loadBalancer?.ingress || !ingress
    ? status
    : { ...status, loadBalancer: { ...status.loadBalancer, ingress } };
}

/** A Service with its defaults; addresses and node ports are allocated later, by the server. Source: SetDefaults_Service. */
export function defaultService(service: Service): Service {
  const given = service.spec ?? {};
  const spec: ServiceSpec = {
    ...given,
    sessionAffinity: given.sessionAffinity || 'None',
    type: given.type || 'ClusterIP',
  };
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig;
  if (spec.sessionAffinity === 'ClientIP' && spec.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined)
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: 10800 } };
  if (given.ports) spec.ports = mapShared(given.ports, port);
  if (isExternallyAccessible(spec)) spec.externalTrafficPolicy ||= 'Cluster';
  if (['ClusterIP', 'NodePort', 'LoadBalancer'].includes(spec.type ?? '')) spec.internalTrafficPolicy ??= 'Cluster';
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true;
  return { ...service, spec, status: withModes(service.status ?? { loadBalancer: {} }, spec) };
}
