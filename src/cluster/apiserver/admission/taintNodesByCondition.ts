import type { Node, Stored } from '../../../api/objects.ts';
import type { AdmissionPlugin } from './admission.ts';

const notReady = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' } as const;

/**
 * Keeps Pods from a Node until it is known to be Ready. The kubelets of simulated machines register them Ready: there
 * is nothing to wait for.
 */
export const taintNodesByCondition: AdmissionPlugin = {
  name: 'TaintNodesByCondition',
  resources: ['nodes'],
  admit(_world, object, _resource, { isFromOutside }) {
    const node = object as Stored<Node>;
    const taints = node.spec?.taints ?? [];
    const isThere = taints.some(({ key, effect }) => key === notReady.key && effect === notReady.effect);
    if (!isFromOutside || isThere) return node;
    const admitted: Stored<Node> = { ...node, spec: { ...node.spec, taints: [...taints, { ...notReady }] } };
    return admitted;
  },
};
