import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTimestamp, toMicroTimestamp, toTimestamp } from './time.ts';

const instant = fc.integer({ min: 0, max: 7_000_000_000_000 });

test('writes timestamps as the calendar has them', () => {
  fc.assert(
    fc.property(instant, (time) => {
      expect(toTimestamp(time)).toBe(`${new Date(time).toISOString().slice(0, 19)}Z`);
      expect(toMicroTimestamp(time)).toBe(`${new Date(time).toISOString().slice(0, 23)}000Z`);
    }),
  );
});

test('reads what it writes', () => {
  fc.assert(
    fc.property(instant, (time) => {
      expect(fromTimestamp(toMicroTimestamp(time))).toBe(time);
      expect(fromTimestamp(toTimestamp(time))).toBe(time - (time % 1000));
    }),
  );
  expect(fromTimestamp('yesterday')).toBeNaN();
});
