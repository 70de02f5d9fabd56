import type { ObjectMeta, PodSpec, Toleration } from '../../objects.ts';
import { containersOf } from '../../podContainers.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue } from '../errors.ts';
import { validateLocalPath } from '../volumes/paths.ts';
import { validateTolerations } from './tolerations.ts';

const mirror = 'kubernetes.io/config.mirror';
const tolerationsKey = 'scheduler.alpha.kubernetes.io/tolerations';
const deletionCost = 'controller.kubernetes.io/pod-deletion-cost';
export const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompOfContainer = 'container.seccomp.security.alpha.kubernetes.io/';
export const appArmorOfContainer = 'container.apparmor.security.beta.kubernetes.io/';

/** Source: GetDeletionCostFromPodAnnotations. */
const isInt32 = (text: string) => /^(0|-?[1-9]\d*)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;

/** Tolerations as they were written before there was a field. */
function validateTolerationsAnnotation(text: string, field: string): FieldError[] {
  try {
    const tolerations: unknown = JSON.parse(text);
    return Array.isArray(tolerations)
      ? validateTolerations(tolerations as Toleration[], `${field}.${tolerationsKey}`)
      : [invalidValue(field, tolerationsKey, notAList)];
  } catch {
    return [invalidValue(field, tolerationsKey, 'invalid character in the value')];
  }
}
const notAList = 'json: cannot unmarshal object into Go value of type []v1.Toleration';

/** Source: ValidateSeccompProfile. */
function validateSeccomp(profile: string, field: string): FieldError[] {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  return profile.startsWith('localhost/')
    ? validateLocalPath(profile.slice('localhost/'.length), field)
    : [invalidValue(field, profile, 'must be a valid seccomp profile')];
}

/** Source: ValidateAppArmorPodAnnotations. */
function validateAppArmor(key: string, profile: string, spec: PodSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const name = key.slice(appArmorOfContainer.length);
  const at = `${field}[${key}]`;
  if (!containersOf(spec, '').some(({ container }) => container.name === name))
    errors.push(invalidValue(at, name, 'container not found'));
  if (!['', 'runtime/default', 'unconfined'].includes(profile) && !profile.startsWith('localhost/'))
    errors.push(invalidValue(at, profile, `invalid AppArmor profile name: ${JSON.stringify(profile)}`));
  return errors;
}

/** Annotations that mean something for a Pod or template, at `field`. Source: ValidatePodSpecificAnnotations. */
export function validatePodAnnotations(
  annotations: ObjectMeta['annotations'],
  spec: PodSpec,
  field: string,
): FieldError[] {
  if (!annotations) return [];
  const errors: FieldError[] = [];
  const {
    [mirror]: source,
    [tolerationsKey]: tolerations,
    [deletionCost]: cost,
    [seccompOfPod]: seccomp,
  } = annotations;
  if (source !== undefined && !spec.nodeName)
    errors.push(invalidValue(`${field}[${mirror}]`, source, 'must set spec.nodeName if mirror pod annotation is set'));
  if (tolerations) errors.push(...validateTolerationsAnnotation(tolerations, field));
  if (cost !== undefined && !isInt32(cost))
    errors.push(invalidValue(`${field}[${deletionCost}]`, cost, 'must be a 32bit integer'));
  if (seccomp !== undefined) errors.push(...validateSeccomp(seccomp, `${field}.${seccompOfPod}`));
  const entries = Object.entries(annotations);
  for (const [key, value = ''] of entries)
    if (key.startsWith(seccompOfContainer)) errors.push(...validateSeccomp(value, `${field}.${key}`));
  for (const [key, value = ''] of entries)
    if (key.startsWith(appArmorOfContainer)) errors.push(...validateAppArmor(key, value, spec, field));
  return errors;
}
