import type { Container, KubernetesObject, PodSpec } from '../api/objects.ts';

/** The Pod spec that an object is or has as its template; undefined where it has none. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  const { spec } = object as { spec?: PodSpec & { template?: { spec?: PodSpec } } };
  return object.kind === 'Pod' ? spec : spec?.template?.spec;
}

/** A strategic merge patch of the Pod spec that an object is or has. */
export function podSpecPatch(object: KubernetesObject, spec: unknown): unknown {
  return object.kind === 'Pod' ? { spec } : { spec: { template: { spec } } };
}

/** Containers and init containers, with the field that holds them. */
export function allContainers(spec: PodSpec): { field: 'containers' | 'initContainers'; container: Container }[] {
  return [
    ...(spec.initContainers ?? []).map((container) => ({ field: 'initContainers' as const, container })),
    ...spec.containers.map((container) => ({ field: 'containers' as const, container })),
  ];
}
