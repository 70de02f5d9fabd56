import { isSame } from '../equal.ts';
import type { StatefulSet, StatefulSetSpec } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden } from './errors.ts';

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

/** What an update may not change in a StatefulSet. Source: pkg/apis/apps/validation ValidateStatefulSetUpdate. */
export const validateStatefulSetChange = (statefulSet: StatefulSet, old: StatefulSet): FieldError[] =>
  isSame(fixedPart(statefulSet), fixedPart(old)) ? [] : [forbidden('spec', changeable)];
