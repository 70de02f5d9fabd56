import type { Endpoints } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { listWithMost, printer } from './printer.ts';

/** Ready addresses with each port. Source: printersinternal.formatEndpoints, net.JoinHostPort. */
function addresses({ subsets = [] }: Endpoints): string {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap(({ addresses: ready = [], ports = [] }) =>
    ports.length === 0
      ? ready.map(({ ip }) => ip)
      : ports.flatMap(({ port }) => ready.map(({ ip }) => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`)),
  );
  return listWithMost(all, 3);
}

export const endpointsPrinter = printer<Endpoints>(
  'Endpoints',
  [
    nameColumn,
    text(
      'Endpoints',
      'The set of all endpoints is the union of all subsets. Addresses are placed into subsets according to the IPs they share. A single address with multiple ports, some of which are ready and some of which are not (because they come from different containers) will result in the address being displayed in different subsets for the different ports. No address will appear in both Addresses and NotReadyAddresses in the same subset. Sets of addresses and ports that comprise a service.',
    ),
    ageColumn,
  ],
  (object, now) => [object.metadata.name, addresses(object), ageSince(object.metadata.creationTimestamp, now)],
);
