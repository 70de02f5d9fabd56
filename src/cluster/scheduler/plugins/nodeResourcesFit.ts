import type { Node, Pod, Stored } from '../../../api/objects.ts';
import type { NodeView, Plugin, Rejection } from '../plugin.ts';
import { allocatableOf, requestForScoring, shareOf } from '../podRequests.ts';
import type { NodeInfo, ResourceAmounts } from '../state.ts';

/** Refuses nodes on which too little is left of what the Pod requests; prefers those with the most left. */
export const nodeResourcesFit: Plugin = {
  name: 'NodeResourcesFit',
  weight: 1,
  preFilter(pod) {
    const { requested } = shareOf(pod);
    return { check: ({ info }) => lacking(requested, info) };
  },
  preScore(pod) {
    const request = requestForScoring(pod);
    return { score: (view) => leastAllocated(request, view) };
  },
  mayHelp(pod, { what, change: { object, previous } }) {
    const { requested } = shareOf(pod);
    if (what === 'podResized' && previous)
      return isShrunk(requested, shareOf(previous as Stored<Pod>).requested, shareOf(object as Stored<Pod>).requested);
    if (what !== 'node') return what === 'podFreed' || what === 'own';
    const now = allocatableOf((object as Stored<Node>).status?.allocatable);
    if (lacking(requested, { allocatable: now, requested: nothing, pods: 0 })) return false;
    if (!previous) return true;
    const before = allocatableOf((previous as Stored<Node>).status?.allocatable);
    return (
      now.pods > before.pods ||
      (requested.cpu > 0 && now.cpu > before.cpu) ||
      (requested.memory > 0 && now.memory > before.memory) ||
      (requested.ephemeralStorage > 0 && now.ephemeralStorage > before.ephemeralStorage) ||
      Object.keys(requested.scalar).some((name) => (now.scalar[name] ?? 0) > (before.scalar[name] ?? 0))
    );
  },
};

/** Whether a Pod takes less of something that another wants. Source: isResourceScaleDown. */
function isShrunk(wanted: ResourceAmounts, before: ResourceAmounts, now: ResourceAmounts): boolean {
  return (
    (wanted.cpu > 0 && now.cpu < before.cpu) ||
    (wanted.memory > 0 && now.memory < before.memory) ||
    (wanted.ephemeralStorage > 0 && now.ephemeralStorage < before.ephemeralStorage) ||
    Object.keys(wanted.scalar).some((name) => (now.scalar[name] ?? 0) < (before.scalar[name] ?? 0))
  );
}

const nothing: ResourceAmounts = { cpu: 0, memory: 0, ephemeralStorage: 0, scalar: {} };

type Room = Pick<NodeInfo, 'allocatable' | 'requested' | 'pods'>;

const isShort = (want: number, has: number, used: number): boolean => want > 0 && want > has - used;

/** All that a node is short of; removing Pods cannot help where the node itself is too small. */
function lacking(wanted: ResourceAmounts, room: Room): Rejection | undefined {
  const { allocatable, requested, pods } = room;
  // Nearly every look at a node ends here.
  if (
    pods < allocatable.pods &&
    !isShort(wanted.cpu, allocatable.cpu, requested.cpu) &&
    !isShort(wanted.memory, allocatable.memory, requested.memory) &&
    !isShort(wanted.ephemeralStorage, allocatable.ephemeralStorage, requested.ephemeralStorage) &&
    shortScalars(wanted, room).length === 0
  ) {
    return undefined;
  }
  const amounts: [name: string, want: number, has: number, used: number][] = [
    ['cpu', wanted.cpu, allocatable.cpu, requested.cpu],
    ['memory', wanted.memory, allocatable.memory, requested.memory],
    ['ephemeral-storage', wanted.ephemeralStorage, allocatable.ephemeralStorage, requested.ephemeralStorage],
    ...shortScalars(wanted, room),
  ];
  const short = amounts.filter(([, want, has, used]) => isShort(want, has, used));
  const reasons = short.map(([name]) => `Insufficient ${name}`);
  if (pods >= allocatable.pods) reasons.unshift('Too many pods');
  const isTooSmall = short.some(([, want, has]) => want > has);
  return { code: isTooSmall ? 'UnschedulableAndUnresolvable' : 'Unschedulable', reasons };
}

function shortScalars(
  { scalar: wanted }: ResourceAmounts,
  { allocatable: { scalar: has }, requested: { scalar: used } }: Room,
): [name: string, want: number, has: number, used: number][] {
  const short: [string, number, number, number][] = [];
  for (const name in wanted) {
    const amounts = [wanted[name] ?? 0, has[name] ?? 0, used[name] ?? 0] as const;
    if (isShort(...amounts)) short.push([name, ...amounts]);
  }
  return short;
}

/** Share that stays free of CPU and memory, as a whole percentage; a resource that the node lacks is left out. */
function leastAllocated(request: { cpu: number; memory: number }, { info }: NodeView): number {
  let sum = 0;
  let counted = 0;
  for (const name of ['cpu', 'memory'] as const) {
    const has = info.allocatable[name];
    if (has === 0) continue;
    const left = has - info.nonZero[name] - request[name];
    sum += left < 0 ? 0 : Math.trunc((left * 100) / has);
    counted++;
  }
  return counted === 0 ? 0 : Math.trunc(sum / counted);
}
