import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageTarget, replicasFor, utilizationTarget } from './calculate.ts';
import { limitByRules, limitPlainly, noteScaling, type ScalingHistory, stabilize } from './limits.ts';

const tolerances = { up: 0.1, down: 0.1 };
const samplesOf = (...values: number[]) =>
  new Map(values.map((value, index) => [`pod-${index}`, { value, at: 0, window: 30_000 }]));
const groupsOf = (ready: number, more: { unready?: string[]; missing?: string[] } = {}) => ({
  ready,
  unready: more.unready ?? [],
  missing: more.missing ?? [],
  ignored: [],
});
const requestsOf = (count: number, each: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`pod-${index}`, each]));
const replicas = (found: ReturnType<typeof replicasFor>) => ('error' in found ? found.error : found.replicas);
const newHistory = (): ScalingHistory => ({ recommendations: [], up: [], down: [] });

// The numbers are those of replica_calculator_test.go.
describe('replicas for a target', () => {
  it('grow with the usage', () => {
    const target = utilizationTarget(30, requestsOf(3, 1000));
    expect(replicas(replicasFor(3, samplesOf(300, 500, 700), groupsOf(3), target, tolerances))).toBe(5);
  });

  it('stay within the tolerance', () => {
    const target = utilizationTarget(50, requestsOf(3, 1000));
    expect(replicas(replicasFor(3, samplesOf(540, 550, 545), groupsOf(3), target, tolerances))).toBe(3);
  });

  it('count Pods that are not ready as using nothing when growing', () => {
    const target = utilizationTarget(30, requestsOf(3, 1000));
    const groups = groupsOf(1, { unready: ['pod-0'] });
    expect(replicas(replicasFor(3, samplesOf(100, 500, 700), { ...groups, ready: 2 }, target, tolerances))).toBe(4);
  });

  it('count Pods without figures as using all when shrinking', () => {
    const target = utilizationTarget(50, requestsOf(4, 1000));
    const found = replicasFor(4, samplesOf(100, 100), groupsOf(2, { missing: ['pod-2', 'pod-3'] }), target, tolerances);
    expect(replicas(found)).toBe(4);
  });

  it('shrink by averages too', () => {
    expect(replicas(replicasFor(5, samplesOf(10, 10, 10, 10, 10), groupsOf(5), averageTarget(25), tolerances))).toBe(2);
  });

  it('cannot be had without any figure', () => {
    const found = replicasFor(2, new Map(), groupsOf(0, { missing: ['a', 'b'] }), averageTarget(25), tolerances);
    expect(replicas(found)).toBe('did not receive metrics for targeted pods (pods might be unready)');
  });

  it('never move against the usage', () => {
    const usage = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(
        fc.array(usage, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 200 }),
        (values, wanted) => {
          const target = utilizationTarget(wanted, requestsOf(values.length, 500));
          const found = replicasFor(values.length, samplesOf(...values), groupsOf(values.length), target, tolerances);
          if ('error' in found) return;
          if (found.usage.ratio > 1) expect(found.replicas).toBeGreaterThanOrEqual(values.length);
          if (found.usage.ratio < 1) expect(found.replicas).toBeLessThanOrEqual(values.length);
        },
      ),
    );
  });
});

describe('the size that is set', () => {
  const wish = { current: 4, desired: 1, min: 1, max: 100, now: 1_000_000 };

  it('does not fall below what was wanted in the last five minutes', () => {
    const history = newHistory();
    history.recommendations.push({ at: wish.now - 200_000, replicas: 4 });
    expect(stabilize(wish, history, undefined)).toMatchObject({ replicas: 4, reason: 'ScaleDownStabilized' });
    expect(stabilize({ ...wish, now: wish.now + 200_000 }, history, undefined)).toMatchObject({ replicas: 1 });
  });

  it('rises at once without rules, twice as many at most', () => {
    expect(stabilize({ ...wish, desired: 30 }, newHistory(), undefined).replicas).toBe(30);
    expect(limitPlainly({ ...wish, desired: 30 })).toMatchObject({ replicas: 8, reason: 'ScaleUpLimit' });
    expect(limitPlainly({ ...wish, current: 1, desired: 30 })).toMatchObject({ replicas: 4 });
  });

  it('is put off upwards where the rules say so', () => {
    const history = newHistory();
    history.recommendations.push({ at: wish.now - 10_000, replicas: 5 });
    const rules = { up: { stabilizationWindowSeconds: 60 } };
    expect(stabilize({ ...wish, desired: 9 }, history, rules)).toMatchObject({
      replicas: 5,
      reason: 'ScaleUpStabilized',
    });
  });

  it('changes as fast as the policies let it', () => {
    const policies = [
      { type: 'Pods', value: 2, periodSeconds: 60 },
      { type: 'Percent', value: 100, periodSeconds: 60 },
    ];
    const rules = { up: { policies }, down: { policies } };
    const rising = { ...wish, desired: 30 };
    expect(limitByRules(rising, newHistory(), rules).replicas).toBe(8);
    expect(limitByRules(rising, newHistory(), { up: { policies, selectPolicy: 'Min' } }).replicas).toBe(6);
    expect(limitByRules(rising, newHistory(), { up: { policies, selectPolicy: 'Disabled' } }).replicas).toBe(4);
    const history = newHistory();
    noteScaling(history, 2, 4, wish.now - 30_000, rules);
    expect(limitByRules(rising, history, rules)).toMatchObject({ replicas: 4, reason: 'ScaleUpLimit' });
    expect(limitByRules(wish, newHistory(), { down: { policies: policies.slice(0, 1) } })).toMatchObject({
      replicas: 2,
      reason: 'ScaleDownLimit',
    });
  });
});
