import { qosClass } from '../../../api/effective.ts';
import type { Pod } from '../../../api/objects.ts';
import { isCriticalPod } from '../oomScore.ts';
import type { PressureCondition } from './signals.ts';

/** Why a new Pod is not taken on a node under pressure; undefined where it is. Source: managerImpl.Admit. */
export function refusalUnderPressure(
  pod: Pod,
  conditions: readonly PressureCondition[],
): { reason: 'Evicted'; message: string } | undefined {
  if (conditions.length === 0 || isCriticalPod(pod)) return undefined;
  if (conditions.length === 1 && conditions[0] === 'MemoryPressure') {
    if (qosClass(pod) !== 'BestEffort') return undefined;
    const isTolerated = pod.spec?.tolerations?.some(
      ({ key, operator = 'Equal', value = '', effect }) =>
        (!effect || effect === 'NoSchedule') &&
        (!key || key === 'node.kubernetes.io/memory-pressure') &&
        (operator === 'Exists' || (operator === 'Equal' && value === '')),
    );
    if (isTolerated) return undefined;
  }
  return { reason: 'Evicted', message: `The node had condition: [${conditions.join(' ')}]. ` };
}
