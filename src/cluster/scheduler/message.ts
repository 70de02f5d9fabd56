import type { Decision } from './decision.ts';

/** `COUNT REASON, COUNT REASON.`, sorted as text. */
export function counted(reasons: Iterable<string>, nodes: number): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort();
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}

/**
 * Why a Pod found no node, as its condition and event say. Source: framework FitError.Error.
 */
export function failureMessage(decision: Decision): string {
  if (decision.nodes === 0) return 'no nodes available to schedule pods';
  const { preFilter, nodes, rejected, postFilter: tail } = decision;
  const head = preFilter
    ? `0/${nodes} nodes are available: ${preFilter.reasons.join(', ')}.`
    : counted(
        rejected.flatMap(({ rejection }) => rejection.reasons),
        nodes,
      );
  return tail ? `${head} ${tail}` : head;
}

/** Events hold 1024 characters at most. Source: schedule_one.go truncateMessage. */
export function eventMessage(message: string): string {
  return message.length <= 1024 ? message : `${message.slice(0, 1020)} ...`;
}
