import { isSame } from '../../../api/equal.ts';
import type { Pod, Stored } from '../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../api/time.ts';
import { type Budget, budgetsOf } from '../../apiserver/subresources/late/disruptionBudget.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject, keyOf } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import { isPodReady, isPodTerminal, podCondition } from '../pods.ts';
import { selectedPods } from '../selected.ts';
import { expectedPods, goSelector, selectorOfBudget } from './disruption/expected.ts';
import { failSafe, withDisruptionAllowed } from './disruption/status.ts';
import type { LateRules } from './registry.ts';

/** How long an eviction may take until the Pod has to be on its way out. Source: DeletionTimeout. */
const deletionTimeout: Milliseconds = 120_000;
/** How long the condition DisruptionTarget may stand on a Pod that nobody deletes. Source: stalePodDisruptionTimeout. */
const staleAfter: Milliseconds = 120_000;
const podKey = 'pod ';

/**
 * Counts for each budget how many Pods are healthy and how many may be disrupted; evictions go by these numbers. Keys are
 * budgets, and `pod NAMESPACE/NAME` for what is to be said and done about a Pod. Source: pkg/controller/disruption of 1.36.
 */
export const disruption: LateRules = {
  keysFor({ resource, key, type, object, previous }, store) {
    if (resource === 'poddisruptionbudgets') return type === 'DELETED' ? [] : [key];
    const pod = object as Stored<Pod>;
    const budgets = budgetsOf(store, pod);
    // A Pod that leaves the selection by another label is noticed at the next change of one that stays.
    if (budgets.length === 0 && !(previous && podCondition(pod, 'DisruptionTarget'))) return [];
    // Of several budgets only one hears of the Pod.
    const heard = budgets.slice(0, 1).map(({ metadata }) => keyOf(metadata));
    const isToBeLookedAt = budgets.length > 1 || podCondition(pod, 'DisruptionTarget')?.status === 'True';
    return isToBeLookedAt ? [`${podKey}${key}`, ...heard] : heard;
  },
  reconcile(view, key) {
    if (key.startsWith(podKey)) return lookAtPod(view, key.slice(podKey.length));
    const budget = getObject<Budget>(view.store, 'poddisruptionbudgets', key);
    return budget ? lookAtBudget(view, budget) : { writes: [] };
  },
};

/** Source: getPdbForPod for the event, syncStalePodDisruption for the condition. */
function lookAtPod({ store, now }: View, key: string): Plan {
  const pod = getObject<Stored<Pod>>(store, 'pods', key);
  if (!pod) return { writes: [] };
  const writes: Write[] = [];
  const [chosen, ...others] = budgetsOf(store, pod);
  if (chosen && others.length > 0) {
    const { namespace, name } = pod.metadata;
    const message = `Pod "${namespace}"/"${name}" matches multiple PodDisruptionBudgets.  Chose "${chosen.metadata.name}" arbitrarily.`;
    writes.push(event(pod, 'Warning', 'MultiplePodDisruptionBudgets', message));
  }
  const target = podCondition(pod, 'DisruptionTarget');
  const isStale = target?.status === 'True' && target.reason !== 'TerminationByKubelet';
  if (!isStale || pod.metadata.deletionTimestamp || isPodTerminal(pod)) return { writes };
  const left = fromTimestamp(target.lastTransitionTime ?? pod.metadata.creationTimestamp) + staleAfter - now;
  if (left > 0) return { writes, requeueAfter: left };
  const conditions = (pod.status?.conditions ?? []).map((one) =>
    one === target ? { type: target.type, status: 'False', lastTransitionTime: toTimestamp(now) } : one,
  );
  const { namespace = '', name } = pod.metadata;
  const object = { ...pod, status: { ...pod.status, conditions } };
  writes.push({ request: { verb: 'update', resource: 'pods', namespace, name, subresource: 'status', object } });
  return { writes };
}

