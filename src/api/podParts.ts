import type { Container, EphemeralContainer, KubernetesObject, Pod, PodSpec } from './objects.ts';

export type PodPart = 'resize' | 'ephemeralcontainers';
type StoredPod = KubernetesObject & Pick<Pod, 'spec' | 'status'>;

/** The metadata that such a write leaves alone; managedFields know of it already. Source: ResetObjectMetaForStatus. */
function oldMetadata({ metadata }: StoredPod, old: StoredPod): KubernetesObject['metadata'] {
  const { deletionTimestamp: _time, ...rest } = metadata;
  const { deletionTimestamp, generation, labels, annotations, finalizers, ownerReferences } = old.metadata;
  for (const field of ['generation', 'labels', 'annotations', 'finalizers', 'ownerReferences'] as const)
    delete rest[field];
  return {
    ...rest,
    ...(deletionTimestamp && { deletionTimestamp }),
    ...(generation !== undefined && { generation }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(finalizers && { finalizers }),
    ...(ownerReferences && { ownerReferences }),
  };
}

/** The old containers with the new resources; those of other names are left for validation to refuse. */
function resized(now: Container[], old: readonly Container[]): Container[] {
  if (now.some(({ name }, index) => name !== old[index]?.name)) return now;
  return now.map(({ resources, resizePolicy }, index) => {
    const { resources: _resources, resizePolicy: _policy, ...rest } = old[index] as Container;
    return { ...rest, ...(resources && { resources }), ...(resizePolicy && { resizePolicy }) };
  });
}

function resizedSpec(spec: PodSpec, old: PodSpec): PodSpec {
  const { resources: _, ...rest } = old;
  return {
    ...rest,
    ...(spec.resources && { resources: spec.resources }),
    containers: resized(spec.containers, old.containers),
    ...(spec.initContainers && { initContainers: resized(spec.initContainers, old.initContainers ?? []) }),
  };
}

const countOf = (list: readonly unknown[] | undefined) => list?.length ?? 0;

function keepResize(pod: StoredPod, old: StoredPod): StoredPod {
  const [spec, before] = [pod.spec, old.spec];
  // Containers can be neither more nor fewer: validation says so.
  if (!spec || !before || countOf(spec.containers) !== countOf(before.containers)) return pod;
  if (countOf(spec.initContainers) !== countOf(before.initContainers)) return pod;
  return { ...old, metadata: oldMetadata(pod, old), spec: resizedSpec(spec, before) };
}

function keepEphemeralContainers(pod: StoredPod, old: StoredPod): StoredPod {
  const { ephemeralContainers: _, ...rest } = old.spec ?? { containers: [] };
  const containers: EphemeralContainer[] | undefined = pod.spec?.ephemeralContainers;
  const spec: PodSpec = { ...rest, ...(containers && { ephemeralContainers: containers }) };
  return { ...old, metadata: oldMetadata(pod, old), spec };
}

/**
 * What a write through a subresource makes of a Pod: the stored one but for what the subresource is about. Source:
 * pkg/registry/core/pod/strategy.go dropNonResizeUpdates, dropNonEphemeralContainerUpdates.
 */
export const keepPodPart = (part: PodPart, pod: KubernetesObject, old: KubernetesObject): KubernetesObject =>
  part === 'resize'
    ? keepResize(pod as StoredPod, old as StoredPod)
    : keepEphemeralContainers(pod as StoredPod, old as StoredPod);
