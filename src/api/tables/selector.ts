import type { LabelSelector, PodTemplateSpec } from '../objects.ts';
import { formatLabelSelector } from '../selectors/labels.ts';
import { orNone } from './printer.ts';

/** `app=web,tier=front`, keys sorted; `<none>` without labels. Source: apimachinery labels.FormatLabels. */
export function formatLabels(labels: Record<string, string> | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return orNone(pairs.sort().join(','));
}

/** The wide cells of everything that has a Pod template: containers, images, selector. */
export function templateCells(template: PodTemplateSpec | undefined, selector: LabelSelector | undefined): string[] {
  const containers = template?.spec?.containers ?? [];
  return [
    containers.map((container) => container.name).join(','),
    containers.map((container) => container.image).join(','),
    formatLabelSelector(selector),
  ];
}
