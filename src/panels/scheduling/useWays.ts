import { useEffect, useState } from 'react';
import type { Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import type { Decision } from '../../client/client.ts';
import { useCluster } from '../../store/cluster.ts';
import { useSession } from '../../store/session.ts';
import { questionOf } from './mend/question.ts';
import { removeGates } from './mend/schedulingGates.ts';
import { type Search, smallestChanges, type TryOut } from './mend/smallestChange.ts';

/** The smallest changes that let a Pod land (on one node, where `wanted`); undefined while they are being tried. */
export function useWays(pod: Stored<Pod>, decision: Decision, wanted?: string): Search | undefined {
  const tank = useSession((session) => session.client?.tank);
  const [found, setFound] = useState<{ decision: Decision; search: Search }>();
  useEffect(() => {
    let isOver = false;
    const { nodes, pods } = useCluster.getState();
    const start = { pod, cluster: { nodes, pods } };
    const tryOut: TryOut = async (changes) => {
      if (!tank || isOver) throw new Stopped();
      const { about, changes: different } = questionOf(start, changes);
      const answer = await tank.whatIf(about, different);
      // What the API server refuses is no way.
      return isFailure(answer) ? { ...decision, feasible: [], rejected: [], best: [] } : answer;
    };
    const gates = removeGates(pod);
    const search = gates
      ? Promise.resolve({ ways: [{ changes: [gates], decision }], tried: 0, cutOff: false })
      : smallestChanges(start, decision, tryOut, wanted);
    search
      .then((done) => {
        if (!isOver) setFound({ decision, search: done });
      })
      .catch((problem: unknown) => {
        if (!(problem instanceof Stopped)) console.warn('what would help', problem);
      });
    return () => {
      isOver = true;
    };
  }, [tank, pod, decision, wanted]);
  return found?.decision === decision ? found.search : undefined;
}

/** Nobody waits for the answer any more. */
class Stopped extends Error {}
