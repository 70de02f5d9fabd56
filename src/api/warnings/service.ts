import type { Service, ServiceSpec } from '../objects.ts';
import { warningsForAddress, warningsForNetwork } from './addresses.ts';
import { quoted } from './go.ts';

const hints = 'service.kubernetes.io/topology-aware-hints';
const mode = 'service.kubernetes.io/topology-mode';

const forAll = (list: string[] | undefined, field: string, look: (text: string, field: string) => string[]): string[] =>
  (list ?? []).flatMap((text, index) => look(text, `${field}[${index}]`));

const warningsForHeadless = ({ loadBalancerIP, externalIPs = [], sessionAffinity }: ServiceSpec): string[] => [
  ...(loadBalancerIP ? ['spec.loadBalancerIP is ignored for headless services'] : []),
  ...(externalIPs.length > 0 ? ['spec.externalIPs is ignored for headless services'] : []),
  ...(sessionAffinity !== 'None' ? ['spec.SessionAffinity is ignored for headless services'] : []),
];

/** Fields that mean nothing for the type. */
function warningsForType({ type, externalIPs = [], externalName }: ServiceSpec): string[] {
  const named = quoted('ExternalName');
  if (type === 'ExternalName')
    return externalIPs.length > 0 ? [`spec.externalIPs is ignored when spec.type is ${named}`] : [];
  return externalName ? [`spec.externalName is ignored when spec.type is not ${named}`] : [];
}

/** What is unwise about a Service. Source: pkg/api/service GetWarningsForService. */
export function warningsForService({ metadata, spec = {} }: Service): string[] {
  const { type, clusterIP, clusterIPs, externalIPs, loadBalancerIP, trafficDistribution } = spec;
  const isHeadless = type === 'ClusterIP' && clusterIP === 'None';
  const isReachable = !isHeadless && type !== 'ExternalName' && (externalIPs?.length ?? 0) > 0;
  return [
    ...(metadata?.annotations?.[hints] !== undefined
      ? [`annotation ${hints} is deprecated, please use ${mode} instead`]
      : []),
    ...(clusterIP && clusterIP !== 'None' ? forAll(clusterIPs, 'spec.clusterIPs', warningsForAddress) : []),
    ...(isHeadless ? warningsForHeadless(spec) : []),
    ...forAll(externalIPs, 'spec.externalIPs', warningsForAddress),
    ...(isReachable ? ['spec.externalIPs is deprecated and may no longer be implemented in some clusters'] : []),
    ...warningsForAddress(loadBalancerIP, 'spec.loadBalancerIP'),
    ...forAll(spec.loadBalancerSourceRanges, 'spec.loadBalancerSourceRanges', warningsForNetwork),
    ...warningsForType(spec),
    ...(trafficDistribution === 'PreferClose'
      ? ['spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"']
      : []),
  ];
}
