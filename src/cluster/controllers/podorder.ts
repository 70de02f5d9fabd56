import type { ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import type { Milliseconds } from '../world/queue.ts';
import { isPodActive, isPodReady, readySince } from './pods.ts';

type Order = (a: Stored<Pod>, b: Stored<Pod>) => number;

const phaseRanks: Record<string, number> = { Unknown: 1, Running: 2 };
const phaseRank = (pod: Stored<Pod>): number => phaseRanks[pod.status?.phase ?? ''] ?? 0;
const isAssigned = (pod: Stored<Pod>): number => (pod.spec?.nodeName ? 1 : 0);
const createdAt = (pod: Stored<Pod>): Milliseconds | undefined =>
  pod.metadata.creationTimestamp ? fromTimestamp(pod.metadata.creationTimestamp) : undefined;

/** The later first; none at all before any. Source: pkg/controller afterOrZero. */
function laterFirst(a: Milliseconds | undefined, b: Milliseconds | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  return b - a;
}

/** The younger first, ages told apart by powers of two of their nanoseconds only, equal ones by uid. */
function youngerFirst(
  a: Milliseconds | undefined,
  b: Milliseconds | undefined,
  now: Milliseconds,
  uids: [string, string],
): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return laterFirst(a, b);
  const difference = magnitude(now - a) - magnitude(now - b);
  if (difference !== 0) return difference;
  return uids[0] < uids[1] ? -1 : 1;
}

const magnitude = (age: Milliseconds): number => (age > 0 ? Math.floor(Math.log2(age * 1e6)) : -1);

/** The restarts of the container that restarted most; sidecars only settle ties. Source: compareMaxContainerRestarts. */
function moreRestartsFirst(a: Stored<Pod>, b: Stored<Pod>): number {
  return (
    mostRestarts(b.status?.containerStatuses) - mostRestarts(a.status?.containerStatuses) ||
    mostRestarts(sidecarStatuses(b)) - mostRestarts(sidecarStatuses(a))
  );
}

function mostRestarts(statuses: ContainerStatus[] | undefined): number {
  return (statuses ?? []).reduce((most, { restartCount }) => Math.max(most, restartCount), 0);
}

function sidecarStatuses(pod: Stored<Pod>): ContainerStatus[] {
  const sidecars = (pod.spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  if (sidecars.length === 0) return [];
  return (pod.status?.initContainerStatuses ?? []).filter(({ name }) => sidecars.some((one) => one.name === name));
}

/** The annotation as a 32-bit number; 0 where it is missing or not written as a number should be. */
function deletionCost(pod: Stored<Pod>): number {
  const text = pod.metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost'];
  if (!text || !/^(0|-?[1-9][0-9]*)$/.test(text)) return 0;
  const cost = Number(text);
  return cost >= -(2 ** 31) && cost < 2 ** 31 ? cost : 0;
}

/**
 * The Pods of a ReplicaSet, those first that go first. `related` are the Pods of all ReplicaSets of the same owner: the
 * more of them run on a Pod's node, the sooner it goes. Source: pkg/controller ActivePodsWithRanks.
 */
export function inOrderOfDeletion(
  pods: readonly Stored<Pod>[],
  related: readonly Stored<Pod>[],
  now: Milliseconds,
): Stored<Pod>[] {
  const perNode = new Map<string, number>();
  for (const pod of related)
    if (isPodActive(pod)) perNode.set(pod.spec?.nodeName ?? '', (perNode.get(pod.spec?.nodeName ?? '') ?? 0) + 1);
  const rank = (pod: Stored<Pod>): number => perNode.get(pod.spec?.nodeName ?? '') ?? 0;
  const order: Order = (a, b) => {
    const uids: [string, string] = [a.metadata.uid, b.metadata.uid];
    return (
      isAssigned(a) - isAssigned(b) ||
      phaseRank(a) - phaseRank(b) ||
      Number(isPodReady(a)) - Number(isPodReady(b)) ||
      deletionCost(a) - deletionCost(b) ||
      rank(b) - rank(a) ||
      (isPodReady(a) && isPodReady(b) ? youngerFirst(readySince(a), readySince(b), now, uids) : 0) ||
      moreRestartsFirst(a, b) ||
      youngerFirst(createdAt(a), createdAt(b), now, uids)
    );
  };
  return [...pods].sort(order);
}

const newestFirst: Order = (a, b) =>
  isAssigned(a) - isAssigned(b) ||
  phaseRank(a) - phaseRank(b) ||
  Number(isPodReady(a)) - Number(isPodReady(b)) ||
  (isPodReady(a) && isPodReady(b) ? laterFirst(readySince(a), readySince(b)) : 0) ||
  moreRestartsFirst(a, b) ||
  laterFirst(createdAt(a), createdAt(b));

/** The Pods of a workload in the order in which kubectl prefers them last to first. Source: podutils ActivePods. */
export function byActivity(pods: readonly Stored<Pod>[]): Stored<Pod>[] {
  return [...pods].sort(newestFirst);
}

/** The Pods of a workload in the order in which `kubectl logs` prefers them. Source: podutils ByLogging. */
export function byLogging(pods: readonly Stored<Pod>[]): Stored<Pod>[] {
  return [...pods].sort(
    (a, b) =>
      isAssigned(b) - isAssigned(a) ||
      phaseRank(b) - phaseRank(a) ||
      Number(isPodReady(b)) - Number(isPodReady(a)) ||
      (isPodReady(a) && isPodReady(b) ? laterFirst(readySince(b), readySince(a)) : 0) ||
      moreRestartsFirst(a, b) ||
      laterFirst(createdAt(b), createdAt(a)),
  );
}
