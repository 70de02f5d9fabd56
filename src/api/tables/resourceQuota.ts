import type { ResourceQuota } from '../objects.ts';
import { canonicalQuantity } from '../quantity.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

const quantity = (text: string | number | undefined): string => canonicalQuantity(String(text ?? '0'));

export const resourceQuotaPrinter = printer<ResourceQuota>(
  'ResourceQuota',
  [
    nameColumn,
    text('Request', 'Request represents a minimum amount of cpu/memory that a container may consume.'),
    text(
      'Limit',
      'Limits control the maximum amount of cpu/memory that a container may use independent of contention on the node.',
    ),
    ageColumn,
  ],
  ({ metadata, status }, now) => {
    const { hard = {}, used = {} } = status ?? {};
    const show = (names: string[]) =>
      names.map((name) => `${name}: ${quantity(used[name])}/${quantity(hard[name])}`).join(', ');
    const names = Object.keys(hard).sort();
    return [
      metadata.name,
      show(names.filter((name) => !name.startsWith('limits.'))),
      show(names.filter((name) => name.startsWith('limits.'))),
      ageSince(metadata.creationTimestamp, now),
    ];
  },
);
