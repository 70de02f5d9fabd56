import type { Ingress } from '../objects.ts';
import { ageSince } from './age.ts';
import { listWithMost, orNone, printer } from './printer.ts';

export const ingressPrinter = printer<Ingress>(
  'Ingress',
  ['Name', 'Class', 'Hosts', 'Address', 'Ports', 'Age'],
  ({ metadata, spec, status }, now) => {
    const hosts = (spec?.rules ?? []).map((rule) => rule.host || '*');
    const addresses = (status?.loadBalancer?.ingress ?? []).map((entry) => entry.ip || entry.hostname || '');
    return [
      metadata.name,
      orNone(spec?.ingressClassName),
      hosts.length === 0 ? '*' : listWithMost(hosts, 3),
      [...new Set(addresses.filter(Boolean))].sort().join(','),
      spec?.tls?.length ? '80, 443' : '80',
      ageSince(metadata.creationTimestamp, now),
    ];
  },
);
