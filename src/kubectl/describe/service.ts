import type { EndpointSlice, Event, KubernetesObject, Service, ServicePort } from '../../api/objects.ts';
import { formatLabels } from '../../api/tables/labels.ts';
import { listWithMost, orNone } from '../../api/tables/printer.ts';
import { writeAnnotations, writeEvents, writeLabels } from './parts.ts';
import { createWriter } from './writer.ts';

/** What `kubectl describe service` prints; `slices` are the Service's own. Source: describe.describeService. */
export function describeService(
  service: Service & KubernetesObject,
  slices: readonly EndpointSlice[],
  events: readonly Event[] | undefined,
  now: number,
): string {
  const writer = createWriter();
  const { metadata, spec = {}, status } = service;
  const field = (title: string, value: string | undefined) => value && writer.line(0, `${title}:`, value);
  field('Name', metadata.name);
  field('Namespace', metadata.namespace);
  writeLabels(writer, 'Labels', metadata.labels);
  writeAnnotations(writer, metadata.annotations);
  field('Selector', formatLabels(spec.selector));
  field('Type', spec.type);
  field('IP Family Policy', spec.ipFamilyPolicy);
  field('IP Families', orNone(spec.ipFamilies?.join(',')));
  writer.line(0, 'IP:', spec.clusterIP ?? '');
  field('IPs', orNone(spec.clusterIPs?.join(',')));
  field('External IPs', spec.externalIPs?.join(','));
  field('Desired LoadBalancer IP', spec.loadBalancerIP);
  field('External Name', spec.externalName);
  const ingress = (status?.loadBalancer?.ingress ?? []).map(
    ({ ip, hostname, ipMode }) => `${ip || hostname || ''}${ipMode ? ` (${ipMode})` : ''}`,
  );
  field('LoadBalancer Ingress', ingress.join(', '));
  for (const port of spec.ports ?? []) {
    const name = port.name || '<unset>';
    const protocol = port.protocol ?? 'TCP';
    writer.line(0, 'Port:', name, `${port.port}/${protocol}`);
    if (port.targetPort !== undefined) writer.line(0, 'TargetPort:', `${port.targetPort || port.port}/${protocol}`);
    if (port.nodePort) writer.line(0, 'NodePort:', name, `${port.nodePort}/${protocol}`);
    writer.line(0, 'Endpoints:', endpointsOf(slices, port));
  }
  field('Session Affinity', spec.sessionAffinity);
  field('External Traffic Policy', spec.externalTrafficPolicy);
  field('Internal Traffic Policy', spec.internalTrafficPolicy);
  field('Traffic Distribution', spec.trafficDistribution);
  if (spec.healthCheckNodePort) field('HealthCheck NodePort', String(spec.healthCheckNodePort));
  field('LoadBalancer Source Ranges', spec.loadBalancerSourceRanges?.join(','));
  writeEvents(writer, events, now);
  return writer.text();
}

/** At most three ready addresses with the port. Source: describe.formatEndpointSlices. */
export function endpointsOf(slices: readonly EndpointSlice[], port: Pick<ServicePort, 'name'>): string {
  const addresses = slices.flatMap((slice) =>
    (slice.ports ?? [])
      .filter((own) => (own.name ?? '') === (port.name ?? ''))
      .flatMap((own) =>
        (slice.endpoints ?? [])
          .filter((endpoint) => endpoint.conditions?.ready !== false)
          .map((endpoint) => `${endpoint.addresses[0] ?? ''}:${own.port ?? ''}`),
      ),
  );
  return orNone(listWithMost(addresses, 3));
}
