import type { Pod } from '../../api/objects.ts';
import type { DescribeWriter } from './writer.ts';

/** `Pods Status: 3 Running / 0 Waiting / 0 Succeeded / 0 Failed`. Source: describe.getPodStatusForController. */
export function writePodsStatus(writer: DescribeWriter, pods: readonly Pod[]): void {
  const inPhase = (phase: string): number => pods.filter((pod) => pod.status?.phase === phase).length;
  writer.line(
    0,
    'Pods Status:',
    `${inPhase('Running')} Running / ${inPhase('Pending')} Waiting / ${inPhase('Succeeded')} Succeeded / ${inPhase('Failed')} Failed`,
  );
}
