import { isExternallyAccessible } from '../../../../api/defaults/service.ts';
import { isSame } from '../../../../api/equal.ts';
import type { ServicePort, ServiceSpec } from '../../../../api/objects.ts';
import { needsClusterIP, needsHealthCheckPort, needsNodePorts, nodePortsOf } from './needs.ts';

const isLoadBalancer = ({ type }: ServiceSpec): boolean => type === 'LoadBalancer';

/** Fields that go with the type: they go when the type goes, unless the user has changed them. */
const dependent: readonly (readonly [(spec: ServiceSpec) => boolean, ...(keyof ServiceSpec)[]])[] = [
  [needsClusterIP, 'clusterIP', 'clusterIPs'],
  [needsClusterIP, 'ipFamilies'],
  [needsClusterIP, 'ipFamilyPolicy'],
  [needsHealthCheckPort, 'healthCheckNodePort'],
  [isLoadBalancer, 'allocateLoadBalancerNodePorts'],
  [isLoadBalancer, 'loadBalancerClass'],
  [isExternallyAccessible, 'externalTrafficPolicy'],
];

const withoutNodePort = ({ nodePort: _nodePort, ...port }: ServicePort): ServicePort => port;

/** Takes off what a change of the type has made void. Source: dropTypeDependentFields of the Service's strategy. */
export function withoutVoidFields(next: ServiceSpec, old: ServiceSpec): ServiceSpec {
  const out = { ...next };
  for (const [needs, ...fields] of dependent) {
    if (!needs(old) || needs(next) || !fields.every((field) => isSame(old[field], next[field]))) continue;
    for (const field of fields) delete out[field];
  }
  const before = nodePortsOf(old);
  const hasNoNew = nodePortsOf(next).every((port) => before.includes(port));
  if (out.ports && needsNodePorts(old) && !needsNodePorts(next) && hasNoNew) out.ports = out.ports.map(withoutNodePort);
  return out;
}
