import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRing } from './ring.ts';

it('holds the last so many, oldest first, as an array that is cut off would', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 8 }), (pushed, capacity) => {
      const ring = createRing<number>(capacity);
      for (const item of pushed) ring.push(item);
      const visited: number[] = [];
      ring.forEach((item) => {
        visited.push(item);
      });
      expect(ring.toArray()).toEqual(pushed.slice(-capacity));
      expect(visited).toEqual(ring.toArray());
    }),
  );
});

it('goes on rightly after it has forgotten some', () => {
  const ring = createRing<number>(3);
  for (const item of [1, 2, 3, 4, 5]) ring.push(item);
  ring.keep((item) => item !== 4);
  for (const item of [6, 7]) ring.push(item);
  expect(ring.toArray()).toEqual([5, 6, 7]);
});
