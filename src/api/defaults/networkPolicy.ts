import type { NetworkPolicy, NetworkPolicyPort } from '../objects.ts';
import { mapShared } from './share.ts';

type Rule = { ports?: NetworkPolicyPort[] };

const withProtocol = (port: NetworkPolicyPort): NetworkPolicyPort =>
  port.protocol === undefined ? { ...port, protocol: 'TCP' } : port;

function defaultRule<T extends Rule>(rule: T): T {
  const ports = mapShared(rule.ports, withProtocol);
  return ports === rule.ports || !ports ? rule : { ...rule, ports };
}

/**
 * A NetworkPolicy with its defaults: ports of TCP, and policyTypes, which always hold Ingress, and Egress where there
 * are rules for it. Source: networking/v1 defaults.go SetDefaults_NetworkPolicy.
 */
export function defaultNetworkPolicy(policy: NetworkPolicy): NetworkPolicy {
  const spec = policy.spec ?? { podSelector: {} };
  const ingress = mapShared(spec.ingress, defaultRule);
  const egress = mapShared(spec.egress, defaultRule);
  const isTyped = Boolean(spec.policyTypes?.length);
  if (spec === policy.spec && isTyped && spec.podSelector && ingress === spec.ingress && egress === spec.egress)
    return policy;
  return {
    ...policy,
    spec: {
      ...spec,
      podSelector: spec.podSelector ?? {},
      ...(ingress && { ingress }),
      ...(egress && { egress }),
      ...(!isTyped && { policyTypes: spec.egress?.length ? ['Ingress', 'Egress'] : ['Ingress'] }),
    },
  };
}
