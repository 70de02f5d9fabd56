import type { ServiceSpec } from '../../../../api/objects.ts';

/** What a Service has by its type. Source: pkg/registry/core/service/storage storage.go, pkg/api/service util.go. */
export const needsClusterIP = ({ type }: ServiceSpec): boolean => type !== 'ExternalName';
export const needsNodePorts = ({ type }: ServiceSpec): boolean => type === 'NodePort' || type === 'LoadBalancer';
/** Whether ports get node ports that ask for none. */
export const givesNodePorts = (spec: ServiceSpec): boolean =>
  needsNodePorts(spec) && (spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false);
export const needsHealthCheckPort = ({ type, externalTrafficPolicy }: ServiceSpec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

/** The node ports of a Service's ports. */
export const nodePortsOf = ({ ports = [] }: ServiceSpec): number[] =>
  ports.flatMap(({ nodePort }) => (nodePort ? [nodePort] : []));
