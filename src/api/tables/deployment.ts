import type { Deployment } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';
import { templateCells } from './selector.ts';

export const deploymentPrinter = printer<Deployment>(
  'Deployment',
  ['Name', 'Ready', 'Up-to-date', 'Available', 'Age', '+Containers', '+Images', '+Selector'],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
    status?.updatedReplicas ?? 0,
    status?.availableReplicas ?? 0,
    ageSince(metadata.creationTimestamp, now),
    ...templateCells(spec?.template, spec?.selector),
  ],
);
