import { expect, test } from 'vitest';
import type { Deployment, Pod, Stored } from '../../../api/objects.ts';
import { hindrancesOf } from './hindrances.ts';

const pod = (name: string, reason?: string): Stored<Pod> =>
  ({
    metadata: { name, namespace: 'default', uid: name },
    spec: { containers: [{ name: 'app' }] },
    status: reason
      ? {
          phase: 'Pending',
          containerStatuses: [{ name: 'app', state: { waiting: { reason, message: `${reason}!` } } }],
        }
      : { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }) as unknown as Stored<Pod>;
const deployment = (conditions: object[] = []) => ({ status: { conditions } }) as unknown as Stored<Deployment>;

test('says once what keeps several Pods from being ready, the most frequent first', () => {
  const pods = [pod('a'), pod('b', 'CrashLoopBackOff'), pod('c', 'ImagePullBackOff'), pod('d', 'ImagePullBackOff')];
  const found = hindrancesOf(deployment(), pods);
  expect(found.map(({ reason, pods: held }) => [reason, held.map(({ uid }) => uid)])).toEqual([
    ['app: ImagePullBackOff', ['c', 'd']],
    ['app: CrashLoopBackOff', ['b']],
  ]);
});

test('says why Pods cannot be made at all', () => {
  const condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'exceeded quota' };
  expect(hindrancesOf(deployment([condition]), [])).toEqual([
    { reason: 'FailedCreate', message: 'exceeded quota', pods: [] },
  ]);
});
