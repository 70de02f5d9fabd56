import type { Pod } from '../../../api/objects.ts';
import { compareQuantities, parseQuantity, type Quantity, quantityOf, quantityText } from '../../../api/quantity.ts';
import { type Observations, type StarvedResource, signals } from './signals.ts';
import type { ContainerStats, PodStats } from './stats.ts';
import { type Threshold, thresholdQuantity } from './thresholds.ts';

export interface EvictionMessage {
  message: string;
  /** Of the Event; none where nothing was measured of the Pod. */
  annotations: {
    offending_containers?: string;
    offending_containers_usage?: string;
    starved_resource?: string;
    /** Where the Pod has requests as a whole. */
    offending_pod?: string;
    offending_pod_usage?: string;
  };
}

/** Why a Pod is evicted, and which of its containers use more than they asked for. Source: evictionMessage. */
export function evictionMessage(
  resource: StarvedResource,
  pod: Pod,
  stats: PodStats | undefined,
  thresholds: readonly Threshold[],
  observations: Observations,
): EvictionMessage {
  let message = `The node was low on resource: ${resource}. `;
  const threshold = thresholds.find(({ signal }) => signals[signal].resource === resource && observations[signal]);
  const observed = threshold && observations[threshold.signal];
  if (threshold && observed) {
    const quantity = quantityText(thresholdQuantity(threshold.value, observed.capacity));
    message += `Threshold quantity: ${quantity}, available: ${quantityText(observed.available)}. `;
  }
  if (!stats) return { message, annotations: {} };
  const whole = podUsage(resource, pod, stats);
  if (whole) message += consumption('Pod', pod.metadata?.name ?? '', whole.usage, whole.request, resource);
  const names: string[] = [];
  const usages: string[] = [];
  const sidecars = (pod.spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const specs = [...(pod.spec?.containers ?? []), ...sidecars];
  for (const container of stats.containers) {
    const spec = specs.find(({ name }) => name === container.name);
    const usage = usageOf(resource, container);
    if (!spec || !usage) continue;
    const requests = spec.resources?.requests as Record<string, string | number> | undefined;
    const request = parseQuantity(String(requests?.[resource] ?? '0'));
    if (compareQuantities(usage, request) <= 0) continue;
    const text = quantityText(usage);
    message += consumption('Container', spec.name, text, quantityText(request), resource);
    names.push(spec.name);
    usages.push(text);
  }
  return {
    message,
    annotations: {
      offending_containers: names.join(','),
      offending_containers_usage: usages.join(','),
      starved_resource: resource,
      ...(whole && { offending_pod: pod.metadata?.name ?? '', offending_pod_usage: whole.usage }),
    },
  };
}

const consumption = (what: string, name: string, usage: string, request: string, resource: StarvedResource): string =>
  `${what} ${name} was using ${usage}, request is ${request}, has larger consumption of ${resource}. `;

/** What a Pod with requests as a whole uses: it is told whether that is more or less. */
function podUsage(resource: StarvedResource, { spec }: Pod, stats: PodStats) {
  const used = stats.memory?.workingSetBytes;
  if (resource !== 'memory' || !spec?.resources?.requests || used === undefined) return undefined;
  const request = quantityText(parseQuantity(String(spec.resources.requests.memory ?? '0')));
  return { usage: quantityText(quantityOf(used, 'BinarySI')), request };
}

function usageOf(resource: StarvedResource, { memory, rootfs, logs }: ContainerStats): Quantity | undefined {
  if (resource === 'memory') {
    const bytes = memory?.workingSetBytes;
    return bytes === undefined ? undefined : quantityOf(bytes, 'BinarySI');
  }
  if (resource !== 'ephemeral-storage' || rootfs?.usedBytes === undefined || logs?.usedBytes === undefined)
    return undefined;
  return quantityOf(rootfs.usedBytes + logs.usedBytes, 'BinarySI');
}
