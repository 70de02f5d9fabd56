import type { Pod, PodDisruptionBudget, Stored } from '../../../api/objects.ts';
import { matchesSelector } from '../../../api/selectors/labels.ts';
import { fromTimestamp } from '../../../api/time.ts';
import { type Chance, nextInteger, pick } from '../../world/chance.ts';
import { keyOf } from '../../world/store.ts';
import type { Decision, PluginRejection, Preemption } from '../decision.ts';
import { checkNode, type Filtering, priorityOf, tryOut } from '../filter.ts';
import type { NodeView, Rejection } from '../plugin.ts';
import { isLessImportant, noVictims } from '../postFilter.ts';

interface Candidate {
  view: NodeView;
  /** The most important first. */
  victims: Stored<Pod>[];
  pdbViolations: number;
}

/** Nodes that are tried at least, and as a share of those worth a try. Source: DefaultPreemptionArgs. */
const minCandidates = 100;
const minCandidatesPercentage = 10;

/**
 * Which Pods of lower priority would have to go for a Pod, and from which node it is best. `views` are the nodes that
 * refused it for reasons which removing Pods may undo. Source: framework/preemption, plugins/defaultpreemption.
 */
export function preempt(
  filtering: Filtering,
  decision: Decision,
  views: readonly NodeView[],
  chance: Chance,
): Preemption {
  const none: Preemption = { victims: [], candidates: [], tied: [], rejected: [] };
  if (waitsForVictims(filtering, decision))
    return { ...none, ineligible: 'not eligible due to a terminating pod on the nominated node.' };
  const budgets = filtering.snapshot.objects('poddisruptionbudgets') as readonly Stored<PodDisruptionBudget>[];
  const wanted = Math.min(
    views.length,
    Math.max(minCandidates, Math.trunc((views.length * minCandidatesPercentage) / 100)),
  );
  const offset = wanted < views.length ? nextInteger(chance, 0, views.length - 1) : 0;
  const candidates: Candidate[] = [];
  const rejected: Preemption['rejected'] = [];
  for (let index = 0; index < views.length; index++) {
    if (candidates.length >= wanted && candidates.some(({ pdbViolations }) => pdbViolations === 0)) break;
    const view = views[(offset + index) % views.length] as NodeView;
    const found = victimsOn(filtering, view, budgets);
    if ('victims' in found) candidates.push(found);
    else rejected.push({ node: view.info.name, rejection: found });
  }
  if (candidates.length === 0) return { ...none, rejected };
  const tied = bestOf(candidates);
  const chosen = tied.length > 1 ? pick(chance, tied) : (tied[0] as Candidate);
  return {
    nominatedNode: chosen.view.info.name,
    victims: chosen.victims.map(({ metadata }) => keyOf(metadata)),
    candidates: candidates.map(({ view, victims, pdbViolations }) => ({
      node: view.info.name,
      victims: victims.map(({ metadata }) => keyOf(metadata)),
      pdbViolations,
    })),
    tied: tied.map(({ view }) => view.info.name),
    rejected,
  };
}

/** Whether its victims on the node that is to be its own are still going. Source: PodEligibleToPreemptOthers. */
function waitsForVictims({ pod, snapshot }: Filtering, { rejected }: Decision): boolean {
  const name = pod.status?.nominatedNodeName;
  if (!name) return false;
  const rejection = rejected.find(({ node }) => node === name)?.rejection;
  if (rejection?.code === 'UnschedulableAndUnresolvable') return false;
  return snapshot
    .podsOn(name)
    .some(
      (other) =>
        isLessImportant(other, pod) &&
        other.metadata.deletionTimestamp !== undefined &&
        other.status?.conditions?.some(
          ({ type, status, reason }) =>
            type === 'DisruptionTarget' && status === 'True' && reason === 'PreemptionByScheduler',
        ),
    );
}

const startOf = ({ status }: Stored<Pod>): number =>
  status?.startTime === undefined ? Number.POSITIVE_INFINITY : fromTimestamp(status.startTime);

/** Below 0 where the first is the more important one. Source: util.MoreImportantPod. */
function byImportance(a: Stored<Pod>, b: Stored<Pod>): number {
  if (priorityOf(a) !== priorityOf(b)) return priorityOf(b) - priorityOf(a);
  return startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b);
}

