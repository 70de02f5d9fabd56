import type { Pod, Stored } from '../../../api/objects.ts';
import { laterParts } from '../../later/later.ts';
import type { Plugin, Snapshot } from '../plugin.ts';
import { later } from './later.ts';

/** Whether the Pod, or one that is on a node, has wishes about other Pods. */
function isConcerned({ spec }: Stored<Pod>, { affinityGroups }: Snapshot): boolean {
  if (spec?.affinity?.podAffinity || spec?.affinity?.podAntiAffinity) return true;
  for (const _ of affinityGroups()) return true;
  return false;
}

/** Keeps Pods near others or away from them, and away from those who want to be apart. */
export const interPodAffinity: Plugin = {
  ...later('InterPodAffinity', isConcerned),
  weight: 2,
  preScore(pod, snapshot, feasible) {
    if (!isConcerned(pod, snapshot)) return 'skip';
    const { plugins } = laterParts('the scheduler plugin InterPodAffinity').scheduling;
    return plugins.InterPodAffinity.preScore?.(pod, snapshot, feasible) ?? 'skip';
  },
};
