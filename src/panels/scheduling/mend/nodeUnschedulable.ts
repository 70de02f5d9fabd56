import type { Mender } from './change.ts';

/** A cordoned node: make it schedulable again. */
export const nodeUnschedulable: Mender = {
  plugin: 'NodeUnschedulable',
  propose({ node }) {
    const { name } = node.metadata;
    return [
      {
        on: 'node',
        node: name,
        words: { change: 'uncordon', node: name },
        cost: 1,
        alter({ spec, ...rest }) {
          const { unschedulable: _gone, ...kept } = spec ?? {};
          const taints = kept.taints?.filter(({ key }) => key !== 'node.kubernetes.io/unschedulable');
          return { ...rest, spec: { ...kept, ...(taints && { taints }) } };
        },
      },
    ];
  },
};
