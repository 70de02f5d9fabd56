import { aggregateContainerResources } from '../effective.ts';
import type { PodSpec, ResourceRequirements } from '../objects.ts';
import { sameOr } from './share.ts';

const isHugePages = (name: string) => name.startsWith('hugepages-');
const isSupported = (name: string) => name === 'cpu' || name === 'memory' || isHugePages(name);

/**
 * The Pod's own resources with what its containers and its limits imply. Source: defaultHugePagePodLimits,
 * defaultPodRequests, defaultPodLimits of pkg/apis/core/v1/defaults.go.
 */
export function defaultPodLevelResources(spec: PodSpec, given: ResourceRequirements): ResourceRequirements {
  const limits: Record<string, string> = { ...(given.limits as Record<string, string>) };
  const requests: Record<string, string> = { ...(given.requests as Record<string, string>) };
  if (Object.keys(limits).length + Object.keys(requests).length === 0) return given;
  const hadLimits = Object.keys(limits).some(isSupported);
  const containerLimits = aggregateContainerResources(spec, 'limits');

  for (const [name, amount] of Object.entries(containerLimits))
    if (isHugePages(name) && requests[name] === undefined) limits[name] ??= amount;
  if (Object.keys(limits).length > 0) {
    for (const [name, amount] of Object.entries(aggregateContainerResources(spec, 'requests')))
      if (isSupported(name) && !isHugePages(name)) requests[name] ??= amount;
    for (const [name, amount] of Object.entries(limits)) if (isSupported(name)) requests[name] ??= amount;
  }
  if (!hadLimits && Object.keys(requests).some(isSupported)) {
    const all = [...spec.containers, ...(spec.initContainers ?? [])];
    for (const [name, amount] of Object.entries(containerLimits)) {
      const everywhere = all.every((container) => container.resources?.limits?.[name] !== undefined);
      if (isSupported(name) && !isHugePages(name) && everywhere) limits[name] ??= amount;
    }
  }
  const out: ResourceRequirements = { ...given };
  if (Object.keys(limits).length > 0) out.limits = sameOr(given.limits ?? {}, limits);
  if (Object.keys(requests).length > 0) out.requests = sameOr(given.requests ?? {}, requests);
  return sameOr(given, out);
}
