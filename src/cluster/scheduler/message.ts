import type { Decision } from './decision.ts';

/** `COUNT REASON, COUNT REASON.`, sorted as text. */
function counted(reasons: Iterable<string>, nodes: number): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}

/**
 * Why a Pod found no node, as its condition and event say. `tail` is what PostFilter added. Source: framework
 * FitError.Error.
 */
export function failureMessage(decision: Decision, tail: string): string {
  if (decision.nodes === 0) return 'no nodes available to schedule pods';
  const { preFilter, nodes, rejected } = decision;
  const head = preFilter
    ? `0/${nodes} nodes are available: ${preFilter.reasons.join(', ')}.`
    : counted(
        rejected.flatMap(({ rejection }) => rejection.reasons),
        nodes,
      );
  return tail ? `${head} ${tail}` : head;
}

/**
 * What preemption adds where it finds no Pod to remove. No Pod here has a priority lower than another's (there are no
 * PriorityClasses yet), so it never finds one. Source: DefaultPreemption, recordings/scheduling.
 */
export function preemptionTail(decision: Decision): string {
  // The first PostFilter plugin misses what its own PreFilter would have prepared.
  if (decision.preFilter) return 'not found';
  const texts = decision.rejected.map(({ rejection }) =>
    rejection.code === 'Unschedulable'
      ? 'No preemption victims found for incoming pod'
      : 'Preemption is not helpful for scheduling',
  );
  return `no new claims to deallocate, preemption: ${counted(texts, decision.nodes)}`;
}

/** Events hold 1024 characters at most. Source: schedule_one.go truncateMessage. */
export function eventMessage(message: string): string {
  return message.length <= 1024 ? message : `${message.slice(0, 1020)} ...`;
}
