import { listText, st } from '../../../i18n/scheduling.ts';
import type { ChangeWords } from './change.ts';

/** A change in words, such as `request at most 1500m cpu (now 4)`. */
export function sayChange(words: ChangeWords): string {
  switch (words.change) {
    case 'tolerate':
      return st('change.tolerate', { taints: listText(words.taints) });
    case 'removeTaint':
      return st('change.removeTaint', { taints: listText(words.taints), node: words.node });
    case 'bringBack':
      return st('change.bringBack', { node: words.node });
    case 'uncordon':
      return st('change.uncordon', { node: words.node });
    case 'label':
      return st('change.label', { labels: listText(words.labels), node: words.node });
    case 'dropNodeSelector':
      return st('change.dropNodeSelector', { labels: listText(words.labels) });
    case 'dropNodeAffinity':
      return st('change.dropNodeAffinity');
    case 'request':
      return st('change.request', { amounts: listText(words.amounts.map((amount) => st('change.amount', amount))) });
    case 'remove':
      return st('change.remove', { pods: listText(words.pods), node: words.node });
    case 'dropHostPort':
      return st('change.dropHostPort', { ports: listText(words.ports.map(String)) });
    case 'soften':
      return st('change.soften', { keys: listText(words.keys) });
    case 'dropPodAffinity':
      return st('change.dropPodAffinity');
    case 'dropPodAntiAffinity':
      return st('change.dropPodAntiAffinity');
    case 'removeGates':
      return st('change.removeGates', { gates: listText(words.gates) });
  }
}

/** Several changes that belong together, in words. */
export const sayChanges = (changes: readonly { words: ChangeWords }[]): string =>
  listText(changes.map(({ words }) => sayChange(words)));
