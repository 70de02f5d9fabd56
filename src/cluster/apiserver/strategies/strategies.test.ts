import { describe, expect, test } from 'vitest';
import '../../later/provide.ts';
import type { DaemonSet, Job, StatefulSet, Stored } from '../../../api/objects.ts';
import { createWorld } from '../../world/create.ts';
import { call } from '../apiserver.ts';
import type { ApiRequest } from '../request.ts';

const options = { fieldValidation: 'Strict' } as const;

/** An API server with a namespace in it. */
function served<T>(resource: string) {
  const world = createWorld({ seed: 1 });
  const ask = (request: object) =>
    call(world, { ...request, options } as unknown as ApiRequest, { actor: 'test' }).answer as Stored<T>;
  const inDefault = { resource, namespace: 'default' };
  ask({ verb: 'create', resource: 'namespaces', object: { metadata: { name: 'default' } } });
  return {
    create: (object: object) => ask({ verb: 'create', ...inDefault, object }),
    patch: (patch: object) => ask({ verb: 'patch', ...inDefault, name: 'web', patchType: 'merge', patch }),
    apply: (patch: object) =>
      call(
        world,
        {
          ...{ verb: 'patch', ...inDefault, name: 'web', patchType: 'apply', patch },
          options: { ...options, fieldManager: 'test' },
        } as unknown as ApiRequest,
        { actor: 'test' },
      ).answer as Stored<T>,
  };
}

const spec = { restartPolicy: 'Never', containers: [{ name: 'web', image: 'nginx' }] };
const labels = { app: 'web' };

describe('the labels of a new Job', () => {
  const job = (own: object | undefined, ofTemplate: object | undefined) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'web', ...(own && { labels: own }) },
    spec: { template: { ...(ofTemplate && { metadata: { labels: ofTemplate } }), spec } },
  });
  const generated = [
    'batch.kubernetes.io/controller-uid',
    'batch.kubernetes.io/job-name',
    'controller-uid',
    'job-name',
  ];
  const keys = (object: { metadata: { labels?: object } }) => Object.keys(object.metadata.labels ?? {}).sort();

  test('are those of its template, with those that the server makes', () => {
    expect(keys(served<Job>('jobs').create(job(undefined, labels)))).toEqual(['app', ...generated]);
    expect(keys(served<Job>('jobs').create(job(undefined, undefined)))).toEqual(generated);
  });

  test('are its own where it has some, the same as those of the template or not', () => {
    expect(keys(served<Job>('jobs').create(job(labels, labels)))).toEqual(['app']);
    expect(keys(served<Job>('jobs').create(job({ tier: 'batch' }, labels)))).toEqual(['tier']);
  });

  test('are the same for a Job that is applied', () => {
    expect(keys(served<Job>('jobs').apply(job(undefined, labels)))).toEqual(['app', ...generated]);
    expect(keys(served<Job>('jobs').apply(job(labels, labels)))).toEqual(['app']);
  });
});

test('a DaemonSet counts the changes of its template in an annotation', () => {
  const { create, patch } = served<DaemonSet>('daemonsets');
  const generation = ({ metadata }: Stored<DaemonSet>) =>
    metadata.annotations?.['deprecated.daemonset.template.generation'];
  const template = { metadata: { labels }, spec: { containers: spec.containers } };
  expect(generation(create({ metadata: { name: 'web' }, spec: { selector: { matchLabels: labels }, template } }))).toBe(
    '1',
  );
  expect(generation(patch({ spec: { minReadySeconds: 5 } }))).toBe('1');
  const containers = [{ name: 'web', image: 'nginx:1.28' }];
  expect(generation(patch({ spec: { template: { spec: { containers } } } }))).toBe('2');
});

test('maxUnavailable of a StatefulSet, and a status, are dropped without a word', () => {
  const template = { metadata: { labels }, spec: { containers: spec.containers } };
  const rollingUpdate = { maxUnavailable: 0 };
  const made = served<StatefulSet>('statefulsets').create({
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: labels }, template, updateStrategy: { type: 'RollingUpdate', rollingUpdate } },
    status: { replicas: 7 },
  });
  expect(made.spec?.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
  expect(made.status).toEqual({ replicas: 0, availableReplicas: 0 });
});

test('a StatefulSet that says how it is updated, and no more, is left at that', () => {
  const template = { metadata: { labels }, spec: { containers: spec.containers } };
  const made = served<StatefulSet>('statefulsets').create({
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: labels }, template, updateStrategy: { type: 'RollingUpdate' } },
  });
  expect(made.spec?.updateStrategy).toEqual({ type: 'RollingUpdate' });
});
