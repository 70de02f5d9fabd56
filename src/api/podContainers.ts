import type { Container, EphemeralContainer, PodSpec } from './objects.ts';

/** A container of any kind, with its path. */
export interface PlacedContainer {
  container: Container | EphemeralContainer;
  /** `spec.initContainers[0]` */
  field: string;
}

/** All containers of a Pod whose spec is at `field`, in the order of Kubernetes. Source: VisitContainersWithPath. */
export function containersOf(spec: PodSpec, field: string): PlacedContainer[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((kind) =>
    (spec[kind] ?? []).map((container, index) => ({ container, field: `${field}.${kind}[${index}]` })),
  );
}
