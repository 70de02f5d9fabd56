import type { Container, ContainerStatus, Pod } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';
import type { ResourceAmounts, UsedPort } from './state.ts';

/** What one Pod takes of its node. */
export interface PodShare {
  requested: ResourceAmounts;
  /** For scoring: containers without a request count as 100m and 200Mi. */
  nonZero: { cpu: number; memory: number };
  ports: readonly UsedPort[];
}

type Requests = Record<string, string | number>;
type Amounts = Map<string, number>;

/** What a container without a request counts as in scores. Source: pkg/scheduler/util/pod_resources.go. */
const defaultCpu = 100;
const defaultMemory = 200 * 1024 * 1024;

const amountOf = (name: string, quantity: string | number): number =>
  name === 'cpu' ? toMillicores(quantity) : toBytes(quantity);

function add(to: Amounts, more: Amounts): Amounts {
  for (const [name, amount] of more) to.set(name, (to.get(name) ?? 0) + amount);
  return to;
}

function raise(to: Amounts, other: Amounts): Amounts {
  for (const [name, amount] of other) if (amount > (to.get(name) ?? 0)) to.set(name, amount);
  return to;
}

function parse(requests: object | undefined): Amounts {
  const amounts: Amounts = new Map();
  for (const [name, quantity] of Object.entries((requests ?? {}) as Requests))
    amounts.set(name, amountOf(name, quantity));
  return amounts;
}

interface Options {
  /** Counts containers without a request as the defaults. */
  fillIn: boolean;
  /** Leaves requests of the Pod as a whole aside. */
  containersOnly: boolean;
}

function ofContainer(container: Container, status: ContainerStatus | undefined, infeasible: boolean, fillIn: boolean) {
  const amounts = parse(container.resources?.requests);
  if (status?.resources || status?.allocatedResources) {
    // While a container is resized the larger of the two counts; a resize that cannot happen does not.
    if (infeasible) amounts.clear();
    raise(amounts, parse(status.resources?.requests));
    raise(amounts, parse(status.allocatedResources));
  }
  if (fillIn) {
    if (!amounts.has('cpu')) amounts.set('cpu', defaultCpu);
    if (!amounts.has('memory')) amounts.set('memory', defaultMemory);
  }
  return amounts;
}

/** The effective requests of a Pod. Source: k8s.io/component-helpers resource.PodRequests. */
function podRequests(pod: Pod, { fillIn, containersOnly }: Options): Amounts {
  const statuses = new Map(
    [...(pod.status?.containerStatuses ?? []), ...(pod.status?.initContainerStatuses ?? [])].map((status) => [
      status.name,
      status,
    ]),
  );
  const infeasible = (pod.status?.conditions ?? []).some(
    ({ type, reason }) => type === 'PodResizePending' && reason === 'Infeasible',
  );
  const of = (container: Container) => ofContainer(container, statuses.get(container.name), infeasible, fillIn);
  const sum: Amounts = new Map();
  for (const container of pod.spec?.containers ?? []) add(sum, of(container));
  const sidecars: Amounts = new Map();
  const largestInit: Amounts = new Map();
  for (const container of pod.spec?.initContainers ?? []) {
    if (container.restartPolicy === 'Always') {
      add(sum, of(container));
      add(sidecars, of(container));
      raise(largestInit, sidecars);
    } else {
      raise(largestInit, add(of(container), sidecars));
    }
  }
  raise(sum, largestInit);
  if (!containersOnly) {
    for (const [name, amount] of parse(pod.spec?.resources?.requests)) sum.set(name, amount);
  }
  return add(sum, parse(pod.spec?.overhead));
}

function toAmounts(amounts: Amounts): ResourceAmounts {
  const result: ResourceAmounts = { cpu: 0, memory: 0, ephemeralStorage: 0, scalar: {} };
  for (const [name, amount] of amounts) {
    if (name === 'cpu') result.cpu = amount;
    else if (name === 'memory') result.memory = amount;
    else if (name === 'ephemeral-storage') result.ephemeralStorage = amount;
    else result.scalar[name] = amount;
  }
  return result;
}

/** What allocatable of a node says. */
export function allocatableOf(allocatable: object | undefined): ResourceAmounts & { pods: number } {
  const amounts = parse(allocatable);
  const pods = amounts.get('pods') ?? 0;
  amounts.delete('pods');
  return { ...toAmounts(amounts), pods };
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

/** By spec, or by the Pod itself where its status counts too; neither ever changes. */
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

/** What a Pod that is on a node takes of it, in sums of NodeInfo. */
export function shareOf(pod: Pod): PodShare {
  const owner = pod.spec && followsSpec(pod) ? pod.spec : pod;
  const known = shares.get(owner);
  if (known) return known;
  const nonZero = podRequests(pod, { fillIn: true, containersOnly: false });
  const share = {
    requested: toAmounts(podRequests(pod, { fillIn: false, containersOnly: false })),
    nonZero: { cpu: nonZero.get('cpu') ?? 0, memory: nonZero.get('memory') ?? 0 },
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
  const amounts = podRequests(pod, { fillIn: true, containersOnly: true });
  return { cpu: amounts.get('cpu') ?? 0, memory: amounts.get('memory') ?? 0 };
}
