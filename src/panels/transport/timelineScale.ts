/** The stretch of time that the strip shows, and the marks of its ruler. */
export interface TimelineScale {
  from: number;
  to: number;
  marks: number[];
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const nice = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400].map(
  (seconds) => seconds * second,
);

/**
 * From the earliest instant that can be reached to a little beyond the latest one. The end moves in jumps, so that the
 * picture stands still most of the time. `marks` are multiples of a round length since `start`, at most `most` of them.
 */
export function timelineScale(start: number, earliest: number, latest: number, most: number): TimelineScale {
  const shown = Math.max(minute, (latest - earliest) * 1.08);
  const span = nice.find((length) => length >= shown && length >= minute) ?? Math.ceil(shown / (24 * hour)) * 24 * hour;
  const step = nice.find((length) => span / length <= most) ?? span;
  const marks: number[] = [];
  const first = start + Math.ceil((earliest - start) / step) * step;
  for (let mark = first; mark <= earliest + span; mark += step) marks.push(mark);
  return { from: earliest, to: earliest + span, marks };
}

/** `0s`, `30s`, `1m`, `1m30s`, `2h`: a mark of the ruler. */
export function markText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / second);
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const text = parts
    .filter(([value]) => value)
    .map(([value, unit]) => `${value}${unit}`)
    .join('');
  return text || '0s';
}
