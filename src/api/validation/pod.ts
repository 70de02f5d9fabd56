import { isSame } from '../equal.ts';
import type { Container, Pod, PodSpec, Toleration } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue } from './errors.ts';
import { validatePodSpec } from './podSpec.ts';

/** What is wrong with a new Pod, besides its metadata. */
export function validatePod(pod: Pod): FieldError[] {
  return validatePodSpec(pod.spec, 'spec');
}

const changeable =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

const onlyDifferInSeconds = (a: Toleration, b: Toleration) =>
  isSame({ ...a, tolerationSeconds: 0 }, { ...b, tolerationSeconds: 0 });

function validateTolerationsUpdate(now: Toleration[] = [], before: Toleration[] = []): FieldError[] {
  const kept = before.every((old) => now.some((toleration) => onlyDifferInSeconds(toleration, old)));
  return kept
    ? []
    : [forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds')];
}

function validateDeadlineUpdate(now: number | undefined, before: number | undefined): FieldError[] {
  const field = 'spec.activeDeadlineSeconds';
  if (before === undefined || now === before) return [];
  if (now === undefined) return [invalidValue(field, null, 'must not update from a positive integer to nil value')];
  if (now > before) return [invalidValue(field, now, `must be less than or equal to previous value`)];
  return [];
}

const images = (containers: Container[] | undefined) => containers?.map((container) => ({ ...container, image: '' }));

/** The spec without what an update may change. */
function fixedPart(spec: PodSpec, gated: boolean): object {
  const { activeDeadlineSeconds: _deadline, tolerations: _tolerations, schedulingGates: _gates, ...rest } = spec;
  const out: Partial<PodSpec> = { ...rest, containers: images(spec.containers) ?? [] };
  const init = images(spec.initContainers);
  if (init) out.initContainers = init;
  // While scheduling gates hold a Pod back, where it may run can still be narrowed.
  if (gated) {
    delete out.nodeSelector;
    delete out.affinity;
  }
  return out;
}

/** What an update of a Pod may not do. Source: ValidatePodUpdate. */
export function validatePodUpdate(pod: Pod, old: Pod): FieldError[] {
  const [spec, before] = [pod.spec ?? { containers: [] }, old.spec ?? { containers: [] }];
  if (spec === before) return [];
  const errors = validatePod(pod);
  for (const kind of ['containers', 'initContainers'] as const)
    if ((spec[kind]?.length ?? 0) !== (before[kind]?.length ?? 0))
      return [...errors, forbidden(`spec.${kind}`, 'pod updates may not add or remove containers')];
  errors.push(...validateDeadlineUpdate(spec.activeDeadlineSeconds, before.activeDeadlineSeconds));
  errors.push(...validateTolerationsUpdate(spec.tolerations, before.tolerations));
  const added = (spec.schedulingGates ?? []).filter(
    (gate) => !before.schedulingGates?.some((known) => known.name === gate.name),
  );
  if (added.length > 0)
    errors.push(
      forbidden(
        'spec.schedulingGates',
        `only deletion is allowed, but found new scheduling gates '${added.map((gate) => gate.name).join(',')}'`,
      ),
    );
  if (errors.length > 0) return errors;
  const gated = (before.schedulingGates?.length ?? 0) > 0;
  if (!isSame(fixedPart(spec, gated), fixedPart(before, gated))) errors.push(forbidden('spec', changeable));
  return errors;
}
