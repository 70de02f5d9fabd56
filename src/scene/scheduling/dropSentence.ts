import type { Decision } from '../../client/client.ts';
import { st } from '../../i18n/scheduling.ts';
import { verdictsOf } from './verdicts.ts';

/** What would become of a Pod if it were tried now, as seen from one node. */
export function dropSentence(decision: Decision, node: string): string {
  const verdict = verdictsOf(decision, [node]).find((one) => one.node === node);
  switch (verdict?.outcome) {
    case 'refused': {
      const { plugin = '', reasons = [] } = verdict.rejection ?? {};
      return st('drop.refused', { plugin, node, reason: reasons.join(', ') });
    }
    case 'chosen':
    case 'tied':
      if (decision.feasible.length === 1) return st('drop.wouldOnly', { node });
      return decision.best.length > 1 ? st('drop.wouldTie', { node }) : st('drop.would', { node });
    case 'passed': {
      const best = decision.node ?? '';
      const bestTotal = decision.totals?.[decision.feasible.indexOf(best)] ?? 0;
      return st('drop.passes', { node, best, bestTotal, total: verdict.total ?? 0 });
    }
    default:
      return st('drop.notLooked', { node });
  }
}
