import type { ServiceAccount } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn } from './columns.ts';
import { printer } from './printer.ts';

export const serviceAccountPrinter = printer<ServiceAccount>(
  'ServiceAccount',
  [nameColumn, ageColumn],
  ({ metadata }, now) => [metadata.name, ageSince(metadata.creationTimestamp, now)],
);
