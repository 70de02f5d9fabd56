import { beforeEach, expect, test } from 'vitest';
import type { Pod, Stored } from '../api/objects.ts';
import { findPods, forgetPodMomentsAfter, podHistory, takePodMoment } from './podHistory.ts';

const pod = (uid: string, revision: number, phase: 'Pending' | 'Running' | 'Failed' = 'Pending'): Stored<Pod> => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: uid, namespace: 'default', uid, resourceVersion: String(revision), creationTimestamp: '' },
  spec: { containers: [{ name: 'app' }] },
  status: { phase },
});
const see = (object: Stored<Pod>, at: number, type: 'ADDED' | 'MODIFIED' | 'DELETED' = 'MODIFIED'): void =>
  takePodMoment({ type, resource: 'pods', object, at, cause: { actor: 'kubelet/node-1' } });
const told = (uid: string) => podHistory(uid).map(({ at, status }) => `${at} ${status}`);

beforeEach(() => forgetPodMomentsAfter(-1));

test('each change of what is shown is kept once, with who made it', () => {
  see(pod('a', 1), 10, 'ADDED');
  see(pod('a', 2), 20);
  see(pod('a', 3, 'Running'), 30);
  see(pod('a', 3, 'Running'), 30);
  expect(told('a')).toEqual(['10 Pending', '30 Running']);
  expect(podHistory('a')[1]?.actor).toBe('kubelet/node-1');
});

test('after going back the future stays until something else comes', () => {
  see(pod('a', 1), 10, 'ADDED');
  see(pod('a', 3, 'Running'), 30);
  findPods([{ resource: 'pods', object: pod('a', 1) }], 20);
  expect(told('a')).toEqual(['10 Pending', '30 Running']);
  see(pod('a', 4, 'Failed'), 25);
  expect(told('a')).toEqual(['10 Pending', '25 Failed']);
  forgetPodMomentsAfter(20);
  expect(told('a')).toEqual(['10 Pending']);
});

test('what was not seen is marked: a Pod that is found otherwise, or not at all', () => {
  see(pod('a', 1), 10, 'ADDED');
  see(pod('b', 2), 10, 'ADDED');
  findPods([{ resource: 'pods', object: pod('a', 9, 'Running') }], 500);
  expect(podHistory('a').at(-1)).toMatchObject({ at: 500, status: 'Running', found: true });
  expect(podHistory('b').at(-1)).toMatchObject({ at: 500, gone: true, found: true });
});

test('what is kept is bounded, for one Pod and for all', () => {
  for (let index = 0; index < 1000; index++) see(pod('a', index + 1, index % 2 ? 'Running' : 'Pending'), index);
  expect(podHistory('a').length).toBeLessThanOrEqual(240);
  expect(podHistory('a').at(-1)?.revision).toBe(1000);
  for (let index = 0; index < 20_000; index++) see(pod(`p${index}`, 2000 + index), 2000 + index, 'ADDED');
  let kept = 0;
  for (let index = 0; index < 20_000; index++) kept += podHistory(`p${index}`).length;
  expect(kept).toBeLessThanOrEqual(12_000);
  expect(podHistory('p19999').length).toBe(1);
});
