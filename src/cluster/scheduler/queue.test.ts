import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../../api/objects.ts';
import { backoffAfter, bringBack, enqueue, flush, next, nextFlush, setAside, take } from './queue.ts';
import { createSchedulerState, type SchedulingQueue } from './state.ts';
import { makePod } from './testing/tank.ts';

const createQueue = (): SchedulingQueue => createSchedulerState().queue;
const pod = (name: string, priority = 0) => makePod(name, { priority }) as unknown as Stored<Pod>;

/** Takes what is next, as one decision does that finds a node. */
function takeNext(queue: SchedulingQueue, now: number): string | undefined {
  const queued = next(queue, now);
  if (!queued) return undefined;
  take(queue, queued);
  queue.pods.delete(queued.key);
  return queued.key.replace('default/', '');
}

describe('the scheduling queue', () => {
  it('gives the higher priority first, of equal ones the earlier, of equal times the first to come', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ priority: fc.integer({ min: -1, max: 2 }), at: fc.nat(5) })), (list) => {
        const queue = createQueue();
        for (const [index, { priority, at }] of list.entries()) enqueue(queue, pod(String(index), priority), at);
        const sorted = list
          .map((one, index) => ({ ...one, index }))
          .sort((a, b) => b.priority - a.priority || a.at - b.at || a.index - b.index);
        for (const { index } of sorted) expect(takeNext(queue, 10)).toBe(String(index));
        expect(takeNext(queue, 10)).toBeUndefined();
      }),
    );
  });

  it('backs off for 1 s, doubled with each vain attempt, 10 s at most', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(backoffAfter)).toEqual([0, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('lets a Pod that backs off wait only while others are waiting', () => {
    const queue = createQueue();
    enqueue(queue, pod('vain', 5), 0);
    const vain = next(queue, 0)!;
    take(queue, vain);
    setAside(queue, vain, ['NodeAffinity'], 0);
    expect(next(queue, 0)).toBeUndefined();
    bringBack(queue, vain, 500);
    enqueue(queue, pod('fresh'), 500);
    expect(takeNext(queue, 500)).toBe('fresh');
    enqueue(queue, pod('later'), 2000);
    expect(takeNext(queue, 2000)).toBe('vain');
    expect(takeNext(queue, 2000)).toBe('later');
  });

  it('takes a Pod that backs off at once where nobody else waits', () => {
    const queue = createQueue();
    enqueue(queue, pod('vain'), 0);
    const vain = next(queue, 0)!;
    take(queue, vain);
    setAside(queue, vain, ['NodeAffinity'], 0);
    bringBack(queue, vain, 10);
    expect(takeNext(queue, 10)).toBe('vain');
  });

  it('brings a Pod back that nothing has brought back for more than five minutes', () => {
    const queue = createQueue();
    enqueue(queue, pod('vain'), 0);
    const vain = next(queue, 0)!;
    take(queue, vain);
    setAside(queue, vain, ['NodeAffinity'], 10_000);
    expect(nextFlush(queue)).toBe(330_000);
    flush(queue, 310_000);
    expect(next(queue, 310_000)).toBeUndefined();
    flush(queue, 330_000);
    expect(takeNext(queue, 330_000)).toBe('vain');
    expect(nextFlush(queue)).toBeUndefined();
  });

  it('forgets a Pod that is gone', () => {
    const queue = createQueue();
    enqueue(queue, pod('gone', 5), 0);
    enqueue(queue, pod('there'), 0);
    queue.pods.delete('default/gone');
    expect(takeNext(queue, 0)).toBe('there');
  });
});
