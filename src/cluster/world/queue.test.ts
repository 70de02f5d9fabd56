import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue, peek, pop, push } from './queue.ts';

test('gives events by time, ties in the order in which they were asked for, whatever is added in between', () => {
  const operation = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant('pop' as const));
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 200 }), (operations) => {
      const queue = createQueue();
      // The stupid twin: a list that is searched from end to end.
      const twin: { at: number; order: number }[] = [];
      let order = 0;
      for (const each of operations) {
        if (each === 'pop') {
          const first = [...twin].sort((a, b) => a.at - b.at || a.order - b.order)[0];
          if (first) twin.splice(twin.indexOf(first), 1);
          expect(peek(queue)?.order).toBe(first?.order);
          expect(pop(queue)).toEqual(first && { ...first, to: 'somebody', message: first.order });
        } else {
          push(queue, each, 'somebody', order);
          twin.push({ at: each, order: order++ });
        }
      }
    }),
  );
});
