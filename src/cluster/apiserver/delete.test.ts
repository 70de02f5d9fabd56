import { describe, expect, test } from 'vitest';
import type { KubernetesObject, Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { put } from '../world/store.ts';
import type { DeleteOptions } from './request.ts';
import { podOf, testServer } from './testing/server.ts';

const named = (kind: string, name: string, fields: object = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...fields },
});

function bound() {
  const server = testServer();
  const pod = server.create<Stored<Pod>>(podOf('web'));
  put(server.world.store, server.world.now, 'pods', { ...pod, spec: { ...pod.spec, nodeName: 'node-1' } } as never, {
    actor: 'test',
  });
  const remove = (options?: DeleteOptions) =>
    server.ask({ verb: 'delete', resource: 'pods', namespace: 'default', name: 'web', ...(options && { options }) })
      .answer as KubernetesObject;
  return { ...server, remove };
}

describe('grace', () => {
  test('can only be shortened, counted from the first deletion', () => {
    const { remove, world } = bound();
    expect(remove().metadata).toMatchObject({
      deletionGracePeriodSeconds: 30,
      deletionTimestamp: '2026-01-01T00:00:30Z',
    });
    world.now += 5000;
    expect(remove({ gracePeriodSeconds: 60 }).metadata.deletionGracePeriodSeconds).toBe(30);
    expect(remove({ gracePeriodSeconds: 10 }).metadata).toMatchObject({
      deletionGracePeriodSeconds: 10,
      deletionTimestamp: '2026-01-01T00:00:10Z',
    });
  });

  test('below nothing is a second', () => {
    expect(bound().remove({ gracePeriodSeconds: -1 }).metadata.deletionGracePeriodSeconds).toBe(1);
  });
});

describe('propagation', () => {
  const deletion = (options: DeleteOptions, finalizers?: string[]) => {
    const { ask, create } = testServer();
    create(named('ConfigMap', 'settings', { ...(finalizers && { finalizers }) }));
    return ask({ verb: 'delete', resource: 'configmaps', namespace: 'default', name: 'settings', options }).answer;
  };

  test('Foreground and Orphan hold the object for the garbage collector; the new one takes the place of the old', () => {
    expect(deletion({ propagationPolicy: 'Foreground' })).toMatchObject({
      metadata: { finalizers: ['foregroundDeletion'], deletionGracePeriodSeconds: 0 },
    });
    expect(deletion({ orphanDependents: true })).toMatchObject({ metadata: { finalizers: ['orphan'] } });
    expect(deletion({ propagationPolicy: 'Foreground' }, ['orphan'])).toMatchObject({
      metadata: { finalizers: ['foregroundDeletion'] },
    });
  });

  test('is refused where it is said in two ways, or in none that there is', () => {
    expect(deletion({ propagationPolicy: 'Orphan', orphanDependents: true })).toMatchObject({
      code: 422,
      message:
        'DeleteOptions.meta.k8s.io "" is invalid: propagationPolicy: Invalid value: "Orphan": orphanDependents and deletionPropagation cannot be both set',
    });
    expect(deletion({ propagationPolicy: 'Sideways' as 'Orphan' })).toMatchObject({ code: 422 });
  });

  test('of Jobs spares their Pods unless told otherwise, and says so', () => {
    const { ask, create } = testServer();
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'busybox' }] } };
    create({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once' }, spec: { template } });
    const { answer, warnings } = ask({ verb: 'delete', resource: 'jobs', namespace: 'default', name: 'once' });
    expect(answer).toMatchObject({ metadata: { finalizers: ['orphan'] } });
    expect(warnings).toHaveLength(1);
  });
});

test('preconditions name the kind', () => {
  const { remove } = bound();
  expect(remove({ preconditions: { uid: 'another' } })).toMatchObject({
    code: 409,
    message: expect.stringContaining(
      'Operation cannot be fulfilled on Pod "web": the UID in the precondition (another)',
    ),
  });
});

test('what a cluster stands on stays', () => {
  const { ask } = testServer();
  expect(ask({ verb: 'delete', resource: 'priorityclasses', name: 'system-node-critical' }).answer).toMatchObject({
    message:
      'priorityclasses.scheduling.k8s.io "system-node-critical" is forbidden: this is a system priority class and cannot be deleted',
  });
  expect(ask({ verb: 'delete', resource: 'namespaces', name: 'default' }).answer).toMatchObject({ code: 403 });
});

test('a Namespace that is deleted knows no grace', () => {
  const { ask, create } = testServer();
  create(named('Namespace', 'old'));
  const { answer } = ask({ verb: 'delete', resource: 'namespaces', name: 'old' });
  expect(isFailure(answer)).toBe(false);
  expect((answer as KubernetesObject).metadata).not.toHaveProperty('deletionGracePeriodSeconds');
  expect(answer).toMatchObject({ status: { phase: 'Terminating' } });
});
