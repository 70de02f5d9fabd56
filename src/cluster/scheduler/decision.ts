import type { Rejection } from './plugin.ts';

/** A rejection and the plugin that spoke it. */
export interface PluginRejection extends Rejection {
  plugin: string;
}

/** What one plugin gave to the feasible nodes, in the order of `Decision.feasible`. */
export interface PluginScores {
  plugin: string;
  weight: number;
  /** Before normalisation; absent where the plugin gives 0 to 100 itself. */
  raw?: number[];
  /** 0 to 100. */
  normalized: number[];
}

/** Pods that would have to go from a node. */
export interface PreemptionCandidate {
  node: string;
  /** Their keys, `namespace/name`, the most important first. */
  victims: string[];
  /** How many of them a PodDisruptionBudget guards. */
  pdbViolations: number;
}

/** What PostFilter found: which Pods of lower priority would have to go for this one. */
export interface Preemption {
  /** The node whose victims are to go; absent where there is none to preempt on. */
  nominatedNode?: string;
  victims: string[];
  candidates: PreemptionCandidate[];
  /** Candidates that are equal in all that is compared: one of them is taken by chance. */
  tied: string[];
  /** Nodes on which nothing can be preempted, and why not. */
  rejected: { node: string; rejection: Rejection & { plugin?: string } }[];
  /** Why preemption was not even tried. */
  ineligible?: string;
}

/** How many nodes a decision of a big cluster does not list any more. */
export interface LeftOut {
  feasible: number;
  rejected: number;
}

/** The whole reasoning about one Pod at one instant, as plain data. */
export interface Decision {
  /** The node chosen. */
  node?: string;
  /** How many nodes there are. */
  nodes: number;
  /** Refused before any node was looked at. */
  preFilter?: PluginRejection;
  /** The only nodes that a plugin let be looked at, by name, whether they exist or not; absent where it may be any. */
  named?: string[];
  /** The plugins that filtered, in order: of each node the first that refuses it ends the look at it. */
  filters: string[];
  /** The nodes that passed all filters, in the order in which they were looked at. */
  feasible: string[];
  /** The others that were looked at, with the plugin that refused each. */
  rejected: { node: string; rejection: PluginRejection }[];
  /** How many nodes were not looked at, as enough others had passed, or the nominated node is taken without a look at others. */
  notEvaluated: number;
  /** Plugins with nothing to do for this Pod. */
  skipped: { filter: string[]; score: string[] };
  /** Absent with fewer than two feasible nodes: there is nothing to choose. */
  scores?: PluginScores[];
  /** For each feasible node the sum of normalised score times weight. */
  totals?: number[];
  /** The nodes with the highest total: one of them is taken by chance. */
  best: string[];
  /** Where no node passed: what PostFilter found. */
  preemption?: Preemption;
  /** What PostFilter adds to the message. */
  postFilter?: string;
  /** Where in the order of nodes the next decision begins. */
  nextStart: number;
  /** There where the nodes are too many for all to be kept: only some are listed above, the best among them. */
  leftOut?: LeftOut;
}

/** What one plugin said of one node. */
export type Verdict =
  | { plugin: string; verdict: 'passed' }
  | { plugin: string; verdict: 'rejected'; reasons: string[]; mayPreempt: boolean }
  /** Nothing to do for this Pod. */
  | { plugin: string; verdict: 'skipped' }
  /** An earlier plugin had refused the node, or the Pod altogether. */
  | { plugin: string; verdict: 'notReached' };

/** What one plugin gave to one node. */
export interface NodeScore {
  plugin: string;
  weight: number;
  raw: number;
  normalized: number;
  /** What it adds to the total. */
  weighted: number;
}

/** A decision as one node sees it. */
export interface NodeDecision {
  node: string;
  /** notEvaluated: enough other nodes had passed (or the decision does not list it any more, see `leftOut`). */
  verdict: 'chosen' | 'feasible' | 'rejected' | 'notEvaluated';
  filters: Verdict[];
  /** Empty where nothing was scored. */
  scores: NodeScore[];
  total?: number;
  /** 1 for the nodes with the highest total. */
  rank?: number;
}

/** What a decision says of one node, plugin by plugin. */
export function decisionAboutNode(decision: Decision, node: string): NodeDecision {
  const rejection =
    decision.preFilter ?? decision.rejected.find((rejected) => rejected.node === node)?.rejection ?? undefined;
  const index = decision.feasible.indexOf(node);
  const passed = index >= 0;
  const filters = [
    ...verdicts(decision.filters, passed, rejection),
    ...decision.skipped.filter.map((plugin): Verdict => ({ plugin, verdict: 'skipped' })),
  ];
  const total = passed ? decision.totals?.[index] : undefined;
  return {
    node,
    verdict: decision.node === node ? 'chosen' : passed ? 'feasible' : rejection ? 'rejected' : 'notEvaluated',
    filters,
    scores: passed
      ? (decision.scores ?? []).map(({ plugin, weight, raw, normalized }) => ({
          plugin,
          weight,
          raw: (raw ?? normalized)[index] ?? 0,
          normalized: normalized[index] ?? 0,
          weighted: (normalized[index] ?? 0) * weight,
        }))
      : [],
    ...(total !== undefined && { total, rank: 1 + (decision.totals ?? []).filter((other) => other > total).length }),
  };
}

function verdicts(plugins: readonly string[], passed: boolean, rejection: PluginRejection | undefined): Verdict[] {
  const all = rejection && !plugins.includes(rejection.plugin) ? [rejection.plugin, ...plugins] : plugins;
  const reached = passed ? all.length : rejection ? all.indexOf(rejection.plugin) : 0;
  return all.map((plugin, index): Verdict => {
    if (index < reached) return { plugin, verdict: 'passed' };
    if (index > reached || !rejection) return { plugin, verdict: 'notReached' };
    const mayPreempt = rejection.code === 'Unschedulable';
    return { plugin, verdict: 'rejected', reasons: rejection.reasons, mayPreempt };
  });
}
