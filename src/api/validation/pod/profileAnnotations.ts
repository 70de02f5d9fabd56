/**
 * Profiles of seccomp and AppArmor once were annotations; where field and annotation are both there, they agree. Source:
 * validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate.
 */
import type { AppArmorProfile, ObjectMeta, PodSpec, SeccompProfile } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { forbidden } from '../errors.ts';
import { appArmorOfContainer, seccompOfContainer, seccompOfPod } from './annotations.ts';

const local = 'localhost/';
const others: Record<string, Record<string, string[]>> = {
  seccomp: { Unconfined: ['unconfined'], RuntimeDefault: ['runtime/default', 'docker/default'] },
  apparmor: { Unconfined: ['unconfined'], RuntimeDefault: ['runtime/default'] },
};

function validateMatch(
  what: 'seccomp' | 'apparmor',
  annotation: string | undefined,
  profile: SeccompProfile | AppArmorProfile | undefined,
  field: string,
): FieldError[] {
  if (annotation === undefined || !profile) return [];
  const { type, localhostProfile } = profile;
  const refuse = (name: string, which: string) => [
    forbidden(`${field}.${name}`, `${what} ${which} in annotation and field must match`),
  ];
  const values = others[what]?.[type];
  if (values) return values.includes(annotation) ? [] : refuse('type', 'type');
  if (type !== 'Localhost') return [];
  if (!annotation.startsWith(local)) return refuse('type', 'type');
  return annotation === `${local}${localhostProfile}` ? [] : refuse('localhostProfile', 'profile');
}

/** Of a Pod or a template, whose spec is at `field`. */
export function validateProfileAnnotations(
  annotations: ObjectMeta['annotations'],
  spec: PodSpec,
  field: string,
): FieldError[] {
  if (!annotations) return [];
  const { seccompProfile, appArmorProfile } = spec.securityContext ?? {};
  const containers = containersOf(spec, field);
  return [
    ...validateMatch('seccomp', annotations[seccompOfPod], seccompProfile, `${field}.securityContext.seccompProfile`),
    ...containers.flatMap(({ container, field: at }) =>
      validateMatch(
        'seccomp',
        annotations[`${seccompOfContainer}${container.name}`],
        container.securityContext?.seccompProfile,
        `${at}.securityContext.seccompProfile`,
      ),
    ),
    ...(spec.os?.name === 'windows' ? [] : containers).flatMap(({ container, field: at }) =>
      validateMatch(
        'apparmor',
        annotations[`${appArmorOfContainer}${container.name}`],
        container.securityContext?.appArmorProfile ?? appArmorProfile,
        `${at}.securityContext.appArmorProfile`,
      ),
    ),
  ];
}
