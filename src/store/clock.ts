import { create } from 'zustand';
import type { ClockState } from '../client/client.ts';

/** A mirror of the cluster's clock, as of its last word. For the present instant between two words: `virtualNow`. */
export const useClock = create<ClockState>()(() => ({
  now: 0,
  start: 0,
  latest: 0,
  earliest: 0,
  running: false,
  speed: 1,
}));

/** The page's guess never runs further ahead of the clock's last word than this much wall time. */
const longestGuess = 400;

let heardAt = 0;
let shown = 0;

/** Takes in the clock's word. `wall` is the page's own time in milliseconds (performance.now). */
export function setClock(state: ClockState, wall: number = performance.now()): void {
  const guess = virtualNow(wall);
  useClock.setState(state);
  heardAt = wall;
  // The guess may have run a little ahead: then it waits there until the clock has caught up. A larger step is a jump.
  const ahead = guess - state.now;
  shown = state.running && ahead > 0 && ahead <= longestGuess * state.speed ? guess : state.now;
}

/** Virtual milliseconds since 1970 at this moment: interpolated while the clock runs, and then never going back. */
export function virtualNow(wall: number = performance.now()): number {
  const { now, running, speed } = useClock.getState();
  if (!running) return now;
  const guess = now + Math.min(Math.max(0, wall - heardAt), longestGuess) * speed;
  shown = Math.max(shown, guess);
  return shown;
}
