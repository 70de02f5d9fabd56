import type { Pod } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';
import { validateProfileAnnotations } from './pod/profileAnnotations.ts';
import { validatePod } from './pod.ts';

/** What is wrong with a new Pod, besides its metadata. Source: ValidatePodCreate. */
export function validatePodCreate(pod: Pod): FieldError[] {
  const { ephemeralContainers, nodeName, schedulingGates } = pod.spec ?? {};
  const errors = validatePod(pod);
  if (ephemeralContainers?.length) errors.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'));
  if (nodeName && schedulingGates?.length)
    errors.push(forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared'));
  if (pod.spec) errors.push(...validateProfileAnnotations(pod.metadata?.annotations, pod.spec, 'spec'));
  return errors;
}
