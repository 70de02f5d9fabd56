import type { ReplicaSet } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';
import { templateCells } from './selector.ts';

export const replicaSetPrinter = printer<ReplicaSet>(
  'ReplicaSet',
  ['Name', 'Desired', 'Current', 'Ready', 'Age', '+Containers', '+Images', '+Selector'],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    spec?.replicas ?? 0,
    status?.replicas ?? 0,
    status?.readyReplicas ?? 0,
    ageSince(metadata.creationTimestamp, now),
    ...templateCells(spec?.template, spec?.selector),
  ],
);
