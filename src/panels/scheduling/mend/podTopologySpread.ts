import type { Change, Mender } from './change.ts';
import { label } from './nodeAffinity.ts';

/** A spread that would become too uneven: make it a wish. A node without the label: give it one. */
export const podTopologySpread: Mender = {
  plugin: 'PodTopologySpread',
  propose({ pod, node, cluster }) {
    const hard = (pod.spec?.topologySpreadConstraints ?? []).filter((one) => one.whenUnsatisfiable === 'DoNotSchedule');
    const changes: Change[] = [];
    const missing = hard
      .map(({ topologyKey }) => topologyKey)
      .filter((key) => node.metadata.labels?.[key] === undefined);
    if (missing.length > 0) {
      const values = missing.map((key) => [key, valueElsewhere(cluster.nodes.values(), key)]);
      changes.push(label(node.metadata.name, Object.fromEntries(values)));
    }
    const keys = hard.map(({ topologyKey }) => topologyKey);
    if (keys.length > 0) {
      changes.push({
        on: 'pod',
        words: { change: 'soften', keys },
        cost: 2.5,
        alter: (spec) => ({
          ...spec,
          topologySpreadConstraints:
            spec.topologySpreadConstraints?.map((one) => ({ ...one, whenUnsatisfiable: 'ScheduleAnyway' as const })) ??
            [],
        }),
      });
    }
    return changes;
  },
};

/** A value that the label has on some other node. */
function valueElsewhere(nodes: Iterable<{ metadata: { labels?: Record<string, string> } }>, key: string): string {
  for (const { metadata } of nodes) {
    const value = metadata.labels?.[key];
    if (value !== undefined) return value;
  }
  return 'a';
}
