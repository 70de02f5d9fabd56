import { aggregateContainerResources, qosClass } from '../../api/effective.ts';
import type { Container, Pod } from '../../api/objects.ts';
import { toBytes } from '../../api/quantity.ts';
import { isSidecar } from './status/spec.ts';

// Whom the kernel kills first where the node has no memory left. Source: pkg/kubelet/qos/policy.go.

const guaranteed = -997;
const bestEffort = 1000;
const systemCritical = 2_000_000_000;

/** Pods that are never evicted: static ones, and those of the system's priority. Source: types.IsCriticalPod. */
export function isCriticalPod({ metadata, spec }: Pick<Pod, 'metadata' | 'spec'>): boolean {
  const annotations = metadata?.annotations ?? {};
  const source = annotations['kubernetes.io/config.source'];
  if (source !== undefined && source !== 'api') return true;
  return annotations['kubernetes.io/config.mirror'] !== undefined || (spec?.priority ?? 0) >= systemCritical;
}

/** `oom_score_adj` of a container's processes, -997 to 1000, on a node with so many bytes of memory. */
export function oomScoreAdjust(pod: Pod, container: Container, memoryCapacity: number): number {
  if (isCriticalPod(pod) && pod.spec?.priorityClassName === 'system-node-critical') return guaranteed;
  const quality = qosClass(pod);
  if (quality === 'Guaranteed') return guaranteed;
  if (quality === 'BestEffort') return bestEffort;

  const share = shareOfPod(pod);
  const score = (memory: number) => 1000 - Math.trunc((1000 * (memory + share)) / memoryCapacity);
  let adjust = score(requestOf(container));
  if (isSidecar(container) && pod.spec?.initContainers?.some(({ name }) => name === container.name)) {
    // A sidecar goes no sooner than the container that asks for least.
    adjust = Math.min(adjust, score(Math.min(...(pod.spec.containers ?? []).map(requestOf))));
  }
  if (adjust < 1000 + guaranteed) return 1000 + guaranteed;
  return adjust === bestEffort ? bestEffort - 1 : adjust;
}

const requestOf = ({ resources }: Container): number => toBytes(resources?.requests?.memory ?? '0');

/** What the Pod as a whole requests beyond its containers, in equal parts for each. */
function shareOfPod({ spec }: Pod): number {
  const own = spec?.resources?.requests?.memory;
  if (!spec || own === undefined) return 0;
  const rest = toBytes(own) - toBytes(aggregateContainerResources(spec, 'requests').memory ?? '0');
  return Math.trunc(rest / (spec.containers.length + (spec.initContainers?.length ?? 0)));
}
