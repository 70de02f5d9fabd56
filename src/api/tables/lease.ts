import type { Lease } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const leasePrinter = printer<Lease>(
  'Lease',
  [
    nameColumn,
    text(
      'Holder',
      'holderIdentity contains the identity of the holder of a current lease. If Coordinated Leader Election is used, the holder identity must be equal to the elected LeaseCandidate.metadata.name field.',
    ),
    ageColumn,
  ],
  ({ metadata, spec }, now) => [metadata.name, spec?.holderIdentity ?? '', ageSince(metadata.creationTimestamp, now)],
);
