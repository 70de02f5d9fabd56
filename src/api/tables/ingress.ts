import type { Ingress, IngressRule } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { loadBalancerAddresses, printer } from './printer.ts';

/**
 * The first three hosts; rules without one are not listed, but counted among those that are left out.
 * Source: printersinternal.formatHosts.
 */
function hosts(rules: readonly IngressRule[]): string {
  const named = rules.flatMap(({ host }, index) => (host ? [{ host, index }] : []));
  const shown = named.slice(0, 3).map(({ host }) => host);
  const third = named[2]?.index ?? rules.length;
  if (shown.length === 0) return '*';
  return `${shown.join(',')}${third < rules.length - 1 ? ` + ${rules.length - 3} more...` : ''}`;
}

export const ingressPrinter = printer<Ingress>(
  'Ingress',
  [
    nameColumn,
    text('Class', 'The name of the IngressClass resource that should be used for additional configuration'),
    text('Hosts', 'Hosts that incoming requests are matched against before the ingress rule'),
    text('Address', 'Address is a list containing ingress points for the load-balancer'),
    text('Ports', 'Ports of TLS configurations that open'),
    ageColumn,
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    spec?.ingressClassName ?? '<none>',
    hosts(spec?.rules ?? []),
    loadBalancerAddresses(status?.loadBalancer?.ingress).join(','),
    spec?.tls?.length ? '80, 443' : '80',
    ageSince(metadata.creationTimestamp, now),
  ],
);
