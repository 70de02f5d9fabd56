import type { ConfigMap } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

export const configMapPrinter = printer<ConfigMap>(
  'ConfigMap',
  ['Name', 'Data', 'Age'],
  ({ metadata, data, binaryData }, now) => [
    metadata.name,
    Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length,
    ageSince(metadata.creationTimestamp, now),
  ],
);
