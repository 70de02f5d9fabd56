import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PodMoment } from '../../store/podHistory.ts';
import { podLanes } from './podLanes.ts';
import { squeeze } from './squeeze.ts';

const base: PodMoment = { at: 0, revision: 1, phase: 'Pending', status: 'Pending', conditions: [], containers: [] };
const app = (word: string, state: 'waiting' | 'running' | 'terminated', exitCode?: number) => ({
  name: 'app',
  state,
  word,
  ready: state === 'running',
  restarts: 0,
  ...(exitCode !== undefined && { exitCode }),
});
const scheduled = { type: 'PodScheduled', status: 'True' };
const history: PodMoment[] = [
  base,
  { ...base, at: 20, actor: 'default-scheduler', conditions: [scheduled] },
  {
    ...base,
    at: 900,
    actor: 'kubelet/node-1',
    phase: 'Running',
    status: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }, scheduled],
    containers: [app('Running', 'running')],
  },
  {
    ...base,
    at: 5000,
    actor: 'kubelet/node-1',
    phase: 'Running',
    status: 'Error',
    conditions: [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady' }, scheduled],
    containers: [app('Error', 'terminated', 137)],
  },
];

describe('the lanes of a Pod', () => {
  const { lanes, changes } = podLanes(history, ['app', 'not-there-yet']);

  it('are phase, conditions in the order in which they come true, containers, and STATUS', () => {
    expect(lanes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'phase phase',
      'condition PodScheduled',
      'condition Ready',
      'container app',
      'status STATUS',
    ]);
  });

  it('hold a span for each word, from change to change', () => {
    const spans = lanes.map(({ spans: all }) => all.map(({ from, to, word }) => `${from}-${to} ${word}`));
    expect(spans).toEqual([
      ['0-2 Pending', '2-4 Running'],
      ['1-4 True'],
      ['2-3 True', '3-4 False (ContainersNotReady)'],
      ['2-3 Running', '3-4 Error (137)'],
      ['0-2 Pending', '2-3 Running', '3-4 Error'],
    ]);
  });

  it('tell of each change who made it and what came to stand otherwise', () => {
    const [, second, , last] = changes;
    expect(second).toMatchObject({ at: 20, actor: 'default-scheduler', news: [{ to: 'True' }] });
    expect(last?.news.map(({ lane, from, to }) => `${lane.name}: ${from} → ${to}`)).toEqual([
      'Ready: True → False (ContainersNotReady)',
      'app: Running → Error (137)',
      'STATUS: Running → Error',
    ]);
  });

  it('end where the Pod is gone, and show no more than can be told apart', () => {
    const gone = podLanes([...history, { ...base, at: 6000, gone: true }], ['app']);
    expect(gone.changes.at(-1)?.gone).toBe(true);
    for (const { spans } of gone.lanes) expect(spans.at(-1)?.to).toBe(4);
    const long = Array.from({ length: 100 }, (_, index): PodMoment => ({ ...base, at: index, status: `S${index}` }));
    const { changes: shown, earlier } = podLanes(long, []);
    expect([shown.length, earlier]).toEqual([60, 40]);
  });
});

it('the squeezed axis runs from 0 to 1, in order, and hides no change', () => {
  assert(
    property(array(integer({ min: 0, max: 3_600_000 }), { minLength: 2, maxLength: 61 }), (steps) => {
      let now = 0;
      const places = squeeze(steps.map((step) => (now += step)));
      expect(places.length).toBe(steps.length);
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBeCloseTo(1);
      for (let index = 1; index < places.length; index++)
        expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(0.3 / places.length);
    }),
  );
});
