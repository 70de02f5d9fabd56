import { qosClass } from '../../../src/api/effective.ts';
import type { Pod } from '../../../src/api/objects.ts';
import { oomScoreAdjust } from '../../../src/cluster/kubelet/oomScore.ts';
import { readCases, testCases } from './recorded.ts';

interface Output {
  qosClass: string;
  oomScoreAdj: Record<string, number>;
}

testCases(readCases<{ pod: Pod; memoryCapacity: number }, Output>('oom.json'), ({ pod, memoryCapacity }) => ({
  qosClass: qosClass(pod),
  oomScoreAdj: Object.fromEntries(
    [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])].map((container) => [
      container.name,
      oomScoreAdjust(pod, container, memoryCapacity),
    ]),
  ),
}));
