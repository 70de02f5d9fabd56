import type { HorizontalPodAutoscaler } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required } from '../errors.ts';
import { validateBehavior } from './behavior.ts';
import { validateMetrics } from './metrics.ts';
import { validateReference } from './reference.ts';

type Spec = NonNullable<HorizontalPodAutoscaler['spec']>;

/** What is wrong with a HorizontalPodAutoscaler, besides its metadata. Source: pkg/apis/autoscaling/validation. */
export function validateHorizontalPodAutoscaler(autoscaler: HorizontalPodAutoscaler): FieldError[] {
  const spec: Spec = autoscaler.spec ?? ({} as Spec);
  const { minReplicas, maxReplicas = 0, metrics, behavior, scaleTargetRef } = spec;
  const errors: FieldError[] = [];
  if (minReplicas !== undefined && minReplicas < 1)
    errors.push(invalidValue('spec.minReplicas', minReplicas, 'must be greater than or equal to 1'));
  if (maxReplicas < 1) errors.push(required('spec.maxReplicas', 'must be set and greater than 0'));
  if (minReplicas !== undefined && maxReplicas < minReplicas)
    errors.push(invalidValue('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'));
  errors.push(...validateReference(scaleTargetRef, 'spec.scaleTargetRef', true));
  errors.push(...validateMetrics(metrics, minReplicas));
  errors.push(...validateBehavior(behavior));
  return errors;
}
