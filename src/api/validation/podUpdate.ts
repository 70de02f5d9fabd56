import { isSame } from '../equal.ts';
import { goDiff } from '../goValue/goDiff.ts';
import type { Container, Pod, PodSpec, Toleration } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue, required } from './errors.ts';
import { validateGatedPodUpdate, withOldPlacement } from './gatedPodUpdate.ts';
import { validateTolerations } from './pod/tolerations.ts';
import { validatePod } from './pod.ts';
import { validatePodAnnotationsUpdate } from './podAnnotationsUpdate.ts';

const changeable =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';
const largestInt32 = 2147483647;

const lengthOf = (list: readonly unknown[] | undefined) => list?.length ?? 0;

function validateImages(containers: Container[] | undefined, field: string): FieldError[] {
  return (containers ?? []).flatMap(({ image }, index) => {
    const at = `${field}[${index}].image`;
    if (!image) return [required(at)];
    return image.trim() === image ? [] : [invalidValue(at, image, 'must not have leading or trailing whitespace')];
  });
}

/** A deadline can be set, and be made shorter. */
function validateDeadlineUpdate(now: number | undefined, before: number | undefined): FieldError[] {
  const field = 'spec.activeDeadlineSeconds';
  if (now === undefined)
    return before === undefined
      ? []
      : [invalidValue(field, null, 'must not update from a positive integer to nil value')];
  if (now < 0 || now > largestInt32)
    return [invalidValue(field, now, `must be between 0 and ${largestInt32}, inclusive`)];
  if (before !== undefined && before < now)
    return [invalidValue(field, now, 'must be less than or equal to previous value')];
  return [];
}

const onlyDifferInSeconds = (a: Toleration, b: Toleration) =>
  isSame({ ...a, tolerationSeconds: 0 }, { ...b, tolerationSeconds: 0 });

function validateTolerationsUpdate(now: Toleration[] = [], before: Toleration[] = []): FieldError[] {
  const field = 'spec.tolerations';
  const isKept = before.every((old) => now.some((toleration) => onlyDifferInSeconds(toleration, old)));
  return isKept
    ? validateTolerations(now, field)
    : [forbidden(field, 'existing toleration can not be modified except its tolerationSeconds')];
}

function validateGatesUpdate(spec: PodSpec, before: PodSpec): FieldError[] {
  const known = new Set(before.schedulingGates?.map(({ name }) => name));
  return (spec.schedulingGates ?? []).flatMap(({ name }, index) =>
    known.has(name)
      ? []
      : [
          forbidden(
            `spec.schedulingGates[${index}].name`,
            `only deletion is allowed, but found new scheduling gate '${name}'`,
          ),
        ],
  );
}

const withOldImages = (containers: Container[] | undefined, before: Container[] | undefined) =>
  containers?.map((container, index) => ({ ...container, image: before?.[index]?.image }));

/** The new spec with all that an update may change put back. */
function withOldChangeables(spec: PodSpec, before: PodSpec): object {
  const { activeDeadlineSeconds, schedulingGates, tolerations, terminationGracePeriodSeconds: oldGrace } = before;
  const isGraceMended = oldGrace !== undefined && oldGrace < 0 && spec.terminationGracePeriodSeconds === 1;
  return {
    ...(lengthOf(schedulingGates) > 0 ? withOldPlacement(spec, before) : spec),
    containers: withOldImages(spec.containers, before.containers),
    initContainers: withOldImages(spec.initContainers, before.initContainers),
    activeDeadlineSeconds,
    schedulingGates,
    tolerations,
    ...(isGraceMended && { terminationGracePeriodSeconds: oldGrace }),
  };
}

const noSpec: PodSpec = { containers: [] };

/** What an update of a Pod may not do, besides its metadata. Source: ValidatePodUpdate. */
export function validatePodUpdate(pod: Pod, old: Pod): FieldError[] {
  const [spec, before] = [pod.spec ?? noSpec, old.spec ?? noSpec];
  const errors = [...validatePod(pod), ...validatePodAnnotationsUpdate(pod, old)];
  for (const kind of ['containers', 'initContainers'] as const) {
    const field = `spec.${kind}`;
    if (lengthOf(spec[kind]) !== lengthOf(before[kind]))
      return [...errors, forbidden(field, 'pod updates may not add or remove containers')];
    errors.push(...validateImages(spec[kind], field));
  }
  const ofDeadline = validateDeadlineUpdate(spec.activeDeadlineSeconds, before.activeDeadlineSeconds);
  errors.push(...ofDeadline);
  if (ofDeadline.length > 0 && spec.activeDeadlineSeconds !== undefined) return errors;
  errors.push(...validateTolerationsUpdate(spec.tolerations, before.tolerations));
  errors.push(...validateGatesUpdate(spec, before));
  if (lengthOf(before.schedulingGates) > 0) errors.push(...validateGatedPodUpdate(spec, before));
  const diff = goDiff('v1.PodSpec', before, withOldChangeables(spec, before));
  if (diff) errors.push(forbidden('spec', `${changeable}\n${diff}`));
  return errors;
}
