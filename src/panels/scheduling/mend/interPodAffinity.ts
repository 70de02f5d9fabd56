import type { LabelSelector, Pod, PodAffinityTerm, Stored } from '../../../api/objects.ts';
import { selectorOf, selects } from '../../../api/selectors/labels.ts';
import { type Change, keyOfPod, type Mender, mayGo, type Situation } from './change.ts';

type Side = 'podAffinity' | 'podAntiAffinity';

const required = (pod: Pod, side: Side): readonly PodAffinityTerm[] =>
  pod.spec?.affinity?.[side]?.requiredDuringSchedulingIgnoredDuringExecution ?? [];

/** Rules of nearness and distance between Pods: drop them, or let go who is in the way. */
export const interPodAffinity: Mender = {
  plugin: 'InterPodAffinity',
  propose(situation) {
    const { pod, rejection } = situation;
    const changes: Change[] = [];
    const reasons = rejection.reasons.join(' ');
    if (reasons.includes('existing pods anti-affinity')) {
      const away = inDomain(
        situation,
        (other) => required(other, 'podAntiAffinity'),
        (other) => [other, pod],
      );
      changes.push(...remove(situation, away));
    } else if (reasons.includes('anti-affinity')) {
      const away = inDomain(
        situation,
        () => required(pod, 'podAntiAffinity'),
        (other) => [pod, other],
      );
      changes.push(...remove(situation, away), drop('podAntiAffinity'));
    } else changes.push(drop('podAffinity'));
    return changes;
  },
};

function drop(side: Side): Change {
  return {
    on: 'pod',
    words: { change: side === 'podAffinity' ? 'dropPodAffinity' : 'dropPodAntiAffinity' },
    cost: 2.5,
    alter(spec) {
      const { requiredDuringSchedulingIgnoredDuringExecution: _gone, ...kept } = spec.affinity?.[side] ?? {};
      return { ...spec, affinity: { ...spec.affinity, [side]: kept } };
    },
  };
}

/** More than this nobody deletes for the sake of one Pod. */
const mostRemoved = 3;

function remove({ node }: Situation, pods: readonly Stored<Pod>[]): Change[] {
  if (pods.length === 0 || pods.length > mostRemoved || !pods.every(mayGo)) return [];
  return [
    {
      on: 'others',
      remove: pods.map(keyOfPod),
      words: { change: 'remove', pods: pods.map(({ metadata }) => metadata.name), node: node.metadata.name },
      cost: 2 + pods.length,
    },
  ];
}

/** The Pods in the node's domains between whom and this one a term stands. `sides`: whose term it is, and whom it selects. */
function inDomain(
  { node, cluster }: Situation,
  termsOf: (other: Stored<Pod>) => readonly PodAffinityTerm[],
  sides: (other: Stored<Pod>) => [owner: Stored<Pod>, selected: Stored<Pod>],
): Stored<Pod>[] {
  const found: Stored<Pod>[] = [];
  for (const other of cluster.pods.values()) {
    const place = cluster.nodes.get(other.spec?.nodeName ?? '');
    if (!place) continue;
    const [owner, selected] = sides(other);
    const applies = termsOf(other).some(({ topologyKey, labelSelector, namespaces }) => {
      const value = node.metadata.labels?.[topologyKey];
      const within = namespaces?.length ? namespaces : [owner.metadata.namespace];
      return (
        value !== undefined &&
        place.metadata.labels?.[topologyKey] === value &&
        within.includes(selected.metadata.namespace ?? '') &&
        selects(selectorOf(labelSelector as LabelSelector | undefined), selected.metadata.labels)
      );
    });
    if (applies) found.push(other);
  }
  return found;
}
