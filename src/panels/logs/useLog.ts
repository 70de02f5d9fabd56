import { useEffect, useState } from 'react';
import { isFailure } from '../../api/status.ts';
import type { LogRequest } from '../../client/client.ts';
import { useClock } from '../../store/clock.ts';
import { useSession } from '../../store/session.ts';

export type LogAnswer =
  | { state: 'loading' }
  | { state: 'known'; text: string }
  /** The API server's own words. */
  | { state: 'refused'; message: string };

/** While time runs the log is read this often, in wall milliseconds. */
const pause = 400;

/** The log of a container as it stands: read again as time advances and as the Pod changes (`revision`). */
export function useLog(request: LogRequest, revision: string): LogAnswer {
  const client = useSession((session) => session.client);
  const running = useClock((clock) => clock.running);
  const still = useClock((clock) => (clock.running ? 0 : clock.now));
  const key = JSON.stringify(request);
  const [answer, setAnswer] = useState<{ key: string; answer: LogAnswer }>({ key: '', answer: { state: 'loading' } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `still` and `revision` tell that there may be more now
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const result = await client?.logs(JSON.parse(key));
        if (isOver || !result) return;
        setAnswer({
          key,
          answer: isFailure(result)
            ? { state: 'refused', message: result.message }
            : { state: 'known', text: 'text' in result ? result.text : '' },
        });
      } catch (problem) {
        const message = problem instanceof Error ? problem.message : String(problem);
        if (!isOver) setAnswer({ key, answer: { state: 'refused', message } });
      }
      if (!isOver && running) timer = setTimeout(ask, pause);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, key, running, running ? '' : revision, still]);
  return answer.key === key ? answer.answer : { state: 'loading' };
}
