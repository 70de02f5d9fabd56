import type { Pod } from '../../../src/api/objects.ts';
import { phaseOf } from '../../../src/cluster/kubelet/status/phase.ts';
import { readCases, testCases } from './recorded.ts';

interface Input {
  pod: Pod;
  podIsTerminal: boolean;
  podHasInitialized: boolean;
}

testCases(readCases<Input, string>('phase.json'), ({ pod, podIsTerminal, podHasInitialized }) => {
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  return phaseOf(pod, [...initContainerStatuses, ...containerStatuses], podIsTerminal, podHasInitialized);
});
