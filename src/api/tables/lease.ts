import type { Lease } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

export const leasePrinter = printer<Lease>('Lease', ['Name', 'Holder', 'Age'], ({ metadata, spec }, now) => [
  metadata.name,
  spec?.holderIdentity ?? '',
  ageSince(metadata.creationTimestamp, now),
]);
