import type { NetworkPolicy, NetworkPolicyPeer } from '../objects.ts';
import { warningsForNetwork } from './addresses.ts';

const warningsForPeers = (peers: NetworkPolicyPeer[] | undefined, field: string): string[] =>
  (peers ?? []).flatMap(({ ipBlock }, index) => {
    if (!ipBlock) return [];
    const at = `${field}[${index}].ipBlock`;
    return [
      ...warningsForNetwork(ipBlock.cidr, `${at}.cidr`),
      ...(ipBlock.except ?? []).flatMap((text, hole) => warningsForNetwork(text, `${at}.except[${hole}]`)),
    ];
  });

/** What is unusual about the networks of a NetworkPolicy. Source: pkg/registry/networking/networkpolicy/strategy.go. */
export const warningsForNetworkPolicy = ({ spec }: NetworkPolicy): string[] => [
  ...(spec?.ingress ?? []).flatMap(({ from }, index) => warningsForPeers(from, `spec.ingress[${index}].from`)),
  ...(spec?.egress ?? []).flatMap(({ to }, index) => warningsForPeers(to, `spec.egress[${index}].to`)),
];
