import type { HorizontalPodAutoscaler, MetricSpec } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { invalidValue, required } from '../errors.ts';
import { validateBehavior } from './behavior.ts';
import { validateMetrics } from './metrics.ts';
import { type GroupRule, validateReference, wrongVersion } from './reference.ts';

type Spec = NonNullable<HorizontalPodAutoscaler['spec']>;

/** What the rules ask for, depending on what is stored. */
interface Options {
  leastMinReplicas: number;
  /** The group of what is scaled, and of the objects of metrics. */
  target: GroupRule;
  described: GroupRule;
}

/** Source: pkg/apis/autoscaling/validation validateHorizontalPodAutoscalerSpec. */
function validateSpec(spec: Spec, { leastMinReplicas, target, described }: Options): FieldError[] {
  const { minReplicas, maxReplicas = 0, metrics, behavior, scaleTargetRef } = spec;
  const errors: FieldError[] = [];
  if (minReplicas !== undefined && minReplicas < leastMinReplicas)
    errors.push(invalidValue('spec.minReplicas', minReplicas, `must be greater than or equal to ${leastMinReplicas}`));
  if (maxReplicas === 0) errors.push(required('spec.maxReplicas', 'must be set and greater than 0'));
  else if (maxReplicas < 0)
    errors.push(invalidValue('spec.maxReplicas', maxReplicas, 'must be greater than or equal to 1'));
  if (minReplicas !== undefined && maxReplicas < minReplicas)
    errors.push(invalidValue('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'));
  errors.push(...validateReference(scaleTargetRef, 'spec.scaleTargetRef', target));
  errors.push(...validateMetrics(metrics, minReplicas, described));
  errors.push(...validateBehavior(behavior));
  return errors;
}

const specOf = ({ spec }: HorizontalPodAutoscaler): Spec => spec ?? ({} as Spec);

/** Only ReplicationControllers, of all that can be scaled, are in the group without a name. */
const targetRule = ({ scaleTargetRef }: Spec): GroupRule =>
  scaleTargetRef?.kind === 'ReplicationController' ? 'any group' : 'named group';

/** What is wrong with a new HorizontalPodAutoscaler, besides its metadata. */
export function validateHorizontalPodAutoscaler(autoscaler: HorizontalPodAutoscaler): FieldError[] {
  const spec = specOf(autoscaler);
  return validateSpec(spec, { leastMinReplicas: 1, target: targetRule(spec), described: 'any group' });
}

const isWrong = ({ type, object }: MetricSpec) =>
  type === 'Object' && object !== undefined && wrongVersion(object.describedObject, 'any group') !== undefined;

/** What was so before may stay. Source: validationOptionsForHorizontalPodAutoscaler of its strategy. */
export function validateHorizontalPodAutoscalerUpdate(
  autoscaler: HorizontalPodAutoscaler,
  old: HorizontalPodAutoscaler,
): FieldError[] {
  const [spec, before] = [specOf(autoscaler), specOf(old)];
  const [now, then] = [spec.scaleTargetRef, before.scaleTargetRef];
  const isSameTarget = now?.apiVersion === then?.apiVersion && now?.kind === then?.kind;
  return validateSpec(spec, {
    leastMinReplicas: before.minReplicas === 0 ? 0 : 1,
    target: isSameTarget ? 'unchecked' : targetRule(spec),
    described: before.metrics?.some(isWrong) ? 'unchecked' : 'any group',
  });
}
