import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../../api/objects.ts';
import { runUntil } from '../simulation.ts';
import { listObjects } from '../world/store.ts';
import { createScenarioWorld } from './registry.ts';

describe('the shop', () => {
  const world = createScenarioWorld('shop');
  runUntil(world, world.now + 60_000);
  const pods = listObjects<Stored<Pod>>(world.store, 'pods');

  it('is up within a minute', () => {
    expect(pods.map(({ metadata }) => metadata.labels?.app).sort()).toEqual([
      'api',
      'api',
      'redis',
      'web',
      'web',
      'web',
    ]);
    for (const pod of pods) {
      expect(pod.status?.conditions?.find(({ type }) => type === 'Ready')).toMatchObject({ status: 'True' });
    }
  });

  it('is spread over its nodes', () => {
    expect(new Set(pods.map(({ spec }) => spec?.nodeName)).size).toBe(3);
  });

  it('answers its visitors, both pages', () => {
    const last = world.network.requests.slice(-50);
    expect(last.map(({ status }) => status)).toEqual(last.map(() => 200));
    expect(new Set(last.map(({ hops }) => hops[2]?.key))).toEqual(new Set(['default/web', 'default/api']));
    expect(new Set(last.map(({ hops }) => hops[3]?.key)).size).toBe(5);
  });
});
