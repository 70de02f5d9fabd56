import type { Container, PodSpec } from '../../../api/objects.ts';
import { amountText, requestOf } from '../../../scene/scheduling/amounts.ts';

/** A Pod's spec that requests at most so much of a resource: the largest requests of its containers are lowered. */
export function capped(spec: PodSpec, resource: string, most: number): PodSpec {
  let lowered = spec;
  const rounds = spec.containers.length + (spec.initContainers?.length ?? 0) + 1;
  for (let round = 0; round < rounds; round++) {
    const excess = requestOf({ spec: lowered }, resource) - most;
    if (excess <= 0) return lowered;
    lowered = lowerLargest(lowered, resource, excess);
  }
  return lowered;
}

type Requests = Record<string, string>;
type HasRequests = Pick<Container, 'resources'>;

const ownRequest = (container: HasRequests, resource: string): number =>
  requestOf({ spec: { containers: [{ name: '', ...container }] } }, resource);

function withRequest<T extends HasRequests>(holder: T, resource: string, amount: number): T {
  const requests: Requests = { ...(holder.resources?.requests as Requests | undefined) };
  requests[resource] = amountText(resource, Math.max(0, amount));
  return { ...holder, resources: { ...holder.resources, requests } };
}

function lowerLargest(spec: PodSpec, resource: string, excess: number): PodSpec {
  const whole = (spec.resources?.requests as Requests | undefined)?.[resource];
  if (whole !== undefined) return withRequest(spec, resource, ownRequest(spec, resource) - excess);
  const all = [...spec.containers, ...(spec.initContainers ?? [])];
  const [first, ...rest] = all;
  if (!first) return spec;
  const size = (container: Container): number => ownRequest(container, resource);
  const largest = rest.reduce((most, one) => (size(one) > size(most) ? one : most), first);
  const lower = (container: Container): Container =>
    container === largest ? withRequest(container, resource, size(container) - excess) : container;
  return {
    ...spec,
    containers: spec.containers.map(lower),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(lower) }),
  };
}