/** The fewest Pods that have to go from a node, or why it does not help. Source: SelectVictimsOnNode. */
function victimsOn(
  filtering: Filtering,
  base: NodeView,
  budgets: readonly Stored<PodDisruptionBudget>[],
): Candidate | (Rejection & { plugin?: string }) {
  const trial = tryOut(filtering, base);
  const less = trial.view.pods.filter((pod) => isLessImportant(pod, filtering.pod));
  if (less.length === 0) return { code: 'UnschedulableAndUnresolvable', reasons: [noVictims] };
  for (const pod of less) trial.remove(pod);
  const rejection: PluginRejection | undefined = checkNode(filtering, trial.view);
  if (rejection) {
    trial.undo();
    return rejection;
  }
  const { guarded, free } = splitByBudgets(less.sort(byImportance), budgets);
  const victims: Stored<Pod>[] = [];
  let pdbViolations = 0;
  const reprieve = (pod: Stored<Pod>): boolean => {
    trial.add(pod);
    if (!checkNode(filtering, trial.view)) return true;
    trial.remove(pod);
    victims.push(pod);
    return false;
  };
  for (const pod of guarded) if (!reprieve(pod)) pdbViolations++;
  for (const pod of free) reprieve(pod);
  trial.undo();
  return { view: base, victims: victims.sort(byImportance), pdbViolations };
}

/** Those whose removal would break a budget, counted down as they are listed, and the others. Source: filterPodsWithPDBViolation. */
function splitByBudgets(pods: readonly Stored<Pod>[], budgets: readonly Stored<PodDisruptionBudget>[]) {
  const allowed = budgets.map(({ status }) => status?.disruptionsAllowed ?? 0);
  const guarded: Stored<Pod>[] = [];
  const free: Stored<Pod>[] = [];
  for (const pod of pods) {
    const { labels = {}, name, namespace } = pod.metadata;
    let isViolated = false;
    for (const [index, { metadata, spec, status }] of budgets.entries()) {
      if (metadata.namespace !== namespace || Object.keys(labels).length === 0) continue;
      if (isEmpty(spec?.selector) || !matchesSelector(spec?.selector, labels)) continue;
      if (status?.disruptedPods?.[name]) continue;
      const left = (allowed[index] ?? 0) - 1;
      allowed[index] = left;
      if (left < 0) isViolated = true;
    }
    (isViolated ? guarded : free).push(pod);
  }
  return { guarded, free };
}

type BudgetSelector = NonNullable<PodDisruptionBudget['spec']>['selector'];

const isEmpty = (selector: BudgetSelector): boolean =>
  Object.keys(selector?.matchLabels ?? {}).length === 0 && (selector?.matchExpressions ?? []).length === 0;

/** In turn: the larger value wins, and only those that are equal in it go on. Source: pickOneNodeForPreemption. */
const criteria: readonly ((candidate: Candidate) => number)[] = [
  ({ pdbViolations }) => -pdbViolations,
  ({ victims: [first] }) => (first ? -priorityOf(first) : 0),
  // More victims are always worse, even where their priorities are negative.
  ({ victims }) => -victims.reduce((sum, pod) => sum + priorityOf(pod) + 2 ** 31, 0),
  ({ victims }) => -victims.length,
  ({ victims }) => earliestStart(victims),
];

/** Of the victims with the highest priority. Source: util.GetEarliestPodStartTime. */
function earliestStart(victims: readonly Stored<Pod>[]): number {
  const [first] = victims;
  const most = first ? victims.filter((pod) => priorityOf(pod) === priorityOf(first)) : [];
  return most.reduce((earliest, pod) => Math.min(earliest, startOf(pod)), Number.POSITIVE_INFINITY);
}

function bestOf(candidates: Candidate[]): Candidate[] {
  let left = candidates;
  for (const value of criteria) {
    const most = left.reduce((highest, candidate) => Math.max(highest, value(candidate)), Number.NEGATIVE_INFINITY);
    left = left.filter((candidate) => value(candidate) === most);
    if (left.length === 1) break;
  }
  return left;
}
