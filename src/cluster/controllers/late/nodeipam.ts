import type { Node, Stored } from '../../../api/objects.ts';
import { getObject, listObjects } from '../../world/store.ts';
import type { LateRules } from './registry.ts';

/** Ranges of 256 addresses out of 10.244.0.0/14. Source: --cluster-cidr, --node-cidr-mask-size 24. */
const first = 244;
const ranges = 1024;
const rangeOf = (index: number): string => `10.${first + (index >> 8)}.${index & 255}.0/24`;

interface Memory {
  /** Ranges are given out in turn, so that one that was given back is not used again soon. */
  next?: number;
}

/** Gives nodes a range of addresses for their Pods. Source: pkg/controller/nodeipam/ipam range_allocator.go. */
export const nodeIpam: LateRules = {
  keysFor: ({ type, key }) => (type === 'DELETED' ? [] : [key]),
  reconcile(view, key) {
    const memory = view.memory as Memory;
    const node = getObject<Stored<Node>>(view.store, 'nodes', key);
    if (!node || node.spec?.podCIDR) return { writes: [] };
    const taken = new Set(listObjects<Stored<Node>>(view.store, 'nodes').map(({ spec }) => spec?.podCIDR));
    const start = memory.next ?? 0;
    for (let tried = 0; tried < ranges; tried++) {
      const index = (start + tried) % ranges;
      const podCIDR = rangeOf(index);
      if (taken.has(podCIDR)) continue;
      memory.next = (index + 1) % ranges;
      const patch = { spec: { podCIDR, podCIDRs: [podCIDR] } };
      const request = { verb: 'patch', resource: 'nodes', name: key, patchType: 'merge', patch } as const;
      return { writes: [{ request, tolerate: [404] }] };
    }
    const message = `Node ${key} status is now: CIDRNotAvailable`;
    const event = {
      component: 'cidrAllocator',
      about: node,
      type: 'Normal',
      reason: 'CIDRNotAvailable',
      message,
    } as const;
    return { writes: [{ event }], failed: true };
  },
};
