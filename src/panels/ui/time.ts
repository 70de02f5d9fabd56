import { useEffect, useState } from 'react';
import { useClock, virtualNow } from '../../store/clock.ts';

/** The cluster's time in whole seconds (as milliseconds), followed a few times a second: for ages and countdowns. */
export function useSeconds(): number {
  const running = useClock((clock) => clock.running);
  const still = useClock((clock) => (clock.running ? 0 : clock.now));
  const [now, setNow] = useState(virtualNow);
  useEffect(() => {
    const look = () => setNow(Math.floor(virtualNow() / 1000) * 1000);
    look();
    if (!running) return;
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [running]);
  return running ? now : still;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `0:07.3`, `12:07.3`, `1:02:07.3`: a length of virtual time. */
export function elapsedText(milliseconds: number): string {
  const tenths = Math.max(0, Math.floor(milliseconds / 100));
  const seconds = Math.floor(tenths / 10);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}.${tenths % 10}`;
}

/** `00:00:07`: the clock of the cluster, in UTC. */
export function clockText(time: number): string {
  const seconds = Math.floor(time / 1000) % 86_400;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
