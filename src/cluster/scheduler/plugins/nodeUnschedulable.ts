import type { Node, Stored } from '../../../api/objects.ts';
import type { Plugin } from '../plugin.ts';
import { tolerates } from '../tolerations.ts';

const taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;

/** Refuses cordoned nodes, unless the Pod tolerates the taint that stands for it. */
export const nodeUnschedulable: Plugin = {
  name: 'NodeUnschedulable',
  preFilter: (pod) => ({
    check({ node }) {
      if (!node.spec?.unschedulable) return undefined;
      if (pod.spec?.tolerations?.some((toleration) => tolerates(toleration, taint))) return undefined;
      return { code: 'UnschedulableAndUnresolvable', reasons: ['node(s) were unschedulable'] };
    },
  }),
  mayHelp(_pod, { what, change: { object, previous } }) {
    if (what === 'own') return true;
    const cordoned = (node?: object) => (node as Stored<Node> | undefined)?.spec?.unschedulable === true;
    return what === 'node' && !cordoned(object) && (previous === undefined || cordoned(previous));
  },
};
