/** The shortest time that is told from none, in milliseconds. */
const moment = 250;

/**
 * Where instants lie on an axis from 0 to 1 on which nothing is too short to be seen: each step is as wide as its
 * length has digits, and none narrower than a third of an even share. `times` ascend; the last is the end of the axis.
 */
export function squeeze(times: readonly number[]): number[] {
  const widths = times.slice(1).map((time, index) => Math.log2(1 + (time - (times[index] ?? time)) / moment));
  const sum = widths.reduce((total, width) => total + width, 0);
  const least = 1 / (3 * Math.max(1, widths.length));
  const shares = widths.map(
    (width) => least + (1 - least * widths.length) * (sum > 0 ? width / sum : 1 / widths.length),
  );
  let at = 0;
  return [0, ...shares.map((share) => (at += share))].slice(0, times.length);
}
