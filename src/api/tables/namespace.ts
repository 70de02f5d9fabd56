import type { Namespace } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const namespacePrinter = printer<Namespace>(
  'Namespace',
  [nameColumn, text('Status', 'The status of the namespace'), ageColumn],
  ({ metadata, status }, now) => [metadata.name, status?.phase ?? '', ageSince(metadata.creationTimestamp, now)],
);
