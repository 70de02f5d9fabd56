import type { Pod, Stored } from '../../api/objects.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { Decision, PluginScores, Preemption } from './decision.ts';

/** scheduled: bound, or about to be. nominated: Pods of lower priority go for it first. error: the binding was refused. */
export type AttemptOutcome = 'scheduled' | 'unschedulable' | 'nominated' | 'error';

/** One try to find a node for a Pod. Plain data, never changed. */
export interface SchedulingAttempt {
  at: Milliseconds;
  pod: { namespace: string; name: string; uid: string };
  outcome: AttemptOutcome;
  /** As in the Pod's Event and condition. */
  message: string;
  decision: Decision;
}

/** So many attempts of a Pod are kept, the last ones. */
const keptAttempts = 10;
/** With more nodes than this a decision is kept in part: the best nodes, and some for each reason of refusal. */
const nodesInFull = 50;
const keptFeasible = 8;
const keptRejected = 2;

/** Keeps an attempt with the Pod. */
export function keepAttempt(
  world: World,
  { metadata: { namespace = '', name, uid } }: Stored<Pod>,
  outcome: AttemptOutcome,
  message: string,
  decision: Decision,
): void {
  const { attempts } = world.scheduler;
  const pod = { namespace, name, uid };
  // Frozen: copies of the world share it.
  const attempt = Object.freeze({ at: world.now, pod, outcome, message, decision: compact(decision) });
  attempts.set(uid, [...(attempts.get(uid) ?? []), attempt].slice(-keptAttempts));
}

/** Notes that what the last attempt decided could not be done. */
export function failAttempt(world: World, uid: string, message: string): void {
  const attempts = world.scheduler.attempts.get(uid);
  const last = attempts?.at(-1);
  if (!attempts || !last) return;
  const failed = Object.freeze({ ...last, outcome: 'error' as const, message });
  world.scheduler.attempts.set(uid, [...attempts.slice(0, -1), failed]);
}

/** The decision without most of its nodes, where they are many. */
export function compact(decision: Decision): Decision {
  if (decision.nodes <= nodesInFull) return decision;
  const { totals, scores, preemption } = decision;
  const feasible = bestOf(decision);
  const pick = <T>(values: readonly T[]): T[] => feasible.map((index) => values[index] as T);
  const perReason = new Map<string, number>();
  const rejected = decision.rejected.filter(({ rejection: { reasons } }) => {
    const reason = reasons.length === 1 ? (reasons[0] ?? '') : reasons.join();
    const known = perReason.get(reason) ?? 0;
    perReason.set(reason, known + 1);
    return known < keptRejected;
  });
  return {
    ...decision,
    feasible: pick(decision.feasible),
    rejected,
    best: decision.best.slice(0, keptFeasible),
    ...(preemption && { preemption: compactPreemption(preemption) }),
    ...(totals && { totals: pick(totals) }),
    ...(scores && {
      scores: scores.map(
        ({ raw, normalized, ...rest }): PluginScores => ({
          ...rest,
          ...(raw && { raw: pick(raw) }),
          normalized: pick(normalized),
        }),
      ),
    }),
    leftOut: {
      feasible: decision.feasible.length - feasible.length,
      rejected: decision.rejected.length - rejected.length,
    },
  };
}

/** The node that is nominated comes first. */
function compactPreemption({ candidates, rejected, tied, ...rest }: Preemption): Preemption {
  const { nominatedNode } = rest;
  const first = candidates.filter(({ node }) => node === nominatedNode);
  const others = candidates.filter(({ node }) => node !== nominatedNode);
  return {
    ...rest,
    candidates: [...first, ...others].slice(0, keptFeasible),
    rejected: rejected.slice(0, keptFeasible),
    tied: tied.slice(0, keptFeasible),
  };
}

/** Where the chosen node and those with the highest totals are in the list of feasible ones. */
function bestOf({ node, feasible, totals = [] }: Decision): number[] {
  const found: number[] = node === undefined ? [] : [feasible.indexOf(node)];
  // A few rounds over the list cost less than to sort it.
  while (found.length < Math.min(keptFeasible, feasible.length)) {
    let best = -1;
    for (let index = 0; index < feasible.length; index++) {
      if (found.includes(index)) continue;
      if (best < 0 || (totals[index] ?? 0) > (totals[best] ?? 0)) best = index;
    }
    found.push(best);
  }
  return found.filter((index) => index >= 0).sort((a, b) => a - b);
}
