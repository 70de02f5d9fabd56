import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromTimestamp, toTimestamp } from '../time.ts';
import { nextTime } from './next.ts';
import { parseSchedule } from './schedule.ts';

const next = (schedule: string, after: string): string => {
  const time = nextTime(parseSchedule(schedule), fromTimestamp(after));
  return time === undefined ? 'never' : toTimestamp(time);
};

it.each([
  ['*/5 * * * *', '2026-03-01T12:03:00Z', '2026-03-01T12:05:00Z'],
  ['0 0 29 2 *', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  ['0 0 30 2 *', '2026-03-01T00:00:00Z', 'never'],
  ['0 12 13 * 5', '2026-03-01T00:00:00Z', '2026-03-06T12:00:00Z'],
  ['@every 90s', '2026-03-01T00:00:00Z', '2026-03-01T00:01:30Z'],
  ['TZ=Asia/Seoul 0 9 * * *', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'],
])('%s after %s is due at %s', (schedule, after, due) => {
  expect(next(schedule, after)).toBe(due);
});

it('goes by the clocks of its zone when they change', () => {
  expect(next('TZ=Europe/Berlin 0 9 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T07:00:00Z');
  // The hour that is skipped has no 2:30; the one that is repeated has two.
  expect(next('TZ=Europe/Berlin 30 2 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-30T00:30:00Z');
  expect(next('TZ=Europe/Berlin 30 2 * * *', '2026-10-25T00:30:00Z')).toBe('2026-10-25T01:30:00Z');
});

it('is later than the time it is asked for, at a whole minute that the fields take', () => {
  const minutes = fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 4 });
  const hours = fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(minutes, hours, fc.nat(10 ** 9), (ofHour, ofDay, seconds) => {
      const after = seconds * 1000;
      const due = nextTime(parseSchedule(`${ofHour.join(',')} ${ofDay.join(',')} * * *`), after);
      expect(due).toBeGreaterThan(after);
      const [hour, minute, second] = toTimestamp(due ?? 0)
        .slice(11, 19)
        .split(':')
        .map(Number);
      expect([ofDay.includes(hour ?? -1), ofHour.includes(minute ?? -1), second]).toEqual([true, true, 0]);
      expect((due ?? 0) - after).toBeLessThanOrEqual(24 * 3_600_000);
    }),
  );
});
