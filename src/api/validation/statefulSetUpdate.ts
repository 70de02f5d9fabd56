import { isSame } from '../equal.ts';
import type { StatefulSet, StatefulSetSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';
import { type ClaimValidator, validateStatefulSet } from './statefulSet.ts';

const changeable =
  "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

const changeableFields: readonly (keyof StatefulSetSpec)[] = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

function fixedPart({ spec }: StatefulSet): object {
  const fixed: Partial<StatefulSetSpec> = { ...spec };
  for (const field of changeableFields) delete fixed[field];
  return fixed;
}

/**
 * What is wrong with an update of a StatefulSet, besides its metadata. What cannot change is not looked at again, nor a
 * template where the old spec was wrong already. Source: pkg/apis/apps/validation ValidateStatefulSetUpdate.
 */
export function validateStatefulSetUpdate(
  statefulSet: StatefulSet,
  old: StatefulSet,
  validateClaim: ClaimValidator,
): FieldError[] {
  const tolerance = { allowInvalidServiceName: true, skipClaimTemplates: true };
  const skipPodTemplate = validateStatefulSet(old, validateClaim, tolerance).length > 0;
  return [
    ...validateStatefulSet(statefulSet, validateClaim, { ...tolerance, skipPodTemplate }),
    ...(isSame(fixedPart(statefulSet), fixedPart(old)) ? [] : [forbidden('spec', changeable)]),
  ];
}