/** Source: trySync. */
function lookAtBudget({ store, now }: View, budget: Budget): Plan {
  const { namespace } = budget.metadata;
  const selects = selectorOfBudget(budget);
  const pods = selectedPods(store, namespace, selects);
  const writes: Write[] = [];
  if (pods.length === 0) writes.push(event(budget, 'Normal', 'NoPods', 'No matching pods found'));
  const expected = expectedPods(store, budget, pods);
  if ('error' in expected) {
    const message = `Failed to calculate the number of expected pods: ${expected.error}`;
    writes.push(event(budget, 'Warning', 'CalculateExpectedPodCountFailed', message));
    return { writes: [...writes, ...statusOf(budget, failSafe(budget, expected.error, now))] };
  }
  if (expected.hasUnmanaged) writes.push(event(budget, 'Warning', 'UnmanagedPods', unmanaged(budget)));
  const { disruptedPods, recheckAt, notDeleted } = bookOf(pods, budget, now);
  for (const pod of notDeleted)
    writes.push(
      event(
        pod,
        'Warning',
        'NotDeleted',
        `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`,
      ),
    );
  const currentHealthy = pods.filter((pod) => isHealthy(pod, disruptedPods)).length;
  const allowed = currentHealthy - expected.desiredHealthy;
  const status = withDisruptionAllowed(
    {
      ...budget.status,
      currentHealthy,
      desiredHealthy: expected.desiredHealthy,
      expectedPods: expected.count,
      disruptionsAllowed: expected.count <= 0 || allowed <= 0 ? 0 : allowed,
      disruptedPods,
      observedGeneration: budget.metadata.generation ?? 0,
    },
    now,
  );
  return {
    writes: [...writes, ...statusOf(budget, status)],
    ...(recheckAt !== undefined && { requeueAfter: recheckAt - now }),
  };
}

const isHealthy = (pod: Stored<Pod>, disruptedPods: Record<string, string>): boolean =>
  !pod.metadata.deletionTimestamp && !(pod.metadata.name in disruptedPods) && isPodReady(pod);

/** The evictions that are still on their way, and those that came to nothing. Source: buildDisruptedPodMap. */
function bookOf(pods: readonly Stored<Pod>[], { status }: Budget, now: Milliseconds) {
  const disruptedPods: Record<string, string> = {};
  const notDeleted: Stored<Pod>[] = [];
  let recheckAt: Milliseconds | undefined;
  for (const pod of pods) {
    const since = status?.disruptedPods?.[pod.metadata.name];
    if (since === undefined || pod.metadata.deletionTimestamp) continue;
    const end = fromTimestamp(since) + deletionTimeout;
    if (end < now) notDeleted.push(pod);
    else {
      disruptedPods[pod.metadata.name] = since;
      recheckAt = Math.min(recheckAt ?? end, end);
    }
  }
  return { disruptedPods, recheckAt: recheckAt === undefined ? undefined : recheckAt + 1, notDeleted };
}

function statusOf(budget: Budget, status: NonNullable<Budget['status']>): Write[] {
  const { disruptedPods, ...rest } = status;
  const next = Object.keys(disruptedPods ?? {}).length > 0 ? status : rest;
  if (isSame(next, budget.status)) return [];
  const { name, namespace = '' } = budget.metadata;
  const object = { ...budget, status: next };
  const request = { verb: 'update', resource: 'poddisruptionbudgets', namespace, name, object } as const;
  return [{ request: { ...request, subresource: 'status' }, tolerate: [404] }];
}

const unmanaged = (budget: Budget): string =>
  `Pods selected by this PodDisruptionBudget (selector: ${goSelector(budget.spec?.selector)}) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set ".spec.minAvailable" field of the PDB to an integer value.`;

function event(about: Budget | Stored<Pod>, type: 'Normal' | 'Warning', reason: string, message: string): Write {
  return { event: { component: 'controllermanager', about, type, reason, message } };
}
