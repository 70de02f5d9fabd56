import { useEffect, useRef } from 'react';
import { t } from '../../i18n/i18n.ts';
import { useClock, virtualNow } from '../../store/clock.ts';
import { clockText, elapsedText } from '../ui/time.ts';

/** Time since the beginning, and the cluster's clock. Written straight into the page each frame while time runs. */
export function ClockFace() {
  const elapsed = useRef<HTMLSpanElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  const running = useClock((state) => state.running);
  const still = useClock((state) => (state.running ? 0 : state.now));
  const start = useClock((state) => state.start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `still` is the instant to show anew while time stands
  useEffect(() => {
    let frame = 0;
    const show = () => {
      const now = virtualNow();
      if (elapsed.current) elapsed.current.textContent = elapsedText(now - start);
      if (clock.current) clock.current.textContent = clockText(now);
      if (running) frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [running, still, start]);
  return (
    <div className="clock" role="timer" aria-label={t('transport.time')} aria-live="off">
      <span className="clock-elapsed" ref={elapsed} />
      <span className="clock-utc" title={t('transport.clock')}>
        <span ref={clock} /> UTC
      </span>
    </div>
  );
}
