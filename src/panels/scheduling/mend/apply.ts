import type { Pod, Stored } from '../../../api/objects.ts';
import type { Change, ClusterView } from './change.ts';

/** A Pod and the cluster around it, with changes made. */
export interface Changed {
  pod: Stored<Pod>;
  cluster: ClusterView;
}

/** What the cluster would be with a change made. Copies only what changes. */
export function withChange({ pod, cluster }: Changed, change: Change): Changed {
  switch (change.on) {
    case 'pod':
      return { cluster, pod: { ...pod, spec: change.alter(pod.spec ?? { containers: [] }) } };
    case 'node': {
      const node = cluster.nodes.get(change.node);
      if (!node) return { pod, cluster };
      return { pod, cluster: { ...cluster, nodes: new Map([...cluster.nodes, [change.node, change.alter(node)]]) } };
    }
    case 'others': {
      const pods = new Map(cluster.pods);
      for (const key of change.remove) pods.delete(key);
      return { pod, cluster: { ...cluster, pods } };
    }
  }
}

export const withChanges = (start: Changed, changes: readonly Change[]): Changed => changes.reduce(withChange, start);
