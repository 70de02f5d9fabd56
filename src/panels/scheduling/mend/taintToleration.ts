import type { Node, Pod, Taint, Toleration } from '../../../api/objects.ts';
import { tolerates } from '../../../cluster/scheduler/tolerations.ts';
import { taintText } from '../../../scene/scheduling/nodeTags.ts';
import type { Change, Mender } from './change.ts';

/** Taints that the node controller sets by the node's state: who takes them off finds them there again. */
const isByItself = ({ key }: Taint): boolean => key.startsWith('node.kubernetes.io/');

/** The taints that keep a Pod off a node. */
export const untoleratedTaints = (pod: Pod, node: Node): Taint[] =>
  (node.spec?.taints ?? []).filter(
    (taint) =>
      taint.effect !== 'PreferNoSchedule' && !pod.spec?.tolerations?.some((toleration) => tolerates(toleration, taint)),
  );

/** Taints that the Pod does not tolerate: tolerate them, or take them off the node. */
export const taintToleration: Mender = {
  plugin: 'TaintToleration',
  propose({ pod, node }) {
    const { name } = node.metadata;
    const taints = untoleratedTaints(pod, node);
    if (taints.length === 0) return [];
    const texts = taints.map(taintText);
    const without = new Set(texts);
    const down = taints.some(isByItself);
    const off: Change = {
      on: 'node',
      node: name,
      words: down ? { change: 'bringBack', node: name } : { change: 'removeTaint', taints: texts, node: name },
      cost: 2,
      ...(down && { byItself: true as const }),
      alter: (tainted) => ({
        ...tainted,
        spec: {
          ...tainted.spec,
          taints: tainted.spec?.taints?.filter((taint) => !without.has(taintText(taint))) ?? [],
        },
      }),
    };
    if (down) return [off];
    const tolerate: Change = {
      on: 'pod',
      inPlace: true,
      words: { change: 'tolerate', taints: texts },
      cost: 1.5,
      alter: (spec) => ({ ...spec, tolerations: [...(spec.tolerations ?? []), ...taints.map(tolerationOf)] }),
    };
    return [tolerate, off];
  },
};

const tolerationOf = ({ key, value, effect }: Taint): Toleration =>
  value ? { key, operator: 'Equal', value, effect } : { key, operator: 'Exists', effect };
