import type { EndpointSlice, Endpoints } from '../objects.ts';
import { warningsForAddress } from './addresses.ts';

const controllers = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** What the server's own controllers write is not looked at. Source: pkg/registry/core/endpoint/strategy.go. */
export function warningsForEndpoints({ metadata, subsets = [] }: Endpoints): string[] {
  if (metadata?.labels?.['endpoints.kubernetes.io/managed-by'] === 'endpoint-controller') return [];
  return subsets.flatMap((subset, index) =>
    (['addresses', 'notReadyAddresses'] as const).flatMap((name) =>
      (subset[name] ?? []).flatMap(({ ip }, at) => warningsForAddress(ip, `subsets[${index}].${name}[${at}].ip`)),
    ),
  );
}

/** Source: pkg/registry/discovery/endpointslice/strategy.go. */
export function warningsForEndpointSlice(
  { metadata, addressType, endpoints }: EndpointSlice,
  old: EndpointSlice | undefined,
): string[] {
  const warnings = !old && addressType === 'FQDN' ? ['spec.addressType: FQDN endpoints are deprecated'] : [];
  if (controllers.includes(metadata?.labels?.['endpointslice.kubernetes.io/managed-by'] ?? '')) return warnings;
  // A list of none is written as null.
  const addresses = (endpoints ?? []).flatMap((endpoint, index) =>
    (endpoint.addresses ?? []).flatMap((address, at) =>
      warningsForAddress(address, `endpoints[${index}].addresses[${at}]`),
    ),
  );
  return [...warnings, ...addresses];
}
