import type { PodDisruptionBudget } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, integer, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

export const podDisruptionBudgetPrinter = printer<PodDisruptionBudget>(
  'PodDisruptionBudget',
  [
    nameColumn,
    text('Min Available', 'The minimum number of pods that must be available.'),
    text('Max Unavailable', 'The maximum number of pods that may be unavailable.'),
    integer('Allowed Disruptions', 'Calculated number of pods that may be disrupted at this time.'),
    ageColumn,
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    String(spec?.minAvailable ?? 'N/A'),
    String(spec?.maxUnavailable ?? 'N/A'),
    status?.disruptionsAllowed ?? 0,
    ageSince(metadata.creationTimestamp, now),
  ],
);
