import type { Decision } from '../../client/client.ts';
import { listText, st } from '../../i18n/scheduling.ts';
import { type RefusalGroup, refusalsOf } from './verdicts.ts';

/** More groups of refused nodes than this nobody listens to. */
const mostGroups = 4;

/** One spoken sentence, or two: why a decision ended at its node, or why it found none. */
export function whySentence(decision: Decision): string {
  const { nodes, node, preFilter, feasible, notEvaluated } = decision;
  if (nodes === 0) return st('why.noNodes');
  if (preFilter) return st('why.preFilter', { plugin: preFilter.plugin, reason: preFilter.reasons.join(', ') });
  const reasons = groupsText(decision);
  if (node === undefined) {
    const refusal = nodes === 1 ? st('why.oneNode', { reasons }) : st('why.none', { nodes, reasons });
    return [refusal, ...preemptionText(decision)].join(' ');
  }
  const parts = feasible.length === 1 ? [st('why.only', { node, nodes })] : [scoresSentence(decision, node)];
  if (reasons) parts.push(st('why.others', { reasons }));
  if (notEvaluated > 0) parts.push(st('why.notEvaluated', { count: notEvaluated }));
  return parts.join(' ');
}

/** Where Pods of lower priority go for this one, and which. */
function preemptionText({ preemption }: Decision): string[] {
  if (preemption?.nominatedNode === undefined) return [];
  const victims = preemption.victims.map((key) => key.split('/').at(-1) ?? key);
  return [st('why.nominated', { node: preemption.nominatedNode, victims: listText(victims) })];
}

function groupsText(decision: Decision): string {
  const groups = refusalsOf(decision);
  const said = groups.slice(0, mostGroups).map((group) => groupText(group, decision));
  const unsaid = groups.slice(mostGroups).reduce((sum, { nodes }) => sum + nodes.length, 0);
  return listText(unsaid > 0 ? [...said, st('why.more', { count: unsaid })] : said);
}

/** More nodes than this are not named, but counted. */
const mostNamed = 2;

function groupText({ plugin, reasons, nodes: refused }: RefusalGroup, { leftOut, nodes }: Decision): string {
  const reason = reasons.join(', ');
  // Where only examples are kept, counting them would lie.
  if (leftOut?.rejected) return st('why.some', { plugin, reason });
  const count = refused.length;
  const which = count <= mostNamed ? listText(refused) : st(count === nodes ? 'why.countAll' : 'why.count', { count });
  return st('why.group', { plugin, which, reason });
}

function scoresSentence(decision: Decision, node: string): string {
  const { nodes, feasible, best, totals = [], leftOut } = decision;
  const passed = feasible.length + (leftOut?.feasible ?? 0);
  const total = totals[feasible.indexOf(node)] ?? 0;
  if (best.length > 1) return st('why.tie', { passed, nodes, tied: best.length, total, node });
  const other = runnerUp(decision, node);
  if (other < 0) return st('why.only', { node, nodes });
  const sentence = st('why.best', {
    passed,
    nodes,
    node,
    total,
    second: totals[other] ?? 0,
    other: feasible[other] ?? '',
  });
  const plugin = greatestDifference(decision, feasible.indexOf(node), other);
  return plugin === undefined ? sentence : `${sentence} ${st('why.difference', { plugin })}`;
}

/** Where the best of the other nodes is in the list of feasible ones; -1 without any. */
function runnerUp({ feasible, totals = [] }: Decision, node: string): number {
  let found = -1;
  for (const [index, name] of feasible.entries()) {
    if (name !== node && (found < 0 || (totals[index] ?? 0) > (totals[found] ?? 0))) found = index;
  }
  return found;
}

/** The plugin that sets two nodes apart most, in favour of the first. */
function greatestDifference({ scores = [] }: Decision, first: number, second: number): string | undefined {
  const apart = scores.map(({ plugin, weight, normalized }) => ({
    plugin,
    by: ((normalized[first] ?? 0) - (normalized[second] ?? 0)) * weight,
  }));
  const [most] = apart.sort((a, b) => b.by - a.by);
  return most && most.by > 0 ? most.plugin : undefined;
}
