/** The steps of the speed control: virtual seconds in a second of the wall clock. */
export const speeds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const;

/** The step nearest to a speed, as its index. */
export function speedStep(speed: number): number {
  let best = 0;
  for (const [index, step] of speeds.entries()) {
    if (Math.abs(Math.log(step / speed)) < Math.abs(Math.log((speeds[best] ?? 1) / speed))) best = index;
  }
  return best;
}

/** The next faster or slower step; the last one where there is none beyond. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const index = Math.min(speeds.length - 1, Math.max(0, speedStep(speed) + direction));
  return speeds[index] ?? speed;
}
