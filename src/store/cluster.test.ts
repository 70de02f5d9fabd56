import { beforeEach, expect, it } from 'vitest';
import type { KubernetesObject } from '../api/objects.ts';
import { applyToCluster, resetCluster, useCluster } from './cluster.ts';

const pod = (name: string, revision: number): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'default',
    uid: `uid-${name}`,
    resourceVersion: String(revision),
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
});

beforeEach(() => resetCluster([{ resource: 'pods', object: pod('a', 1) }], 1));

it('replaces the map of a kind only when something of that kind changed', () => {
  const before = useCluster.getState();
  applyToCluster([{ type: 'ADDED', resource: 'pods', object: pod('b', 2) }]);
  const after = useCluster.getState();
  expect(after.pods).not.toBe(before.pods);
  expect(after.nodes).toBe(before.nodes);
  expect([...after.pods.keys()]).toEqual(['default/a', 'default/b']);
  expect(after.revision).toBe(2);
});

it('takes changes in their order and tells its subscribers once', () => {
  let told = 0;
  const stop = useCluster.subscribe(() => told++);
  applyToCluster([
    { type: 'ADDED', resource: 'pods', object: pod('b', 2) },
    { type: 'MODIFIED', resource: 'pods', object: pod('a', 3) },
    { type: 'DELETED', resource: 'pods', object: pod('b', 4) },
  ]);
  stop();
  expect(told).toBe(1);
  expect([...useCluster.getState().pods.values()].map(({ metadata }) => metadata.resourceVersion)).toEqual(['3']);
});

it('forgets everything when the watch begins anew', () => {
  resetCluster([{ resource: 'pods', object: pod('z', 9) }], 9);
  expect([...useCluster.getState().pods.keys()]).toEqual(['default/z']);
});

it('takes in a batch of changes without copying a crowd of Pods', () => {
  resetCluster(
    Array.from({ length: 3000 }, (_, index) => ({ resource: 'pods', object: pod(`p${index}`, 1) })),
    1,
  );
  const before = useCluster.getState().pods;
  applyToCluster([{ type: 'MODIFIED', resource: 'pods', object: pod('p7', 2) }]);
  const after = useCluster.getState().pods;
  expect(after).not.toBe(before);
  expect(after.size).toBe(3000);
  // Both faces show the same entries: nothing was copied between them.
  expect(before.get('default/p7')).toBe(after.get('default/p7'));
  expect(after.get('default/p7')?.metadata.resourceVersion).toBe('2');
});
