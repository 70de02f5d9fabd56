import type { RuntimeClass } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const runtimeClassPrinter = printer<RuntimeClass>(
  'RuntimeClass',
  [nameColumn, text('Handler', ''), ageColumn],
  ({ metadata, handler }, now) => [metadata.name, handler, ageSince(metadata.creationTimestamp, now)],
);
