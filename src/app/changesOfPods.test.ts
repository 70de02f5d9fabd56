import { describe, expect, it } from 'vitest';
import { describeChanges, type PodMark } from './changesOfPods.ts';

const marks = (...pods: [uid: string, mark?: Partial<PodMark>][]) =>
  new Map(pods.map(([uid, mark]) => [uid, { name: uid, ready: false, failed: false, ...mark }]));

describe('describeChanges', () => {
  it('says nothing where nothing notable happened', () => {
    expect(describeChanges(marks(['a', { ready: true }]), marks(['a', { ready: true }]))).toBe('');
  });

  it('names what became ready, failed, came and went, the worst first', () => {
    const before = marks(['a'], ['b'], ['gone']);
    const after = marks(['a', { ready: true }], ['b', { failed: true }], ['new']);
    expect(describeChanges(before, after)).toBe('b failed. gone deleted. new created. a ready');
  });

  it('counts many instead of naming them', () => {
    expect(describeChanges(marks(), marks(['a'], ['b'], ['c']))).toBe('3 Pods created');
  });
});
