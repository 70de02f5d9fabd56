import type { EndpointSlice } from '../objects.ts';
import { ageSince } from './age.ts';
import { listWithMost, printer } from './printer.ts';

/** At most three of the list; `<unset>` for an empty one. Source: printersinternal.formatDiscoveryPorts, formatDiscoveryEndpoints. */
const few = (list: readonly string[]): string => (list.length === 0 ? '<unset>' : listWithMost(list, 3));

export const endpointSlicePrinter = printer<EndpointSlice>(
  'EndpointSlice',
  ['Name', 'AddressType', 'Ports', 'Endpoints', 'Age'],
  (slice, now) => [
    slice.metadata.name,
    slice.addressType,
    few((slice.ports ?? []).map((port) => (port.port === undefined ? '*' : String(port.port)))),
    few((slice.endpoints ?? []).flatMap((endpoint) => endpoint.addresses)),
    ageSince(slice.metadata.creationTimestamp, now),
  ],
);
