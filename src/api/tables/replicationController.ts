import type { ReplicationController } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, containersColumn, imagesColumn, integer, nameColumn, text, wide } from './columns.ts';
import { formatLabels } from './labels.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const replicationControllerPrinter = printer<ReplicationController>(
  'ReplicationController',
  [
    nameColumn,
    integer(
      'Desired',
      'Replicas is the number of desired replicas. This is a pointer to distinguish between explicit zero and unspecified. Defaults to 1. More info: https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller#what-is-a-replicationcontroller',
    ),
    integer(
      'Current',
      'Replicas is the most recently observed number of replicas. More info: https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller#what-is-a-replicationcontroller',
    ),
    integer('Ready', 'The number of ready replicas for this replication controller.'),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
    wide(
      text(
        'Selector',
        'Selector is a label query over pods that should match the Replicas count. If Selector is empty, it is defaulted to the labels present on the Pod template. Label keys and values that must match in order to be controlled by this replication controller, if empty defaulted to labels on Pod template. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
      ),
    ),
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    spec?.replicas ?? 0,
    status?.replicas ?? 0,
    status?.readyReplicas ?? 0,
    ageSince(metadata.creationTimestamp, now),
    ...containerCells(spec?.template),
    formatLabels(spec?.selector),
  ],
);
