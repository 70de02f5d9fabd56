import type { Known, PodActions } from '../../../src/cluster/kubelet/podactions/known.ts';
import { podActions } from '../../../src/cluster/kubelet/podactions/podActions.ts';
import { readCases, testCases } from './recorded.ts';

testCases(readCases<Known, PodActions>('actions.json'), (known) => {
  const actions = podActions(known);
  // The source gathers them in a map.
  const containersToKill = [...actions.containersToKill].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...actions, containersToKill };
});
