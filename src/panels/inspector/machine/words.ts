import type { StateValue } from '../../../cluster/kubelet/state.ts';
import type { ChartTransition } from './chart.ts';

/** `IMAGE_PULL_FAILED` as `image pull failed`. */
export const eventWords = (event: string): string => event.toLowerCase().replaceAll('_', ' ');

/** `lastRanOutOfMemory` as `last ran out of memory`. */
export const guardWords = (guard: string): string =>
  guard.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();

/** What is written at an arrow: the event, and in brackets what must hold. */
export function labelOf({ event, guard }: ChartTransition): [string] | [string, string] {
  return guard === undefined ? [eventWords(event)] : [eventWords(event), `[${guardWords(guard)}]`];
}

/** The paths of all states that a machine is in, those above each included; the root is the empty path. */
export function activePaths(value: StateValue): Set<string> {
  const paths = new Set(['']);
  const walk = (at: StateValue, above: string): void => {
    const entries = typeof at === 'string' ? [[at, undefined] as const] : Object.entries(at);
    for (const [name, below] of entries) {
      const path = above ? `${above}.${name}` : name;
      paths.add(path);
      if (below !== undefined) walk(below, path);
    }
  };
  walk(value, '');
  return paths;
}

/** `waiting · CrashLoopBackOff`, `worker Syncing, phase Pending`: where a machine stands, in a line. */
export function valueText(value: StateValue): string {
  if (typeof value === 'string') return value;
  const entries = Object.entries(value);
  const parallel = entries.length > 1;
  return entries
    .map(([name, below]) => (below === undefined ? name : `${name}${parallel ? ' ' : ' · '}${valueText(below)}`))
    .join(', ');
}
