import type { Pod } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { validatePodSpec } from './podSpec.ts';

/** What is wrong with a new Pod, besides its metadata. */
export function validatePod(pod: Pod): FieldError[] {
  return validatePodSpec(pod.spec, 'spec');
}
