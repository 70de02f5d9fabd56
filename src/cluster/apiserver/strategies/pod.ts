import { qosClass } from '../../../api/effective.ts';
import type { Pod, PodStatus, Stored } from '../../../api/objects.ts';
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

/** Source: pkg/registry/core/pod/strategy.go. */
export const pod: Strategy<Stored<Pod>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate(_world, object) {
    const status: PodStatus = { phase: 'Pending', qosClass: qosClass(object) };
    return { ...object, status };
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
