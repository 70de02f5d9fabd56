import type { ServiceAccount } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

export const serviceAccountPrinter = printer<ServiceAccount>('ServiceAccount', ['Name', 'Age'], ({ metadata }, now) => [
  metadata.name,
  ageSince(metadata.creationTimestamp, now),
]);
