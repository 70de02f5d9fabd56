import type { Node, Stored } from '../../../api/objects.ts';
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
    if (what !== 'node') return what === 'podFreed' || what === 'own';
    const { requested } = shareOf(pod);
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

const nothing: ResourceAmounts = { cpu: 0, memory: 0, ephemeralStorage: 0, scalar: {} };

/** All that a node is short of; removing Pods cannot help where the node itself is too small. */
function lacking(
  wanted: ResourceAmounts,
  { allocatable, requested, pods }: Pick<NodeInfo, 'allocatable' | 'requested' | 'pods'>,
): Rejection | undefined {
  let reasons: string[] | undefined;
  let tooSmall = false;
  const check = (name: string, want: number, has: number, used: number) => {
    if (want === 0 || want <= has - used) return;
    reasons ??= [];
    reasons.push(`Insufficient ${name}`);
    if (want > has) tooSmall = true;
  };
  if (pods + 1 > allocatable.pods) reasons = ['Too many pods'];
  check('cpu', wanted.cpu, allocatable.cpu, requested.cpu);
  check('memory', wanted.memory, allocatable.memory, requested.memory);
  check('ephemeral-storage', wanted.ephemeralStorage, allocatable.ephemeralStorage, requested.ephemeralStorage);
  for (const name in wanted.scalar) {
    check(name, wanted.scalar[name] ?? 0, allocatable.scalar[name] ?? 0, requested.scalar[name] ?? 0);
  }
  return reasons && { code: tooSmall ? 'UnschedulableAndUnresolvable' : 'Unschedulable', reasons };
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
