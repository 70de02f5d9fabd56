import { isPathSegment } from '../../names.ts';
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../../objects.ts';
import { compareQuantities, parseQuantity } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from '../errors.ts';
import { validateReference } from './reference.ts';

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

function validateTarget(target: MetricTarget | undefined, field: string): FieldError[] {
  const { type = '', value, averageValue, averageUtilization } = target ?? ({} as MetricTarget);
  const errors: FieldError[] = [];
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric target type'));
  if (!targetTypes.includes(type))
    errors.push(invalidValue(`${field}.type`, type, 'must be either Utilization, Value, or AverageValue'));
  if (value !== undefined && !isPositive(value)) errors.push(invalidValue(`${field}.value`, value, 'must be positive'));
  if (averageValue !== undefined && !isPositive(averageValue))
    errors.push(invalidValue(`${field}.averageValue`, averageValue, 'must be positive'));
  if (averageUtilization !== undefined && averageUtilization < 1)
    errors.push(invalidValue(`${field}.averageUtilization`, averageUtilization, 'must be greater than 0'));
  return errors;
}

function validateMetric(metric: MetricIdentifier | undefined, field: string): FieldError[] {
  if (!metric?.name) return [required(`${field}.name`, 'must specify a metric name')];
  return complaints(`${field}.name`, metric.name, isPathSegment(metric.name));
}

/** A part of the cpu or memory of Pods, or of one of their containers. */
function validateResource(name: string, target: MetricTarget | undefined, field: string): FieldError[] {
  const errors = name ? [] : [required(`${field}.name`, 'must specify a resource name')];
  errors.push(...validateTarget(target, `${field}.target`));
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
  [Source in (typeof sources)[keyof typeof sources]]: (spec: MetricSpec, field: string) => FieldError[];
};

const validators: Validators = {
  object({ object }, field) {
    const { value, averageValue } = object?.target ?? {};
    const errors = validateReference(object?.describedObject, `${field}.describedObject`, false);
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
    if (averageValue === undefined || !isPositive(averageValue))
      errors.push(required(`${field}.target.averageValue`, 'must specify a positive target averageValue'));
    return errors;
  },
  containerResource({ containerResource }, field) {
    const { name = '', container = '', target } = containerResource ?? {};
    const errors = container ? [] : [required(`${field}.container`, 'must specify a container')];
    return [...errors, ...validateResource(name, target, field)];
  },
  resource: ({ resource }, field) => validateResource(resource?.name ?? '', resource?.target, field),
};

function validateSpec(spec: MetricSpec, field: string): FieldError[] {
  const { type = '' } = spec;
  const errors: FieldError[] = [];
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric source type'));
  if (!(type in sources)) errors.push(unsupported(`${field}.type`, type, Object.keys(sources)));
  const present = (['object', 'external', 'pods', 'resource', 'containerResource'] as const).filter(
    (source) => spec[source] !== undefined,
  );
  const [first] = present;
  if (first) errors.push(...validators[first](spec, `${field}.${first}`));
  const wanted = sources[type as keyof typeof sources];
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
export function validateMetrics(metrics: MetricSpec[] = [], minReplicas: number | undefined): FieldError[] {
  const errors = metrics.flatMap((metric, index) => validateSpec(metric, `spec.metrics[${index}]`));
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
