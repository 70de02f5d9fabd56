import { useEffect, useState } from 'react';
import type { SchedulingAttempt } from '../../client/client.ts';
import { useClock } from '../../store/clock.ts';
import { useSession } from '../../store/session.ts';

/** While time runs the scheduler is asked this often, in wall milliseconds. */
const pause = 500;

/** The attempts of a Pod, newest first, asked again as time advances; undefined until the cluster has answered. */
export function useAttempts(uid: string, revision: string): SchedulingAttempt[] | undefined {
  const tank = useSession((session) => session.client?.tank);
  const running = useClock((clock) => clock.running);
  const still = useClock((clock) => (clock.running ? 0 : clock.now));
  const [known, setKnown] = useState<{ uid: string; attempts: SchedulingAttempt[] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `still` and `revision` tell that there may be another one
  useEffect(() => {
    if (!tank) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const attempts = (await tank.attempts(uid)).toReversed();
        if (!isOver) setKnown((before) => (isSame(before, uid, attempts) ? before : { uid, attempts }));
      } catch (problem) {
        console.warn('attempts', problem);
      }
      if (!isOver && running) timer = setTimeout(ask, pause);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tank, uid, running, still, revision]);
  return known?.uid === uid ? known.attempts : undefined;
}

function isSame(
  before: { uid: string; attempts: SchedulingAttempt[] } | undefined,
  uid: string,
  attempts: readonly SchedulingAttempt[],
): boolean {
  return (
    before?.uid === uid &&
    before.attempts.length === attempts.length &&
    before.attempts.every(({ at, outcome }, index) => at === attempts[index]?.at && outcome === attempts[index].outcome)
  );
}
