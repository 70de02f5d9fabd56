import type { Pod, Stored } from '../../api/objects.ts';
import { type Chance, pick } from '../world/chance.ts';
import type { Decision, PluginRejection, PluginScores } from './decision.ts';
import { checkNode, type Filtering, prepareFilters } from './filter.ts';
import type { NodeView, Scorer, Snapshot } from './plugin.ts';
import { postFilter } from './postFilter.ts';
import { plugins } from './registry.ts';

/**
 * Finds a node for a Pod: filters, then scores, then takes one of the best by chance (drawn only where several are
 * equal); where there is none, looks for Pods to preempt. Pure but for the chance. Source: kube-scheduler 1.36 schedule_one.go.
 */
export function schedule(snapshot: Snapshot, pod: Stored<Pod>, chance: Chance): Decision {
  const decision: Decision = {
    nodes: snapshot.nodes.length,
    filters: [],
    notEvaluated: 0,
    feasible: [],
    rejected: [],
    skipped: { filter: [], score: [] },
    best: [],
    nextStart: snapshot.start,
  };
  if (snapshot.nodes.length === 0) return decision;
  const filtering = prepareFilters(snapshot, pod, decision);
  const feasible = filtering ? filterNodes(filtering, decision) : [];
  decision.feasible = feasible.map(nameOf);
  decision.best = feasible.length > 1 ? scoreNodes(snapshot, pod, feasible, decision) : decision.feasible;
  const [first] = decision.best;
  if (first !== undefined) decision.node = decision.best.length > 1 ? pick(chance, decision.best) : first;
  else postFilter(filtering, decision, chance);
  return decision;
}

const nameOf = ({ node }: NodeView): string => node.metadata.name;

function filterNodes(filtering: Filtering, decision: Decision): NodeView[] {
  const { snapshot, only, pod } = filtering;
  const nominated = pod.status?.nominatedNodeName && snapshot.view(pod.status.nominatedNodeName);
  if (nominated && !checkNode(filtering, nominated)) {
    decision.notEvaluated = snapshot.nodes.length - 1;
    return [nominated];
  }
  const candidates = only ? snapshot.nodes.filter((view) => only.has(nameOf(view))) : snapshot.nodes;
  if (only) {
    for (const view of snapshot.nodes)
      if (!only.has(nameOf(view))) decision.rejected.push({ node: nameOf(view), rejection: notNamed });
  }
  const wanted = nodesToFind(candidates.length);
  const feasible: NodeView[] = [];
  let looked = 0;
  for (; looked < candidates.length && feasible.length < wanted; looked++) {
    const view = candidates[(snapshot.start + looked) % candidates.length] as NodeView;
    const rejection = checkNode(filtering, view);
    if (rejection) decision.rejected.push({ node: nameOf(view), rejection });
    else feasible.push(view);
  }
  decision.notEvaluated = candidates.length - looked;
  if (candidates.length > 0) decision.nextStart = (snapshot.start + looked) % candidates.length;
  return feasible;
}

const notNamed: PluginRejection = {
  plugin: 'PreFilterResult',
  code: 'UnschedulableAndUnresolvable',
  reasons: ["node(s) didn't satisfy plugin(s) [NodeAffinity]"],
};

/**
 * How many feasible nodes are enough: all of fewer than 100; else a share that falls from 50% to 5% as the cluster
 * grows, but at least 100. Source: numFeasibleNodesToFind.
 */
export function nodesToFind(nodes: number): number {
  if (nodes < 100) return nodes;
  const share = Math.max(5, 50 - Math.trunc(nodes / 125));
  return Math.max(100, Math.trunc((nodes * share) / 100));
}

function scoreNodes(snapshot: Snapshot, pod: Stored<Pod>, feasible: readonly NodeView[], decision: Decision): string[] {
  const totals = feasible.map(() => 0);
  const scores: PluginScores[] = [];
  for (const { name, weight = 1, preScore } of plugins) {
    const scorer: Scorer | 'skip' | undefined = preScore?.(pod, snapshot, feasible);
    if (scorer === 'skip') decision.skipped.score.push(name);
    if (!scorer || scorer === 'skip') continue;
    const raw = feasible.map((view) => scorer.score(view));
    const normalized = scorer.normalize?.(raw) ?? raw;
    const isSame = normalized.every((score, index) => score === raw[index]);
    for (let index = 0; index < totals.length; index++)
      totals[index] = (totals[index] ?? 0) + (normalized[index] ?? 0) * weight;
    scores.push({ plugin: name, weight, normalized, ...(!isSame && { raw }) });
  }
  decision.scores = scores;
  decision.totals = totals;
  let highest = Number.NEGATIVE_INFINITY;
  for (const total of totals) highest = Math.max(highest, total);
  return decision.feasible.filter((_, index) => totals[index] === highest);
}
