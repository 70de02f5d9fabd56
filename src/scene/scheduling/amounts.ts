import { type EffectiveRequests, effectiveRequests } from '../../api/effective.ts';
import type { Node, Pod } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';

const known = new WeakMap<Pod, EffectiveRequests>();

/** Added up once for each object: stored ones never change. */
function requestsOf(pod: Pod): EffectiveRequests {
  let requests = known.get(pod);
  if (!requests) {
    requests = effectiveRequests(pod);
    known.set(pod, requests);
  }
  return requests;
}

/** What a Pod requests of a resource as a whole: millicores, bytes, or units of any other. */
export function requestOf(pod: Pod, resource: string): number {
  const { milliCPU, memory, ephemeralStorage, others } = requestsOf(pod);
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
