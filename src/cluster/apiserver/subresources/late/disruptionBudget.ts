import type { Pod, PodDisruptionBudget, Stored } from '../../../../api/objects.ts';
import { resourceOf } from '../../../../api/resources.ts';
import { matchesSelector } from '../../../../api/selectors/labels.ts';
import { type Failure, forbidden } from '../../../../api/status.ts';
import { listObjects, type Store } from '../../../world/store.ts';

export type Budget = Stored<PodDisruptionBudget>;

/** With more evictions than these on their way the controller does not come along. */
const mostDisrupted = 2000;

/** The budgets that guard a Pod; an empty selector takes none here, not all. */
export function budgetsOf(store: Store, { metadata }: Stored<Pod>): Budget[] {
  return listObjects<Budget>(store, 'poddisruptionbudgets', metadata.namespace).filter(({ spec }) => {
    const { matchLabels = {}, matchExpressions = [] } = spec?.selector ?? {};
    const isEmpty = Object.keys(matchLabels).length + matchExpressions.length === 0;
    return !isEmpty && matchesSelector(spec?.selector, metadata.labels);
  });
}

function tooMany(why: string, retryAfterSeconds?: number): Failure {
  const causes = [{ reason: 'DisruptionBudget', message: why }];
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: "Cannot evict pod as it would violate the pod's disruption budget.",
    reason: 'TooManyRequests',
    details: { causes, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    code: 429,
  };
}

/** The budget with one disruption less and the Pod in its book; or why there is none to be had. Source: checkAndDecrement. */
export function takeDisruption(budget: Budget, pod: string, now: string): Budget | Failure {
  const { name, generation = 0 } = budget.metadata;
  const refuse = (why: string) =>
    forbidden({ ...resourceOf('poddisruptionbudgets'), plural: 'poddisruptionbudget' }, name, why);
  const status = budget.status ?? ({} as NonNullable<Budget['status']>);
  const {
    disruptionsAllowed = 0,
    desiredHealthy = 0,
    currentHealthy = 0,
    observedGeneration = 0,
    disruptedPods,
  } = status;
  if (observedGeneration < generation)
    return tooMany(`The disruption budget ${name} is still being processed by the server.`, 10);
  if (disruptionsAllowed < 0) return refuse('pdb disruptions allowed is negative');
  if (Object.keys(disruptedPods ?? {}).length > mostDisrupted)
    return refuse('DisruptedPods map too big - too many evictions not confirmed by PDB controller');
  if (disruptionsAllowed === 0)
    return tooMany(
      `The disruption budget ${name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
    );
  const left = disruptionsAllowed - 1;
  const taken = { ...status, disruptionsAllowed: left, disruptedPods: { ...disruptedPods, [pod]: now } };
  if (left === 0) taken.conditions = withCondition(status, now);
  return { ...budget, status: taken };
}

type Conditions = NonNullable<NonNullable<Budget['status']>['conditions']>;

/** No disruption is allowed any more. Source: UpdateDisruptionAllowedCondition. */
function withCondition(status: NonNullable<Budget['status']>, now: string): Conditions {
  const type = 'DisruptionAllowed';
  const before = status.conditions?.find((condition) => condition.type === type);
  const said = {
    type,
    status: 'False',
    reason: 'InsufficientPods',
    message: '',
    ...(status.observedGeneration !== undefined && { observedGeneration: status.observedGeneration }),
    lastTransitionTime: before?.status === 'False' ? before.lastTransitionTime : now,
  } as Conditions[number];
  return before
    ? (status.conditions ?? []).map((condition) => (condition === before ? said : condition))
    : [...(status.conditions ?? []), said];
}
