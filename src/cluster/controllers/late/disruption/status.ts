import { toTimestamp } from '../../../../api/time.ts';
import type { Budget } from '../../../apiserver/subresources/late/disruptionBudget.ts';
import type { Milliseconds } from '../../../world/queue.ts';

type Status = NonNullable<Budget['status']>;
type Condition = NonNullable<Status['conditions']>[number];

/** The status with its condition as the number of allowed disruptions asks for. Source: UpdateDisruptionAllowedCondition. */
export function withDisruptionAllowed(status: Status, now: Milliseconds): Status {
  const isAllowed = (status.disruptionsAllowed ?? 0) > 0;
  return withCondition(
    status,
    isAllowed ? 'True' : 'False',
    isAllowed ? 'SufficientPods' : 'InsufficientPods',
    '',
    now,
  );
}

/** Where the count cannot be made, nothing may be disrupted. Source: failSafe. */
export function failSafe({ status }: Budget, message: string, now: Milliseconds): Status {
  const none: Status = {
    ...(status ?? { currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 }),
    disruptionsAllowed: 0,
  };
  return withCondition(none, 'False', 'SyncFailed', message, now);
}

function withCondition(
  status: Status,
  value: Condition['status'],
  reason: string,
  message: string,
  now: Milliseconds,
): Status {
  const type = 'DisruptionAllowed';
  const before = status.conditions?.find((condition) => condition.type === type);
  const said: Condition = {
    type,
    status: value,
    ...(status.observedGeneration !== undefined && { observedGeneration: status.observedGeneration }),
    lastTransitionTime: before?.status === value ? before.lastTransitionTime : toTimestamp(now),
    reason,
    message,
  };
  const conditions = (status.conditions ?? []).map((condition) => (condition === before ? said : condition));
  return { ...status, conditions: before ? conditions : [...conditions, said] };
}
