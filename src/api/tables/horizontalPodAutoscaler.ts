import type { HorizontalPodAutoscaler, MetricSpec, MetricStatus } from '../objects.ts';
import { canonicalQuantity } from '../quantity.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text } from './columns.ts';
import { printer } from './printer.ts';

/** The first two metrics, and how many more there are. Source: printersinternal.formatHPAMetrics. */
function metrics(specs: readonly MetricSpec[], statuses: readonly MetricStatus[]): string {
  if (specs.length === 0) return '<none>';
  const shown = specs.slice(0, 2).map((spec, index) => metric(spec, statuses[index]));
  return `${shown.join(', ')}${specs.length > 2 ? ` + ${specs.length - 2} more...` : ''}`;
}

function metric(spec: MetricSpec, status: MetricStatus | undefined): string {
  switch (spec.type) {
    case 'External':
      return valueMetric(spec.external?.target, status?.external);
    case 'Object':
      return valueMetric(spec.object?.target, status?.object);
    case 'Pods':
      return `${amount(status?.pods, 'averageValue')}/${quantity(spec.pods?.target.averageValue)}`;
    case 'Resource':
      return resourceMetric(spec.resource, status?.resource);
    case 'ContainerResource':
      return resourceMetric(spec.containerResource, status?.containerResource);
    default:
      return '<unknown type>';
  }
}

interface Value {
  value?: string | number;
  averageValue?: string | number;
  averageUtilization?: number;
}
type Measured = { current: Value } | undefined;

/** Go prints `<nil>` for a quantity that is not there. */
const quantity = (text: string | number | undefined): string =>
  text === undefined ? '<nil>' : canonicalQuantity(String(text));

/** What was measured, as far as there is a status of this kind. */
const amount = (status: Measured, field: 'value' | 'averageValue'): string =>
  status ? quantity(status.current[field]) : '<unknown>';

function valueMetric(target: Value | undefined, status: Measured): string {
  if (target?.averageValue === undefined) return `${amount(status, 'value')}/${quantity(target?.value)}`;
  const current = status?.current.averageValue === undefined ? '<unknown>' : amount(status, 'averageValue');
  return `${current}/${quantity(target.averageValue)} (avg)`;
}

function resourceMetric(spec: { name: string; target: Value } | undefined, status: Measured): string {
  const target = spec?.target;
  if (target?.averageValue !== undefined)
    return `${spec?.name}: ${amount(status, 'averageValue')}/${quantity(target.averageValue)}`;
  const percent = (value: number | undefined, otherwise: string) => (value === undefined ? otherwise : `${value}%`);
  return `${spec?.name}: ${percent(status?.current.averageUtilization, '<unknown>')}/${percent(target?.averageUtilization, '<auto>')}`;
}

export const horizontalPodAutoscalerPrinter = printer<HorizontalPodAutoscaler>(
  'HorizontalPodAutoscaler',
  [
    nameColumn,
    text(
      'Reference',
      'scaleTargetRef points to the target resource to scale, and is used to the pods for which metrics should be collected, as well as to actually change the replica count.',
    ),
    text(
      'Targets',
      'metrics contains the specifications for which to use to calculate the desired replica count (the maximum replica count across all metrics will be used).  The desired replica count is calculated multiplying the ratio between the target value and the current value by the current number of pods.  Ergo, metrics used must decrease as the pod count is increased, and vice-versa.  See the individual metric source types for more information about how each type of metric must respond. If not set, the default metric will be set to 80% average CPU utilization.',
    ),
    text(
      'MinPods',
      'minReplicas is the lower limit for the number of replicas to which the autoscaler can scale down.  It defaults to 1 pod.  minReplicas is allowed to be 0 if the alpha feature gate HPAScaleToZero is enabled and at least one Object or External metric is configured.  Scaling is active as long as at least one metric value is available.',
    ),
    text(
      'MaxPods',
      'maxReplicas is the upper limit for the number of replicas to which the autoscaler can scale up. It cannot be less that minReplicas.',
    ),
    text(
      'Replicas',
      'currentReplicas is current number of replicas of pods managed by this autoscaler, as last seen by the autoscaler.',
    ),
    ageColumn,
  ],
  ({ metadata, spec, status }, now) => [
    metadata.name,
    `${spec?.scaleTargetRef.kind ?? ''}/${spec?.scaleTargetRef.name ?? ''}`,
    metrics(spec?.metrics ?? [], status?.currentMetrics ?? []),
    String(spec?.minReplicas ?? '<unset>'),
    spec?.maxReplicas ?? 0,
    status?.currentReplicas ?? 0,
    ageSince(metadata.creationTimestamp, now),
  ],
);
