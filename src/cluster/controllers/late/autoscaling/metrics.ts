import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  Pod,
  Stored,
} from '../../../../api/objects.ts';
import { quantityOfMilli, quantityText, toBytes, toMillicores } from '../../../../api/quantity.ts';
import type { View } from '../../controller.ts';
import { averageTarget, replicasFor, type Tolerances, utilizationTarget } from './calculate.ts';
import { groupPods, requestsOf, type Sample, sampleOf } from './samples.ts';

export type Autoscaler = Stored<HorizontalPodAutoscaler>;

/** What one metric asks for, or why it cannot be had. */
export type Proposal =
  | { replicas: number; metric: string; status: MetricStatus }
  /** `reason` and `message` are what the condition and an Event say, `error` what the whole is told. */
  | { reason: string; message: string; error: string };

const unserved = 'the server could not find the requested resource (get pods.metrics.k8s.io)';

/** Source: computeReplicasForMetric. */
export function propose(
  view: View,
  spec: MetricSpec,
  current: number,
  pods: readonly Stored<Pod>[],
  tolerances: Tolerances,
): Proposal {
  switch (spec.type) {
    case 'Resource': {
      const { name = '', target } = spec.resource ?? {};
      const found = resourceReplicas(view, name, undefined, target, current, pods, tolerances);
      if ('error' in found)
        return failed('FailedGetResourceMetric', found.error, `failed to get ${name} resource metric value`);
      const { value, ...rest } = found;
      return { ...rest, status: { type: 'Resource', resource: { name, current: value } } };
    }
    case 'ContainerResource': {
      const { name = '', container = '', target } = spec.containerResource ?? {};
      const found = resourceReplicas(view, name, container, target, current, pods, tolerances);
      if ('error' in found)
        return failed('FailedGetContainerResourceMetric', found.error, `failed to get ${name} container metric value`);
      const { value, ...rest } = found;
      return { ...rest, status: { type: 'ContainerResource', containerResource: { name, container, current: value } } };
    }
    default:
      return unregistered(spec);
  }
}

const failed = (reason: string, message: string, doing: string): Proposal => ({
  reason,
  message,
  error: `${doing}: ${message}`,
});

/** Nothing serves metrics of other kinds here, as in a cluster without an adapter for them. */
function unregistered({ type, pods, object, external }: MetricSpec): Proposal {
  const custom =
    'unable to fetch metrics from custom metrics API: no custom metrics API (custom.metrics.k8s.io) registered';
  if (type === 'Pods')
    return failed(
      'FailedGetPodsMetric',
      `unable to get metric ${pods?.metric.name}: ${custom}`,
      'failed to get pods metric value',
    );
  if (type === 'Object') {
    const { kind, name } = object?.describedObject ?? {};
    const message = `unable to get metric ${object?.metric.name}: ${kind} on ${name}/${custom}`;
    return failed('FailedGetObjectMetric', message, 'failed to get object metric value');
  }
  if (type !== 'External') {
    const message = `unknown metric source type "${type}"`;
    return { reason: 'InvalidMetricSourceType', message, error: message };
  }
  const name = external?.metric.name ?? '';
  const message = `unable to get external metric ${name}: unable to fetch metrics from external metrics API: no external metrics API (external.metrics.k8s.io) registered`;
  return failed('FailedGetExternalMetric', message, `failed to get ${name} external metric value`);
}

/** Source: computeStatusForResourceMetricGeneric. */
function resourceReplicas(
  view: View,
  resource: string,
  container: string | undefined,
  wanted: MetricTarget | undefined,
  current: number,
  pods: readonly Stored<Pod>[],
  tolerances: Tolerances,
):
  | { replicas: number; metric: string; value: { averageUtilization?: number; averageValue: string } }
  | { error: string } {
  const what = container === undefined ? 'resource' : 'container resource';
  const { averageValue, averageUtilization } = wanted ?? {};
  const isAmount = averageValue !== undefined;
  const doing = `failed to get ${resource} ${isAmount ? 'usage' : 'utilization'}`;
  if (!isAmount && averageUtilization === undefined)
    return {
      error: `invalid ${what} metric source: neither an average utilization target nor an average value (usage) target was set`,
    };
  const samples = samplesOf(view, resource, container, pods);
  if ('error' in samples)
    return { error: `${doing}: unable to get metrics for resource ${resource}: ${samples.error}` };
  if (pods.length === 0) return { error: `${doing}: no pods returned by selector while calculating replica count` };
  const groups = groupPods(pods, samples, resource, view.now);
  const requests = isAmount ? new Map<string, number>() : requestsOf(pods, resource, container);
  if ('error' in requests) return { error: `${doing}: failed to get pod requests: ${requests.error}` };
  const target = isAmount
    ? averageTarget(milliOf(resource, averageValue))
    : utilizationTarget(averageUtilization ?? 0, requests);
  const found = replicasFor(current, samples, groups, target, tolerances);
  if ('error' in found) return { error: `${doing}: ${found.error}` };
  const { utilization, average } = found.usage;
  return {
    replicas: found.replicas,
    metric: isAmount ? `${resource} ${what}` : `${resource} ${what} utilization (percentage of request)`,
    value: {
      ...(utilization !== undefined && { averageUtilization: utilization }),
      averageValue: quantityText(quantityOfMilli(average, 'DecimalSI')),
    },
  };
}

/** What metrics-server says of the Pods, by name. */
function samplesOf(
  { podUsage }: View,
  resource: string,
  container: string | undefined,
  pods: readonly Stored<Pod>[],
): Map<string, Sample> | { error: string } {
  if (!podUsage) return { error: `unable to fetch metrics from resource metrics API: ${unserved}` };
  const samples = new Map<string, Sample>();
  for (const pod of pods) {
    const usage = podUsage(pod);
    const sample = usage && sampleOf(usage, resource, container);
    if (sample) samples.set(pod.metadata.name, sample);
  }
  return samples.size > 0 ? samples : { error: 'no metrics returned from resource metrics API' };
}

const milliOf = (resource: string, quantity: string | number): number =>
  resource === 'cpu' ? toMillicores(quantity) : toBytes(quantity) * 1000;
