import type { Service } from '../objects.ts';
import { ageSince } from './age.ts';
import { orNone, printer } from './printer.ts';
import { formatLabels } from './selector.ts';

/** EXTERNAL-IP. Source: printersinternal.getServiceExternalIP. */
function externalIP(service: Service): string {
  const spec = service.spec ?? {};
  const given = (spec.externalIPs ?? []).join(',');
  switch (spec.type) {
    case 'LoadBalancer': {
      const balancer = (service.status?.loadBalancer?.ingress ?? []).map((entry) => entry.ip || entry.hostname || '');
      const addresses = [...new Set(balancer.filter(Boolean))].sort().join(',');
      if (given) return [...(addresses ? addresses.split(',') : []), ...(spec.externalIPs ?? [])].join(',');
      return addresses || '<pending>';
    }
    case 'ExternalName':
      return spec.externalName ?? '';
    default:
      return orNone(given);
  }
}

function ports(service: Service): string {
  const list = (service.spec?.ports ?? []).map(
    ({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol ?? 'TCP'}`,
  );
  return orNone(list.join(','));
}

export const servicePrinter = printer<Service>(
  'Service',
  ['Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', '+Selector'],
  (service, now) => [
    service.metadata.name,
    service.spec?.type ?? '',
    orNone(service.spec?.clusterIP),
    externalIP(service),
    ports(service),
    ageSince(service.metadata.creationTimestamp, now),
    formatLabels(service.spec?.selector),
  ],
);
