import { effectiveRequests } from '../../../api/effective.ts';
import type { Container, Node, Pod, PodSpec } from '../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../api/quantity.ts';

/** What a Pod requests of a resource as a whole: millicores, bytes, or units of any other. */
export function requestOf(pod: Pod, resource: string): number {
  const { milliCPU, memory, ephemeralStorage, others } = effectiveRequests(pod);
  if (resource === 'cpu') return milliCPU;
  if (resource === 'memory') return memory;
  return resource === 'ephemeral-storage' ? ephemeralStorage : (others[resource] ?? 0);
}

/** What a node has of a resource for Pods, in the same units. */
export function allocatableOf(node: Node, resource: string): number {
  const text = String((node.status?.allocatable as Record<string, string> | undefined)?.[resource] ?? '0');
  return resource === 'cpu' ? toMillicores(text) : toBytes(text);
}

/** What is left of a resource on a node beside these Pods. */
export function freeOf(node: Node, others: readonly Pod[], resource: string): number {
  return others.reduce((free, pod) => free - requestOf(pod, resource), allocatableOf(node, resource));
}

const mebibyte = 2 ** 20;

/** An amount as one would write it in a manifest, rounded down to what people write: `1500m`, `2`, `768Mi`, `3Gi`. */
export function amountText(resource: string, amount: number): string {
  if (resource === 'cpu') return amount % 1000 === 0 ? String(amount / 1000) : `${Math.floor(amount)}m`;
  if (resource !== 'memory' && resource !== 'ephemeral-storage') return String(Math.floor(amount));
  const mebibytes = Math.floor(amount / mebibyte);
  if (mebibytes === 0) return String(Math.floor(amount));
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

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
