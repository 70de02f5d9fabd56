import { qosClass } from '../../../api/effective.ts';
import type { LabelSelector, Pod, PodAffinity, PodSpec, PodStatus, Stored } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import { withMetadataOf } from './metadata.ts';
import type { Strategy } from './strategy.ts';

type Condition = NonNullable<PodStatus['conditions']>[number];

/** The conditions, those that do not say of which generation they are with what the old ones of their type say. */
function keptConditions(now: Condition[], before: readonly Condition[]): Condition[] {
  if (now.every(({ observedGeneration }) => observedGeneration)) return now;
  const rest = [...before];
  return now.map((condition) => {
    const index = rest.findIndex(({ type }) => type === condition.type);
    const [known] = index < 0 ? [] : rest.splice(index, 1);
    if (condition.observedGeneration || !known?.observedGeneration) return condition;
    return { ...condition, observedGeneration: known.observedGeneration };
  });
}

/** What a status update does not take back: the class, and the generations that were seen. */
function keptStatus(now: PodStatus = {}, before: PodStatus = {}): PodStatus {
  const { qosClass: oldClass, observedGeneration: oldGeneration, conditions: oldConditions = [] } = before;
  const status: PodStatus = { ...now };
  if (!now.qosClass && oldClass) status.qosClass = oldClass;
  if (!now.observedGeneration && oldGeneration) status.observedGeneration = oldGeneration;
  if (now.conditions) status.conditions = keptConditions(now.conditions, oldConditions);
  return status;
}

type Labels = Record<string, string> | undefined;

interface WithKeys {
  labelSelector?: LabelSelector;
  matchLabelKeys?: string[];
  mismatchLabelKeys?: string[];
}

/** The Pod's own values of labels become part of the selector. Source: applyLabelKeysToLabelSelector. */
function withExpressions<T extends WithKeys>(term: T, labels: Labels): T {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  const expressions = (keys: string[], operator: 'In' | 'NotIn') =>
    keys.flatMap((key) => {
      const value = labels?.[key];
      return value === undefined ? [] : [{ key, operator, values: [value] }];
    });
  const added = [...expressions(matchLabelKeys, 'In'), ...expressions(mismatchLabelKeys, 'NotIn')];
  if (!labelSelector || added.length === 0) return term;
  const matchExpressions = [...(labelSelector.matchExpressions ?? []), ...added];
  return { ...term, labelSelector: { ...labelSelector, matchExpressions } };
}

function affinity(given: PodAffinity | undefined, labels: Labels): PodAffinity | undefined {
  const needed = given?.requiredDuringSchedulingIgnoredDuringExecution;
  const wishes = given?.preferredDuringSchedulingIgnoredDuringExecution;
  return {
    ...(needed && {
      requiredDuringSchedulingIgnoredDuringExecution: needed.map((term) => withExpressions(term, labels)),
    }),
    ...(wishes && {
      preferredDuringSchedulingIgnoredDuringExecution: wishes.map((wish) => ({
        ...wish,
        podAffinityTerm: withExpressions(wish.podAffinityTerm, labels),
      })),
    }),
  };
}

/** Source: mutatePodAffinity, mutateTopologySpreadConstraints. */
function withSelectors(spec: PodSpec, labels: Labels): PodSpec {
  const { topologySpreadConstraints: spread, affinity: given } = spec;
  if (!spread && !given?.podAffinity && !given?.podAntiAffinity) return spec;
  const out = { ...spec };
  if (spread) out.topologySpreadConstraints = spread.map((constraint) => withExpressions(constraint, labels));
  if (given) {
    out.affinity = { ...given };
    for (const kind of ['podAffinity', 'podAntiAffinity'] as const)
      if (given[kind]) out.affinity[kind] = affinity(given[kind], labels) as PodAffinity;
  }
  return out;
}

/** That a new Pod waits; null is what Go writes for no time. Source: applySchedulingGatedCondition. */
const gated = (now: number): Omit<Condition, 'lastProbeTime'> & { lastProbeTime: null } => ({
  type: 'PodScheduled',
  status: 'False',
  lastProbeTime: null,
  lastTransitionTime: toTimestamp(now),
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
});

/** Source: pkg/registry/core/pod/strategy.go. */
export const pod: Strategy<Stored<Pod>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(world, object) {
    const { spec, metadata } = object;
    const conditions = spec?.schedulingGates?.length
      ? { conditions: [gated(world.now)] as unknown[] as Condition[] }
      : {};
    const status: PodStatus = { phase: 'Pending', ...conditions, qosClass: qosClass(object) };
    return { ...object, ...(spec && { spec: withSelectors(spec, metadata.labels) }), status };
  },
  prepareForStatusUpdate: (object, old) =>
    withMetadataOf(old, ['ownerReferences'], { ...object, status: keptStatus(object.status, old.status) }),
  gracePeriod(object, options) {
    // A Pod that runs nowhere, or runs no more, has nothing to be graceful about.
    const isBound = Boolean(object.spec?.nodeName);
    const isOver = object.status?.phase === 'Succeeded' || object.status?.phase === 'Failed';
    if (!isBound || isOver) return 0;
    const grace = options.gracePeriodSeconds ?? object.spec?.terminationGracePeriodSeconds ?? 30;
    return grace < 0 ? 1 : grace;
  },
};
