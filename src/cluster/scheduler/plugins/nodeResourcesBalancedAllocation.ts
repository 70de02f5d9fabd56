import type { Plugin } from '../plugin.ts';
import { shareOf } from '../podRequests.ts';
import type { NodeInfo } from '../state.ts';

/** Prefers nodes on which the Pod brings the used shares of CPU and memory closer together; 75 is no change. */
export const nodeResourcesBalancedAllocation: Plugin = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  preScore(pod) {
    const { cpu, memory } = shareOf(pod).requested;
    if (cpu === 0 && memory === 0) return 'skip';
    return {
      score: ({ info }) => 50 + Math.trunc((50 + balance(info, cpu, memory) - balance(info, 0, 0)) / 2),
    };
  },
};

/** 100 where CPU and memory are used in the same proportion, 50 where one is full and the other empty. */
function balance({ allocatable, requested }: NodeInfo, cpu: number, memory: number): number {
  const fractions: number[] = [];
  if (allocatable.cpu > 0) fractions.push(Math.min(1, (requested.cpu + cpu) / allocatable.cpu));
  if (allocatable.memory > 0) fractions.push(Math.min(1, (requested.memory + memory) / allocatable.memory));
  const [one = 0, other = one] = fractions;
  return Math.trunc((1 - Math.abs(one - other) / 2) * 100);
}
