import type { Secret } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

export const secretPrinter = printer<Secret>(
  'Secret',
  ['Name', 'Type', 'Data', 'Age'],
  ({ metadata, type, data }, now) => [
    metadata.name,
    type ?? '',
    Object.keys(data ?? {}).length,
    ageSince(metadata.creationTimestamp, now),
  ],
);
