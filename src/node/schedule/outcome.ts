import type { Pod, Stored } from '../../api/objects.ts';
import type { Decision, Preemption } from '../../cluster/scheduler/decision.ts';
import type { Rejection } from '../../cluster/scheduler/plugin.ts';
import { getObject, listObjects } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import type { CaseOutcome, CasePreemption, NodeStatus } from './case.ts';

/** What became of a Pod that was tried once (`whole`: with all nodes), in the format of recordings/scheduling. */
export function outcomeOf(
  world: World,
  pod: Stored<Pod> | undefined,
  whole: Decision | undefined,
  claims: Pick<CaseOutcome, 'claimed' | 'selectedNode'>,
): CaseOutcome {
  const attempt = pod && world.scheduler.attempts.get(pod.metadata.uid)?.[0];
  const condition = pod?.status?.conditions?.find(({ type }) => type === 'PodScheduled');
  if (!pod || !attempt) {
    const { reason, message } = condition ?? {};
    return { scheduled: null, ...(reason && { reason }), ...(message && { message }) };
  }
  const { decision: kept } = attempt;
  const decision: Decision = kept.leftOut && whole ? whole : kept;
  const node = kept.node ?? null;
  const event = eventAbout(world, pod);
  return {
    scheduled: node,
    ...(node !== null && !pod.spec?.nodeName && { bound: false as const }),
    ...ofFilters(world, decision),
    ...ofScores(decision),
    ...(decision.best.length > 0 && { best: inOrder(world, decision.best) }),
    ...claims,
    ...(node === null && { reason: condition?.reason ?? '', message: attempt.message }),
    ...(decision.preemption && { preemption: ofPreemption(world, decision, decision.preemption) }),
    ...(event && { event }),
  };
}

/** Names in the order in which the nodes came. */
function inOrder(world: World, names: readonly string[]): string[] {
  const wanted = new Set(names);
  return listObjects(world.store, 'nodes').flatMap(({ metadata: { name } }) => (wanted.has(name) ? [name] : []));
}

const statusOf = ({ plugin, code, reasons }: Rejection & { plugin?: string }): NodeStatus => ({
  ...(plugin !== undefined && { plugin }),
  status: code,
  reasons,
});

const byNode = (list: readonly { node: string; rejection: Rejection & { plugin?: string } }[]) =>
  Object.fromEntries(list.map(({ node, rejection }) => [node, statusOf(rejection)]));

function ofFilters(world: World, decision: Decision): Partial<CaseOutcome> {
  const { feasible, rejected, preFilter, skipped, totals, named } = decision;
  const filter = [...skipped.filter].sort();
  return {
    ...(preFilter && { preFilter: statusOf(preFilter) }),
    ...(named && { preFilterNodes: [...named].sort() }),
    feasible: inOrder(world, feasible),
    filtered: byNode(rejected),
    skipped: { filter, ...(totals && { score: [...skipped.score].sort() }) },
  };
}

function ofScores({ feasible, scores, totals }: Decision): Partial<CaseOutcome> {
  if (!scores || !totals) return {};
  const byName = (numbers: readonly number[]) =>
    Object.fromEntries(feasible.map((node, index) => [node, numbers[index] ?? 0]));
  return {
    scores: Object.fromEntries(scores.map(({ plugin, normalized }) => [plugin, byName(normalized)])),
    raw: Object.fromEntries(scores.flatMap(({ plugin, raw }) => (raw ? [[plugin, byName(raw)]] : []))),
    weights: Object.fromEntries(scores.map(({ plugin, weight }) => [plugin, weight])),
    totals: byName(totals),
  };
}

function ofPreemption(world: World, decision: Decision, preemption: Preemption): CasePreemption {
  const { nominatedNode, victims, candidates, tied, rejected, ineligible } = preemption;
  const [first] = victims;
  const victim = first === undefined ? undefined : getObject<Stored<Pod>>(world.store, 'pods', first);
  const condition = victim?.status?.conditions?.find(({ type }) => type === 'DisruptionTarget');
  const message = decision.postFilter?.replace(/^no new claims to deallocate, /, '');
  return {
    ...(nominatedNode !== undefined && {
      nominatedNode,
      candidates: Object.fromEntries(candidates.map(({ node, ...rest }) => [node, rest])),
      victims,
      ...(tied.length > 1 && { tied: inOrder(world, tied) }),
    }),
    ...(rejected.length > 0 && { rejected: byNode(rejected) }),
    ...(ineligible && { ineligible }),
    ...(condition && {
      victimCondition: {
        type: condition.type,
        status: condition.status,
        ...(condition.reason && { reason: condition.reason }),
        ...(condition.message && { message: condition.message }),
      },
    }),
    ...(message && { message }),
  };
}

/** The first Event about a Pod; uids in it are left out. */
export function eventAbout(world: World, { metadata }: Stored<Pod>): CaseOutcome['event'] {
  for (const event of listObjects(world.store, 'events', metadata.namespace)) {
    const { involvedObject, regarding, type, reason, message, note, action } = event as unknown as Record<
      string,
      string
    > & {
      involvedObject?: { uid?: string };
      regarding?: { uid?: string };
    };
    if ((involvedObject ?? regarding)?.uid !== metadata.uid) continue;
    const text = (message ?? note ?? '').replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uid>');
    return { type: type ?? '', reason: reason ?? '', message: text, action: action ?? '' };
  }
  return undefined;
}
