import { isDnsLabel, isPathSegment } from '../../names.ts';
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../../objects.ts';
import { canonicalQuantity, compareQuantities, parseQuantity } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from '../errors.ts';
import { validateContainerResourceName } from '../resourceNames.ts';
import { type GroupRule, validateReference } from './reference.ts';

/** The types of metrics, with the field that each is described in. */
const sources = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
} as const;
const targetTypes = ['Utilization', 'Value', 'AverageValue'];
const nought = parseQuantity('0');

const isPositive = (quantity: string | number) => compareQuantities(parseQuantity(String(quantity)), nought) > 0;

const checkPositive = (quantity: string | number | undefined, field: string): FieldError[] =>
  quantity === undefined || isPositive(quantity)
    ? []
    : [invalidValue(field, canonicalQuantity(String(quantity)), 'must be positive')];

function validateTarget(target: MetricTarget | undefined, field: string): FieldError[] {
  const { type = '', value, averageValue, averageUtilization } = target ?? ({} as MetricTarget);
  const errors: FieldError[] = [];
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric target type'));
  if (!targetTypes.includes(type))
    errors.push(invalidValue(`${field}.type`, type, 'must be either Utilization, Value, or AverageValue'));
  errors.push(...checkPositive(value, `${field}.value`), ...checkPositive(averageValue, `${field}.averageValue`));
  if (averageUtilization !== undefined && averageUtilization < 1)
    errors.push(invalidValue(`${field}.averageUtilization`, averageUtilization, 'must be greater than 0'));
  return errors;
}

function validateMetric(metric: MetricIdentifier | undefined, field: string): FieldError[] {
  if (!metric?.name) return [required(`${field}.name`, 'must specify a metric name')];
  return complaints(`${field}.name`, metric.name, isPathSegment(metric.name));
}

/** How much of a resource Pods, or one of their containers, are to use. */
function validateUse(target: MetricTarget | undefined, field: string): FieldError[] {
  const errors = validateTarget(target, `${field}.target`);
  const { averageUtilization, averageValue } = target ?? {};
  if (averageUtilization === undefined && averageValue === undefined)
    errors.push(
      required(`${field}.target.averageUtilization`, 'must set either a target raw value or a target utilization'),
    );
  if (averageUtilization !== undefined && averageValue !== undefined)
    errors.push(
      forbidden(`${field}.target.averageValue`, 'may not set both a target raw value and a target utilization'),
    );
  return errors;
}

type Validators = {
  [Source in (typeof sources)[keyof typeof sources]]: (
    spec: MetricSpec,
    field: string,
    described: GroupRule,
  ) => FieldError[];
};

const withoutName = (field: string) => required(`${field}.name`, 'must specify a resource name');

const validators: Validators = {
  object({ object }, field, described) {
    const { value, averageValue } = object?.target ?? {};
    const errors = validateReference(object?.describedObject, `${field}.describedObject`, described);
    errors.push(...validateMetric(object?.metric, `${field}.metric`));
    errors.push(...validateTarget(object?.target, `${field}.target`));
    if (value === undefined && averageValue === undefined)
      errors.push(required(`${field}.target.averageValue`, 'must set either a target value or averageValue'));
    return errors;
  },
  external({ external }, field) {
    const { value, averageValue } = external?.target ?? {};
    const errors = validateMetric(external?.metric, `${field}.metric`);
    errors.push(...validateTarget(external?.target, `${field}.target`));
    if (value === undefined && averageValue === undefined)
      errors.push(
        required(`${field}.target.averageValue`, 'must set either a target value for metric or a per-pod target'),
      );
    if (value !== undefined && averageValue !== undefined)
      errors.push(
        forbidden(`${field}.target.value`, 'may not set both a target value for metric and a per-pod target'),
      );
    return errors;
  },
  pods({ pods }, field) {
    const { averageValue } = pods?.target ?? {};
    const errors = validateMetric(pods?.metric, `${field}.metric`);
    errors.push(...validateTarget(pods?.target, `${field}.target`));
    if (averageValue === undefined)
      errors.push(required(`${field}.target.averageValue`, 'must specify a positive target averageValue'));
    return errors;
  },
  containerResource({ containerResource }, field) {
    const { name = '', container = '', target } = containerResource ?? {};
    const errors = name ? validateContainerResourceName(name, `${field}.name`) : [withoutName(field)];
    if (container) errors.push(...complaints(`${field}.container`, container, isDnsLabel(container)));
    else errors.push(required(`${field}.container`, 'must specify a container'));
    return [...errors, ...validateUse(target, field)];
  },
  resource: ({ resource }, field) => [
    ...(resource?.name ? [] : [withoutName(field)]),
    ...validateUse(resource?.target, field),
  ],
};

function validateSpec(spec: MetricSpec, field: string, described: GroupRule): FieldError[] {
  const { type = '' } = spec;
  const errors: FieldError[] = [];
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric source type'));
  if (!Object.hasOwn(sources, type)) errors.push(unsupported(`${field}.type`, type, Object.keys(sources)));
  const present = (['object', 'external', 'pods', 'resource', 'containerResource'] as const).filter(
    (source) => spec[source] !== undefined,
  );
  const [first] = present;
  if (first) errors.push(...validators[first](spec, `${field}.${first}`, described));
  const wanted = Object.hasOwn(sources, type) ? sources[type as keyof typeof sources] : undefined;
  if (wanted && spec[wanted] === undefined)
    errors.push(required(`${field}.${wanted}`, 'must populate information for the given metric source'));
  // Said once more where the server looks for the source of a type that there is not.
  if (!wanted) errors.push(unsupported(`${field}.type`, type, Object.keys(sources)));
  if (present.length !== 1)
    for (const source of present)
      if (source !== wanted) errors.push(forbidden(`${field}.${source}`, 'must populate the given metric source only'));
  return errors;
}

/** Source: pkg/apis/autoscaling/validation validateMetrics. */
export function validateMetrics(
  metrics: MetricSpec[] = [],
  minReplicas: number | undefined,
  described: GroupRule,
): FieldError[] {
  const errors = metrics.flatMap((metric, index) => validateSpec(metric, `spec.metrics[${index}]`, described));
  const scalesFromNought = metrics.some(({ type }) => type === 'Object' || type === 'External');
  if (minReplicas === 0 && !scalesFromNought)
    errors.push(
      forbidden(
        'spec.metrics',
        'must specify at least one Object or External metric to support scaling to zero replicas',
      ),
    );
  return errors;
}
