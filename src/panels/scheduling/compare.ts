import type { Decision } from '../../client/client.ts';
import { type NodeVerdict, verdictsOf } from '../../scene/scheduling/verdicts.ts';

/** A node that came off otherwise in another decision; undefined where the decision does not list it. */
export interface Difference {
  node: string;
  before: NodeVerdict | undefined;
  after: NodeVerdict | undefined;
}

/** The nodes that came off differently in two decisions, in the order of the later one. */
export function differencesOf(before: Decision, after: Decision): Difference[] {
  const [then, now] = [before, after].map((one) => new Map(verdictsOf(one).map((verdict) => [verdict.node, verdict])));
  if (!then || !now) return [];
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((node) => ({ node, before: then.get(node), after: now.get(node) }))
    .filter((one) => signature(one.before) !== signature(one.after));
}

function signature(verdict: NodeVerdict | undefined): string {
  if (!verdict) return '';
  const { outcome, rejection, total } = verdict;
  return [outcome, rejection?.plugin, rejection?.reasons.join(), total].join('\0');
}
