import type { Pod, Stored } from '../../api/objects.ts';
import { laterParts } from '../later/later.ts';
import type { Chance } from '../world/chance.ts';
import type { Decision, Preemption } from './decision.ts';
import { type Filtering, priorityOf } from './filter.ts';
import { counted } from './message.ts';
import type { NodeView } from './plugin.ts';

const notHelpful = 'Preemption is not helpful for scheduling';
export const noVictims = 'No preemption victims found for incoming pod';

/** What the plugins after a vain search find: Pods to preempt, or what they add to the message. */
export function postFilter(filtering: Filtering | undefined, decision: Decision, chance: Chance): void {
  if (!filtering) {
    // The first of them, DynamicResources, misses what its own PreFilter would have prepared.
    decision.postFilter = 'not found';
    return;
  }
  const preemption = preempt(filtering, decision, chance);
  decision.preemption = preemption;
  if (preemption.nominatedNode === undefined)
    decision.postFilter = `no new claims to deallocate, preemption: ${preemption.ineligible ?? explanation(decision, preemption)}`;
}

function explanation({ nodes }: Decision, { rejected }: Preemption): string {
  const reasons = rejected.flatMap(({ rejection }) => rejection.reasons);
  const others = Array.from({ length: nodes - rejected.length }, () => notHelpful);
  return counted([...reasons, ...others], nodes);
}

/** Where no Pod is less important than this one there is nobody to preempt; that is the usual case and quickly told. */
function preempt(filtering: Filtering, decision: Decision, chance: Chance): Preemption {
  const { pod, snapshot } = filtering;
  const none: Preemption = { victims: [], candidates: [], tied: [], rejected: [] };
  if (pod.spec?.preemptionPolicy === 'Never')
    return { ...none, ineligible: 'not eligible due to preemptionPolicy=Never.' };
  const views = decision.rejected.flatMap(({ node, rejection: { code } }) => {
    const view = code === 'Unschedulable' ? snapshot.view(node) : undefined;
    return view ? [view] : [];
  });
  if (views.some((view) => hasLessImportant(filtering, view)))
    return laterParts('preemption').scheduling.preempt(filtering, decision, views, chance);
  return {
    ...none,
    rejected: views.map(({ info }) => ({
      node: info.name,
      rejection: { code: 'UnschedulableAndUnresolvable', reasons: [noVictims] },
    })),
  };
}

/** Whether a Pod may be preempted for another. */
export const isLessImportant = (victim: Stored<Pod>, pod: Stored<Pod>): boolean => priorityOf(victim) < priorityOf(pod);

const hasLessImportant = ({ pod, snapshot }: Filtering, { info }: NodeView): boolean =>
  snapshot.podsOn(info.name).some((victim) => isLessImportant(victim, pod));
