import type { Pod } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';

const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';
export const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** What annotations that mean something to the node hold is settled at creation. Source: ValidatePodSpecificAnnotationUpdates. */
export function validatePodAnnotationsUpdate(pod: Pod, old: Pod): FieldError[] {
  const [now, before] = [pod.metadata?.annotations ?? {}, old.metadata?.annotations ?? {}];
  const errors: FieldError[] = [];
  const check = (key: string, verb: string) => {
    const field = `metadata.annotations[${key}]`;
    if (key.startsWith(appArmorPrefix)) errors.push(forbidden(field, `may not ${verb} AppArmor annotations`));
    if (key === mirrorAnnotation) errors.push(forbidden(field, `may not ${verb} mirror pod annotation`));
  };
  for (const key in before) if (now[key] !== before[key]) check(key, 'remove or update');
  for (const key in now) if (before[key] === undefined) check(key, 'add');
  return errors;
}
