import type { PodTemplateSpec } from '../objects.ts';

/** The cells of everything that has a Pod template: containers and images. Source: printersinternal.layoutContainerCells. */
export function containerCells(template: PodTemplateSpec | undefined): [string, string] {
  const containers = template?.spec?.containers ?? [];
  return [
    containers.map((container) => container.name).join(','),
    containers.map((container) => container.image ?? '').join(','),
  ];
}
