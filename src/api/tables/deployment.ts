import type { Deployment } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { ageSince } from './age.ts';
import { ageColumn, containersColumn, imagesColumn, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const deploymentPrinter = printer<Deployment>(
  'Deployment',
  [
    nameColumn,
    text('Ready', 'Number of the pod with ready state'),
    text(
      'Up-to-date',
      'Total number of non-terminating pods targeted by this deployment that have the desired template spec.',
    ),
    text(
      'Available',
      'Total number of available non-terminating pods (ready for at least minReadySeconds) targeted by this deployment.',
    ),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
    wide(
      text(
        'Selector',
        'Label selector for pods. Existing ReplicaSets whose pods are selected by this will be the ones affected by this deployment.',
      ),
    ),
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
    status?.updatedReplicas ?? 0,
    status?.availableReplicas ?? 0,
    ageSince(metadata.creationTimestamp, now),
    ...containerCells(spec?.template),
    formatLabelSelector(spec?.selector),
  ],
);
