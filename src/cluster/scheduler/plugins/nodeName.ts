import type { Plugin } from '../plugin.ts';

/** Refuses all nodes but the one that the Pod names. The scheduler never sees such a Pod in the ordinary way. */
export const nodeName: Plugin = {
  name: 'NodeName',
  preFilter(pod) {
    const wanted = pod.spec?.nodeName;
    return {
      check: ({ node }) =>
        !wanted || wanted === node.metadata.name
          ? undefined
          : {
              code: 'UnschedulableAndUnresolvable',
              reasons: ["node(s) didn't match the requested node name"],
            },
    };
  },
};
