import {
  controllerOf,
  type Deployment,
  type LabelSelector,
  type OwnerReference,
  type Pod,
  type ReplicaSet,
  type Stored,
} from '../../../../api/objects.ts';
import { resourceOfKind } from '../../../../api/resources.ts';
import { matchesSelector } from '../../../../api/selectors/labels.ts';
import { qualified } from '../../../../api/status.ts';
import type { Budget } from '../../../apiserver/subresources/late/disruptionBudget.ts';
import { getObject, type Store } from '../../../world/store.ts';
import { scaledValue } from '../../deployment/fenceposts.ts';

/** How many Pods there should be, and how many of them healthy. */
export interface Expected {
  count: number;
  desiredHealthy: number;
  /** Some Pods have no controller that would say how many there should be. */
  hasUnmanaged: boolean;
}

/** Which Pods a budget is about; an empty selector takes all of the namespace. */
export function selectorOfBudget({ spec }: Budget): (labels: Record<string, string> | undefined) => boolean {
  return (labels) => matchesSelector(spec?.selector, labels);
}

/** Source: getExpectedPodCount. */
export function expectedPods(
  store: Store,
  { spec }: Budget,
  pods: readonly Stored<Pod>[],
): Expected | { error: string } {
  const { minAvailable, maxUnavailable } = spec ?? {};
  if (maxUnavailable === undefined && typeof minAvailable === 'number')
    return { count: pods.length, desiredHealthy: minAvailable, hasUnmanaged: false };
  const limit = maxUnavailable ?? minAvailable;
  if (limit === undefined) return { count: 0, desiredHealthy: 0, hasUnmanaged: false };
  const scale = expectedScale(store, pods);
  if ('error' in scale) return scale;
  const part = scaledValue(limit, scale.count, 'up');
  return { ...scale, desiredHealthy: maxUnavailable === undefined ? part : Math.max(0, scale.count - part) };
}

/** What all controllers of the Pods want together. Source: getExpectedScale. */
function expectedScale(
  store: Store,
  pods: readonly Stored<Pod>[],
): { count: number; hasUnmanaged: boolean } | { error: string } {
  const seen = new Set<string>();
  const counted = new Map<string, number>();
  let hasUnmanaged = false;
  for (const pod of pods) {
    const controller = controllerOf(pod);
    if (!controller) hasUnmanaged = true;
    else if (!seen.has(controller.uid)) {
      seen.add(controller.uid);
      const scale = scaleOf(store, controller, pod.metadata.namespace ?? '');
      if (scale === undefined) return { error: `found no controllers for pod "${pod.metadata.name}"` };
      if ('error' in scale) return scale;
      counted.set(scale.uid, scale.replicas);
    }
  }
  return { count: [...counted.values()].reduce((sum, one) => sum + one, 0), hasUnmanaged };
}

type Scalable = Stored<ReplicaSet> | Stored<Deployment>;
const scalable = new Set(['replicasets', 'replicationcontrollers', 'statefulsets', 'deployments']);

/** The controller's wish, or its Deployment's. Source: finders. */
function scaleOf(
  store: Store,
  { apiVersion, kind, name, uid }: OwnerReference,
  namespace: string,
): { uid: string; replicas: number } | { error: string } | undefined {
  const resource = resourceOfKind(apiVersion, kind);
  if (!resource) return undefined;
  const owner = getObject<Scalable>(store, resource.plural, `${namespace}/${name}`);
  if (owner?.metadata.uid !== uid) return undefined;
  if (!scalable.has(resource.plural))
    return { error: `${qualified(resource)} does not implement the scale subresource` };
  const above = controllerOf(owner);
  if (above?.kind === 'Deployment') return scaleOf(store, above, namespace);
  return { uid, replicas: owner.spec?.replicas ?? 1 };
}

/** A selector as Go prints the pointer to it. */
export function goSelector(selector: LabelSelector | undefined): string {
  if (!selector) return 'nil';
  const labels = Object.entries(selector.matchLabels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}: ${value},`);
  const expressions = (selector.matchExpressions ?? []).map(
    ({ key, operator, values = [] }) =>
      `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],},`,
  );
  return `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},MatchExpressions:[]LabelSelectorRequirement{${expressions.join('')}},}`;
}
