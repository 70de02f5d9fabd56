import { goDiff } from '../goValue/goDiff.ts';
import type { Pod } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';
import { validatePod } from './pod.ts';
import { mirrorAnnotation, validatePodAnnotationsUpdate } from './podAnnotationsUpdate.ts';

/**
 * What an update of a Pod's ephemeral containers may not do, besides its metadata: they are only added. Source:
 * ValidatePodEphemeralContainersUpdate.
 */
export function validatePodEphemeralContainersUpdate(pod: Pod, old: Pod): FieldError[] {
  if (old.metadata?.annotations?.[mirrorAnnotation] !== undefined)
    return [forbidden('', 'static pods do not support ephemeral containers')];
  const field = 'spec.ephemeralContainers';
  const now = new Map(pod.spec?.ephemeralContainers?.map((container) => [container.name, container]));
  const ofOld = (old.spec?.ephemeralContainers ?? []).flatMap((before) => {
    const container = now.get(before.name);
    const which = `existing ephemeral containers ${JSON.stringify(before.name)}`;
    if (!container) return [forbidden(field, `${which} may not be removed\n`)];
    const diff = goDiff('v1.EphemeralContainer', before, container);
    return diff ? [forbidden(field, `${which} may not be changed\n${diff}`)] : [];
  });
  return [...validatePod(pod), ...validatePodAnnotationsUpdate(pod, old), ...ofOld];
}
