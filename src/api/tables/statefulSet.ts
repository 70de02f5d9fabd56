import type { StatefulSet } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, containersColumn, imagesColumn, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const statefulSetPrinter = printer<StatefulSet>(
  'StatefulSet',
  [
    nameColumn,
    text('Ready', 'Number of the pod with ready state'),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
    ageSince(metadata.creationTimestamp, now),
    ...containerCells(spec?.template),
  ],
);
