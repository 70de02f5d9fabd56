import { useEffect, useState } from 'react';
import type { PodMachines } from '../../../client/client.ts';
import { useClock } from '../../../store/clock.ts';
import { useSession } from '../../../store/session.ts';

export type MachinesAnswer =
  | { state: 'loading' }
  /** A real cluster, which does not show them. */
  | { state: 'foreign' }
  | { state: 'failed'; message: string }
  /** Undefined machines where no kubelet has the Pod. */
  | { state: 'known'; uid: string; machines: PodMachines | undefined };

/** While time runs the kubelet is asked this often, in wall milliseconds. */
const pause = 250;

/** The machines of a Pod as they stand: asked again when its object changes (`revision`) and as time advances. */
export function useMachines(uid: string, revision: string): MachinesAnswer {
  const tank = useSession((session) => session.client?.tank);
  const running = useClock((clock) => clock.running);
  const still = useClock((clock) => (clock.running ? 0 : clock.now));
  const [answer, setAnswer] = useState<MachinesAnswer>({ state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `still` and `revision` tell that it may stand otherwise now
  useEffect(() => {
    if (!tank) return setAnswer({ state: 'foreign' });
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const machines = await tank.machines(uid);
        if (!isOver) setAnswer({ state: 'known', uid, machines });
      } catch (problem) {
        const message = problem instanceof Error ? problem.message : String(problem);
        if (!isOver) setAnswer({ state: 'failed', message });
      }
      if (!isOver && running) timer = setTimeout(ask, pause);
    };
    // Not at once: while time runs fast the object changes often, and each change begins anew here.
    timer = setTimeout(ask, answer.state === 'known' && answer.uid === uid && running ? pause : 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tank, uid, running, running ? '' : revision, still]);
  return answer.state === 'known' && answer.uid !== uid ? { state: 'loading' } : answer;
}
