import type { QueuedPod } from '../state.ts';

/** The order of the active Pods: the higher priority first, of equal ones who came earlier. */
export const prioritySort = {
  name: 'PrioritySort',
  /** What entries of the heap are compared by, ascending. */
  rank: ({ priority, since }: QueuedPod): { first: number; second: number } => ({ first: -priority, second: since }),
};
