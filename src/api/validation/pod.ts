import type { Pod } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validatePodAnnotations } from './pod/annotations.ts';
import { validateImages } from './pod/container.ts';
import { validatePodSpec } from './podSpec.ts';

/** What is wrong with a Pod, new or changed, besides its metadata. Source: validatePodMetadataAndSpec. */
export function validatePod(pod: Pod): FieldError[] {
  const spec = pod.spec ?? { containers: [] };
  return [
    ...validatePodAnnotations(pod.metadata?.annotations, spec, 'metadata.annotations'),
    ...validatePodSpec(spec, 'spec', pod.metadata ?? {}),
    ...validateImages(spec.containers, 'spec.containers'),
    ...validateImages(spec.initContainers, 'spec.initContainers'),
  ];
}
