import { effectiveRequests } from '../../api/effective.ts';
import type { Container, ContainerStatus, Pod } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';
import { whileResized } from '../../api/whileResized.ts';
import type { ResourceAmounts, UsedPort } from './state.ts';

/** What one Pod takes of its node. */
export interface PodShare {
  requested: ResourceAmounts;
  /** For scoring: containers without a request count as 100m and 200Mi. */
  nonZero: { cpu: number; memory: number };
  ports: readonly UsedPort[];
}

/** What a container without a request counts as in scores. Source: pkg/scheduler/util/pod_resources.go. */
const inScores = { nonMissingContainerRequests: { cpu: '100m', memory: '200Mi' } };

type Requests = Record<string, string | number>;

const amountOf = (name: string, quantity: string | number): number =>
  name === 'cpu' ? toMillicores(quantity) : toBytes(quantity);

/** What allocatable of a node says. */
export function allocatableOf(allocatable: object = {}): ResourceAmounts & { pods: number } {
  const result = { cpu: 0, memory: 0, ephemeralStorage: 0, scalar: {} as Record<string, number>, pods: 0 };
  for (const [name, quantity] of Object.entries(allocatable as Requests)) {
    const amount = amountOf(name, quantity);
    if (name === 'cpu' || name === 'memory' || name === 'pods') result[name] = amount;
    else if (name === 'ephemeral-storage') result.ephemeralStorage = amount;
    else result.scalar[name] = amount;
  }
  return result;
}

/** The ports that a Pod takes of its node: those of its containers and sidecars with a hostPort. */
export function usedPorts(pod: Pod): readonly UsedPort[] {
  const found: UsedPort[] = [];
  const sidecars = pod.spec?.initContainers?.filter(({ restartPolicy }) => restartPolicy === 'Always') ?? [];
  for (const container of [...(pod.spec?.containers ?? []), ...sidecars]) {
    for (const { hostPort, hostIP, protocol } of container.ports ?? []) {
      if (hostPort) found.push({ ip: hostIP || '0.0.0.0', protocol: protocol ?? 'TCP', port: hostPort });
    }
  }
  return found;
}

/** By what alone the share depends on: the containers, the spec, or the Pod itself; none of them ever changes. */
const shares = new WeakMap<object, PodShare>();

/** Whether no container's status says other resources than its spec: the spec alone tells what the Pod takes. */
function followsSpec({ spec, status }: Pod): boolean {
  const differs = (containers: readonly Container[] | undefined, statuses: readonly ContainerStatus[] | undefined) =>
    statuses?.some(({ name, resources, allocatedResources }) => {
      if (!resources && !allocatedResources) return false;
      const own = containers?.find((container) => container.name === name)?.resources;
      return resources !== own || (allocatedResources !== undefined && allocatedResources !== own?.requests);
    });
  return !(
    differs(spec?.containers, status?.containerStatuses) || differs(spec?.initContainers, status?.initContainerStatuses)
  );
}

/** Pods of one template, before and after they have a node, have the same containers: mostly these say it all. */
function ownerOfShare(pod: Pod): object {
  const { spec } = pod;
  if (!spec || !followsSpec(pod)) return pod;
  return spec.initContainers || spec.overhead || spec.resources ? spec : spec.containers;
}

/** What a Pod that is on a node takes of it, in sums of NodeInfo. */
export function shareOf(pod: Pod): PodShare {
  const owner = ownerOfShare(pod);
  const known = shares.get(owner);
  if (known) return known;
  const resized = owner === pod ? whileResized(pod) : pod;
  const { milliCPU, memory, ephemeralStorage, others } = effectiveRequests(resized);
  const scored = effectiveRequests(resized, inScores);
  const share = {
    requested: { cpu: milliCPU, memory, ephemeralStorage, scalar: others },
    nonZero: { cpu: scored.milliCPU, memory: scored.memory },
    ports: usedPorts(pod),
  };
  shares.set(owner, share);
  return share;
}

/**
 * What the least-allocated score takes a Pod for that looks for a node: its containers with the defaults, even where
 * it has requests as a whole. Source: NodeResourcesFit's resourceAllocationScorer.calculatePodResourceRequest.
 */
export function requestForScoring(pod: Pod): { cpu: number; memory: number } {
  if (!pod.spec?.resources?.requests) return shareOf(pod).nonZero;
  const { milliCPU, memory } = effectiveRequests(pod, { ...inScores, skipPodLevelResources: true });
  return { cpu: milliCPU, memory };
}
