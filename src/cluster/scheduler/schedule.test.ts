import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../../api/objects.ts';
import { createChance } from '../world/chance.ts';
import { eventMessage, failureMessage } from './message.ts';
import type { Snapshot } from './plugin.ts';
import { nodesToFind, schedule } from './schedule.ts';
import { snapshotOf } from './snapshot.ts';
import { createTank, makeNode, makePod } from './testing/tank.ts';

function snapshot(count: number, start = 0): Snapshot {
  const tank = createTank();
  for (let index = 0; index < count; index++) tank.write('nodes', makeNode(`node-${index}`));
  return { ...snapshotOf(tank.world, false), start };
}
const pod = (spec: Partial<NonNullable<Pod['spec']>> = {}) => makePod('web', spec) as unknown as Stored<Pod>;

describe('one decision', () => {
  // What numFeasibleNodesToFind of 1.36 gives with percentageOfNodesToScore unset.
  it.each([
    [1, 1],
    [99, 99],
    [100, 100],
    [250, 120],
    [1000, 420],
    [5000, 500],
    [6000, 300],
    [10_000, 500],
  ])('among %i nodes looks for %i that fit', (nodes, wanted) => {
    expect(nodesToFind(nodes)).toBe(wanted);
  });

  it('stops at enough nodes and begins the next time where it stopped', () => {
    const first = schedule(snapshot(250, 200), pod(), createChance(1));
    expect(first.feasible).toHaveLength(120);
    expect(first.feasible[0]).toBe('node-200');
    expect(first.feasible.at(-1)).toBe('node-69');
    expect(first.nextStart).toBe(70);
  });

  it('takes each of the best equally often, and the same ones with the same seed', () => {
    const run = (seed: number) => {
      const chance = createChance(seed);
      return Array.from({ length: 300 }, () => schedule(snapshot(3), pod(), chance).node);
    };
    const taken = run(1);
    expect(run(1)).toEqual(taken);
    expect(run(2)).not.toEqual(taken);
    for (const node of ['node-0', 'node-1', 'node-2']) {
      expect(taken.filter((one) => one === node).length).toBeGreaterThan(70);
    }
  });

  it('draws no chance where there is nothing to choose', () => {
    const chance = createChance(5);
    expect(schedule(snapshot(1), pod(), chance).node).toBe('node-0');
    expect(chance).toEqual(createChance(5));
  });

  it('adds up score times weight', () => {
    const { scores = [], totals = [], feasible } = schedule(snapshot(4), pod(), createChance(1));
    for (const index of feasible.keys()) {
      expect(scores.reduce((sum, { weight, normalized }) => sum + weight * normalized[index]!, 0)).toBe(totals[index]);
    }
  });

  it('says that there are no nodes', () => {
    const decision = schedule(snapshot(0), pod(), createChance(1));
    expect(failureMessage(decision)).toBe('no nodes available to schedule pods');
  });

  it('cuts the message of an Event at 1024 characters', () => {
    expect(eventMessage('x'.repeat(1024))).toHaveLength(1024);
    expect(eventMessage('x'.repeat(1025))).toBe(`${'x'.repeat(1020)} ...`);
  });
});
