import { st } from '../../i18n/scheduling.ts';
import type { NodeVerdict } from '../../scene/scheduling/verdicts.ts';

/** How a node came off, in a few words: `would go here, total 668`. */
export function resultText({ outcome, total }: NodeVerdict): string {
  const words = outcome === 'chosen' ? st('stage.best') : st(`result.${outcome}`);
  return total === undefined ? words : `${words} · ${st('stage.total', { total })}`;
}

/** The same with the reason of a refusal. */
export function sayVerdict(verdict: NodeVerdict): string {
  const { rejection } = verdict;
  const why = rejection ? `: ${rejection.reasons.join(', ')} (${rejection.plugin})` : '';
  return `${resultText(verdict)}${why}`;
}
