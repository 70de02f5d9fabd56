import type { ReplicaSet } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative } from './errors.ts';
import { validateSelectorAndTemplate, validateSelectorStays } from './ownSelector.ts';

/** What is wrong with a ReplicaSet, besides its metadata. Source: pkg/apis/apps/validation ValidateReplicaSetSpec. */
export function validateReplicaSet({ spec }: ReplicaSet): FieldError[] {
  return [
    ...checkNotNegative('spec.replicas', spec?.replicas),
    ...checkNotNegative('spec.minReadySeconds', spec?.minReadySeconds),
    ...validateSelectorAndTemplate(spec ?? {}),
  ];
}

/** The strategy looks at the new spec, and so does ValidateReplicaSetUpdate: each finding comes twice. */
export const validateReplicaSetUpdate = (replicaSet: ReplicaSet, old: ReplicaSet): FieldError[] => [
  ...validateReplicaSet(replicaSet),
  ...validateReplicaSet(replicaSet),
  ...validateSelectorStays(replicaSet.spec?.selector, old.spec?.selector),
];
