import type { ReplicaSet } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { ageSince } from './age.ts';
import { ageColumn, containersColumn, imagesColumn, integer, nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const replicaSetPrinter = printer<ReplicaSet>(
  'ReplicaSet',
  [
    nameColumn,
    integer(
      'Desired',
      'Replicas is the number of desired pods. This is a pointer to distinguish between explicit zero and unspecified. Defaults to 1. More info: https://kubernetes.io/docs/concepts/workloads/controllers/replicaset',
    ),
    integer(
      'Current',
      'Replicas is the most recently observed number of non-terminating pods. More info: https://kubernetes.io/docs/concepts/workloads/controllers/replicaset',
    ),
    integer('Ready', 'The number of non-terminating pods targeted by this ReplicaSet with a Ready Condition.'),
    ageColumn,
    wide(containersColumn),
    wide(imagesColumn),
    wide(
      text(
        'Selector',
        'Selector is a label query over pods that should match the replica count. If the selector is empty, it is defaulted to the labels present on the pod template. Label keys and values that must match in order to be controlled by this replica set. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
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
    formatLabelSelector(spec?.selector),
  ],
);
