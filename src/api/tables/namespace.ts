import type { Namespace } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

export const namespacePrinter = printer<Namespace>(
  'Namespace',
  ['Name', 'Status', 'Age'],
  ({ metadata, status }, now) => [metadata.name, status?.phase ?? '', ageSince(metadata.creationTimestamp, now)],
);
