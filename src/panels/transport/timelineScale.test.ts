import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markText, timelineScale } from './timelineScale.ts';

it('always shows all that can be reached, with a few marks within', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(3e8), fc.integer({ min: 2, max: 20 }), (start, gone, lived, most) => {
      const earliest = start + gone;
      const { from, to, marks } = timelineScale(start, earliest, earliest + lived, most);
      expect(from).toBe(earliest);
      expect(to).toBeGreaterThan(earliest + lived);
      expect(marks.length).toBeLessThanOrEqual(most + 1);
      for (const mark of marks) expect(mark >= from && mark <= to).toBe(true);
    }),
  );
});

it('stands still while time goes on a little', () => {
  expect(timelineScale(0, 0, 70_000, 8)).toEqual(timelineScale(0, 0, 100_000, 8));
});

it('writes marks as durations', () => {
  expect([0, 30_000, 90_000, 7_200_000].map(markText)).toEqual(['0s', '30s', '1m30s', '2h']);
});
