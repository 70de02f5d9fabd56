import { qosClass } from '../../../api/effective.ts';
import type { Pod, PodStatus, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** Source: pkg/registry/core/pod/strategy.go. */
export const pod: Strategy<Stored<Pod>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(_world, object) {
    const status: PodStatus = { phase: 'Pending', qosClass: qosClass(object) };
    return { ...object, status };
  },
  gracePeriod(object, options) {
    // A Pod that runs nowhere, or runs no more, has nothing to be graceful about.
    const isBound = Boolean(object.spec?.nodeName);
    const isOver = object.status?.phase === 'Succeeded' || object.status?.phase === 'Failed';
    if (!isBound || isOver) return 0;
    const grace = options.gracePeriodSeconds ?? object.spec?.terminationGracePeriodSeconds ?? 30;
    return grace < 0 ? 1 : grace;
  },
};
