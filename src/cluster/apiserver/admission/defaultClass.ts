import type { KubernetesObject } from '../../../api/objects.ts';

/** Of the classes that one of these annotations marks as default the newest, of those of one second the first by name. */
export function defaultClass(
  classes: readonly KubernetesObject[],
  annotations: readonly string[],
): KubernetesObject | undefined {
  const marked = classes.filter(({ metadata }) => annotations.some((key) => metadata.annotations?.[key] === 'true'));
  const isBefore = (a: KubernetesObject, b: KubernetesObject) =>
    a.metadata.creationTimestamp === b.metadata.creationTimestamp
      ? a.metadata.name < b.metadata.name
      : a.metadata.creationTimestamp > b.metadata.creationTimestamp;
  return marked.reduce<KubernetesObject | undefined>(
    (first, one) => (!first || isBefore(one, first) ? one : first),
    undefined,
  );
}
