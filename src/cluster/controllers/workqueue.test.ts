import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkQueue, delayAdd, markDirty, nextBackOff } from './workqueue.ts';

describe('work queue', () => {
  it('waits 5 ms, then twice as long each time, at most 1000 s; every key for itself', () => {
    const queue = createWorkQueue();
    const waits = Array.from({ length: 20 }, () => nextBackOff(queue, 'a'));
    expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
    expect(waits.at(-1)).toBe(1_000_000);
    expect(nextBackOff(queue, 'b')).toBe(5);
    expect(nextBackOff(queue, 'c', 1000)).toBe(1000);
  });

  it('makes one pass of many changes, and remembers the first that woke it', () => {
    const queue = createWorkQueue();
    expect(markDirty(queue, 'a', 104, 7)).toBe(104);
    expect(markDirty(queue, 'a', 105, 8)).toBeUndefined();
    expect(queue.dirty.get('a')).toEqual({ due: 104, saw: 7 });
  });

  it('begins no second pass over a key whose pass is under way', () => {
    const queue = createWorkQueue();
    queue.processing.set('a', { writes: [], next: 0, refused: false, written: new Map() });
    expect(markDirty(queue, 'a', 104)).toBeUndefined();
    expect(queue.dirty.has('a')).toBe(true);
  });

  it('keeps of several delays the one that is over first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (times) => {
        const queue = createWorkQueue();
        for (const time of times) delayAdd(queue, 'a', time);
        expect(queue.delayed.get('a')).toBe(Math.min(...times));
      }),
    );
  });
});
