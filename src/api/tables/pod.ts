import type { Pod } from '../objects.ts';
import { fromTimestamp } from '../time.ts';
import { ageSince, humanDuration } from './age.ts';
import { isPodConditionTrue, summarizePod } from './podSummary.ts';
import { orNone, printer } from './printer.ts';

function readinessGates(pod: Pod): string {
  const gates = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  return `${gates.filter((gate) => isPodConditionTrue(pod, gate.conditionType)).length}/${gates.length}`;
}

export const podPrinter = printer<Pod>(
  'Pod',
  ['Name', 'Ready', 'Status', 'Restarts', 'Age', '+IP', '+Node', '+Nominated Node', '+Readiness Gates'],
  (pod, now) => {
    const { ready, status, restarts, lastRestart } = summarizePod(pod);
    const ago = restarts > 0 && lastRestart ? ` (${humanDuration(now - fromTimestamp(lastRestart))} ago)` : '';
    return [
      pod.metadata.name,
      ready,
      status,
      `${restarts}${ago}`,
      ageSince(pod.metadata.creationTimestamp, now),
      orNone(pod.status?.podIPs?.[0]?.ip ?? pod.status?.podIP),
      orNone(pod.spec?.nodeName),
      orNone(pod.status?.nominatedNodeName),
      readinessGates(pod),
    ];
  },
);
