import type { PodTemplate } from '../objects.ts';
import { containersColumn, imagesColumn, nameColumn, text } from './columns.ts';
import { formatLabels } from './labels.ts';
import { printer } from './printer.ts';
import { containerCells } from './template.ts';

export const podTemplatePrinter = printer<PodTemplate>(
  'PodTemplate',
  [nameColumn, containersColumn, imagesColumn, text('Pod Labels', 'The labels for the pod template.')],
  ({ metadata, template }) => [metadata.name, ...containerCells(template), formatLabels(template?.metadata?.labels)],
);
