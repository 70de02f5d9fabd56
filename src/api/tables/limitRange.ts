import type { LimitRange } from '../objects.ts';
import { createdAtColumn, nameColumn } from './columns.ts';
import { printer } from './printer.ts';

export const limitRangePrinter = printer<LimitRange>('LimitRange', [nameColumn, createdAtColumn], ({ metadata }) => [
  metadata.name,
  metadata.creationTimestamp,
]);
