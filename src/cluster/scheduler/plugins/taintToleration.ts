import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { normalizeToMaximum, type Plugin } from '../plugin.ts';
import { tolerates, untoleratedTaint } from '../tolerations.ts';

const forbidding = ['NoSchedule', 'NoExecute'] as const;

const tolerated = (pod: Stored<Pod>, node: object): boolean =>
  untoleratedTaint((node as Stored<Node>).spec?.taints, pod.spec?.tolerations, forbidding) === undefined;

/** Refuses nodes with a taint that the Pod does not tolerate; prefers those with the fewest PreferNoSchedule ones. */
export const taintToleration: Plugin = {
  name: 'TaintToleration',
  weight: 3,
  preFilter: (pod) => ({
    check: ({ node }) =>
      tolerated(pod, node)
        ? undefined
        : { code: 'UnschedulableAndUnresolvable', reasons: ['node(s) had untolerated taint(s)'] },
  }),
  preScore(pod) {
    const tolerations = pod.spec?.tolerations?.filter(({ effect }) => !effect || effect === 'PreferNoSchedule') ?? [];
    return {
      score({ node }) {
        let untolerated = 0;
        for (const taint of node.spec?.taints ?? []) {
          if (taint.effect === 'PreferNoSchedule' && !tolerations.some((one) => tolerates(one, taint))) untolerated++;
        }
        return untolerated;
      },
      normalize: (raw: readonly number[]) => normalizeToMaximum(raw, true),
    };
  },
  mayHelp(pod, { what, change: { object, previous } }) {
    if (what === 'own') return true;
    return what === 'node' && tolerated(pod, object) && (previous === undefined || !tolerated(pod, previous));
  },
};
