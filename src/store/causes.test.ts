import { beforeEach, expect, it } from 'vitest';
import { writesOf } from './causes.ts';
import { forgetMessagesAfter, takeMessage } from './messages.ts';

function write(revision: number, name: string, actor: string, saw?: number): void {
  const metadata = { name, uid: name, resourceVersion: String(revision), creationTimestamp: '2026-01-01T00:00:00Z' };
  takeMessage({
    type: 'ADDED',
    resource: 'pods',
    object: { apiVersion: 'v1', kind: 'Pod', metadata },
    at: revision * 10,
    cause: { actor, ...(saw !== undefined && { saw }) },
  });
}

beforeEach(() => forgetMessagesAfter(-1));

it('walks from a write to what its writer had seen, and on to the person who began', () => {
  write(1, 'deployment', 'kubectl');
  write(2, 'replicaSet', 'deployment-controller', 1);
  write(3, 'other', 'kubelet');
  write(4, 'pod', 'replicaset-controller', 2);
  const [walk] = writesOf('pod');
  expect(walk?.because.map(({ actor }) => actor)).toEqual(['deployment-controller', 'kubectl']);
});

it('ends where a cause is not known, and never goes in circles', () => {
  write(5, 'pod', 'kubelet', 5);
  write(6, 'pod', 'scheduler', 999);
  expect(writesOf('pod').map(({ because }) => because.length)).toEqual([0, 0]);
});

it('forgets what lies after the instant that the cluster went back to', () => {
  write(1, 'pod', 'kubectl');
  write(2, 'pod', 'scheduler', 1);
  forgetMessagesAfter(15);
  expect(writesOf('pod').map(({ write }) => write.revision)).toEqual([1]);
});

it('takes a write in once, also where it is told again', () => {
  write(1, 'pod', 'kubectl');
  write(1, 'pod', 'kubectl');
  expect(writesOf('pod')).toHaveLength(1);
});
