import type { Decision, PluginRejection } from '../../cluster/scheduler/decision.ts';

/** How a node came off in a decision. `notLooked`: enough others had passed before its turn came. */
export type Outcome = 'chosen' | 'tied' | 'passed' | 'refused' | 'notLooked';

/** One node in a decision. */
export interface NodeVerdict {
  node: string;
  outcome: Outcome;
  /** Who refused it, and why. */
  rejection?: PluginRejection;
  /** Sum of score times weight; absent where nothing was scored. */
  total?: number;
}

const order: Readonly<Record<Outcome, number>> = { chosen: 0, tied: 1, passed: 2, refused: 3, notLooked: 4 };

/**
 * How each node came off: the chosen one first, then by falling total, then the refused ones as they were looked at.
 * `nodes`: the names of all nodes, for those which the decision did not come to.
 */
export function verdictsOf(decision: Decision, nodes: Iterable<string> = []): NodeVerdict[] {
  const verdicts = decision.feasible.map((node, index): NodeVerdict => {
    const outcome = node === decision.node ? 'chosen' : decision.best.includes(node) ? 'tied' : 'passed';
    const total = decision.totals?.[index];
    return { node, outcome, ...(total !== undefined && { total }) };
  });
  for (const { node, rejection } of decision.rejected) verdicts.push({ node, outcome: 'refused', rejection });
  const known = new Set(verdicts.map(({ node }) => node));
  for (const node of nodes) {
    if (known.has(node)) continue;
    const { preFilter } = decision;
    verdicts.push(preFilter ? { node, outcome: 'refused', rejection: preFilter } : { node, outcome: 'notLooked' });
  }
  return verdicts.sort((a, b) => order[a.outcome] - order[b.outcome] || (b.total ?? 0) - (a.total ?? 0));
}

/** Nodes that were refused alike. */
export interface RefusalGroup {
  plugin: string;
  reasons: readonly string[];
  nodes: string[];
}

/** The refused nodes by who refused them and why, the largest group first. */
export function refusalsOf(decision: Decision): RefusalGroup[] {
  const groups = new Map<string, RefusalGroup>();
  for (const { node, rejection } of decision.rejected) {
    const id = `${rejection.plugin}\0${rejection.reasons.join('\0')}`;
    const group = groups.get(id);
    if (group) group.nodes.push(node);
    else groups.set(id, { plugin: rejection.plugin, reasons: rejection.reasons, nodes: [node] });
  }
  return [...groups.values()].sort((a, b) => b.nodes.length - a.nodes.length);
}
