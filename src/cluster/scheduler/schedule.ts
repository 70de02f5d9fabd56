import type { Pod, Stored } from '../../api/objects.ts';
import { type Chance, pick } from '../world/chance.ts';
import type { Decision, PluginRejection, PluginScores } from './decision.ts';
import type { Filter, NodeView, Scorer, Snapshot } from './plugin.ts';
import { plugins } from './registry.ts';

/**
 * Finds a node for a Pod: filters, then scores, then takes one of the best by chance (drawn only where several are
 * equal). Pure but for the chance. Source: kube-scheduler 1.36 schedule_one.go.
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
  const feasible = filterNodes(snapshot, pod, decision);
  decision.feasible = feasible.map(nameOf);
  decision.best = feasible.length > 1 ? scoreNodes(snapshot, pod, feasible, decision) : decision.feasible;
  const [first] = decision.best;
  if (first !== undefined) decision.node = decision.best.length > 1 ? pick(chance, decision.best) : first;
  return decision;
}

const nameOf = ({ node }: NodeView): string => node.metadata.name;

function filterNodes(snapshot: Snapshot, pod: Stored<Pod>, decision: Decision): NodeView[] {
  const filters: { plugin: string; filter: Filter }[] = [];
  let only: ReadonlySet<string> | undefined;
  for (const { name, preFilter } of plugins) {
    const filter = preFilter?.(pod, snapshot) ?? 'none';
    if (filter === 'skip') decision.skipped.filter.push(name);
    else if (filter !== 'none' && 'code' in filter) {
      decision.preFilter = { plugin: name, ...filter };
      return [];
    } else if (filter !== 'none') {
      filters.push({ plugin: name, filter });
      decision.filters.push(name);
      const { only: named } = filter;
      if (named) only = only ? new Set([...only].filter((node) => named.has(node))) : named;
    }
  }
  const candidates = only ? snapshot.nodes.filter((view) => only.has(nameOf(view))) : snapshot.nodes;
  if (only) {
    for (const view of snapshot.nodes) {
      if (!only.has(nameOf(view))) decision.rejected.push({ node: nameOf(view), rejection: notNamed });
    }
  }
  const wanted = nodesToFind(candidates.length);
  const feasible: NodeView[] = [];
  let looked = 0;
  for (; looked < candidates.length && feasible.length < wanted; looked++) {
    const view = candidates[(snapshot.start + looked) % candidates.length] as NodeView;
    const rejection = firstRejection(filters, view);
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

function firstRejection(filters: { plugin: string; filter: Filter }[], view: NodeView): PluginRejection | undefined {
  for (const { plugin, filter } of filters) {
    const rejection = filter.check(view);
    if (rejection) return { plugin, ...rejection };
  }
  return undefined;
}

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
  const highest = Math.max(...totals);
  return decision.feasible.filter((_, index) => totals[index] === highest);
}
