import type { Pod, PodAffinity, PodAntiAffinity, Stored } from '../../api/objects.ts';
import type { World } from '../world/world.ts';

/** Pods on nodes with the same wishes about others: what a decision asks of one of them holds for all. */
export interface AffinityGroup {
  namespace: string;
  podAffinity?: PodAffinity;
  podAntiAffinity?: PodAntiAffinity;
  /** How many of them are on each node. */
  counts: Map<string, number>;
}

/** By the affinity of a Pod's spec, which never changes: its text. */
const texts = new WeakMap<object, string>();

function textOf(affinity: object, namespace: string): string {
  const { podAffinity, podAntiAffinity } = affinity as NonNullable<NonNullable<Pod['spec']>['affinity']>;
  const known = texts.get(affinity) ?? JSON.stringify([podAffinity, podAntiAffinity]);
  texts.set(affinity, known);
  return `${namespace}/${known}`;
}

/** Counts a Pod in or out on a node, if it has wishes about other Pods. */
export function moveInGroups(world: World, pod: Stored<Pod>, node: string, sign: 1 | -1): void {
  const affinity = pod.spec?.affinity;
  if (!affinity?.podAffinity && !affinity?.podAntiAffinity) return;
  const { affinityGroups: groups } = world.scheduler;
  const { namespace = '' } = pod.metadata;
  const key = textOf(affinity, namespace);
  let group = groups.get(key);
  if (!group) {
    const { podAffinity, podAntiAffinity } = affinity;
    group = {
      namespace,
      ...(podAffinity && { podAffinity }),
      ...(podAntiAffinity && { podAntiAffinity }),
      counts: new Map(),
    };
    groups.set(key, group);
  }
  const count = (group.counts.get(node) ?? 0) + sign;
  if (count > 0) group.counts.set(node, count);
  else group.counts.delete(node);
  if (group.counts.size === 0) groups.delete(key);
}
