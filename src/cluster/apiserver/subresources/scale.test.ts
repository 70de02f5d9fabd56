import { expect, test } from 'vitest';
import '../../later/provide.ts';
import type { Scale } from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { createWorld } from '../../world/create.ts';
import { call } from '../apiserver.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';

const options = { fieldValidation: 'Strict' } as const;
const labels = { tier: 'front', app: 'web' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx' }] } };

/** An API server with an object `web` of the kind in it, asked for its Scale. */
function served(resource: string, spec: object) {
  const world = createWorld({ seed: 1 });
  const ask = (request: object) => call(world, { ...request, options } as unknown as ApiRequest, { actor: 'test' });
  const inDefault = { resource, namespace: 'default' };
  ask({ verb: 'create', resource: 'namespaces', object: { metadata: { name: 'default' } } });
  ask({ verb: 'create', ...inDefault, object: { metadata: { name: 'web' }, spec: { template, ...spec } } });
  const part = { ...inDefault, name: 'web', subresource: 'scale' };
  return {
    get: () => ask({ verb: 'get', ...part }),
    patch: (patch: unknown) => ask({ verb: 'patch', ...part, patchType: 'merge', patch }),
    update: (object: object) => ask({ verb: 'update', ...part, object }),
  };
}

const scaleIn = ({ answer }: ApiResponse) => answer as Scale;
const messageOf = ({ answer }: ApiResponse) => (isFailure(answer) ? answer.message : 'accepted');
const matchExpressions = [{ key: 'tier', operator: 'In', values: ['front', 'back'] }];

test.each([
  ['deployments', { matchLabels: { app: 'web' }, matchExpressions }, 'app=web,tier in (back,front)'],
  ['statefulsets', { matchLabels: labels }, 'app=web,tier=front'],
  ['replicasets', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, 'app'],
  ['replicationcontrollers', labels, 'app=web,tier=front'],
])('the Scale of %s says which Pods are counted', (resource, selector, text) => {
  expect(scaleIn(served(resource, { selector }).get()).status?.selector).toBe(text);
});

test('no replicas are none to speak of', () => {
  const { patch } = served('deployments', { selector: { matchLabels: labels } });
  expect(scaleIn(patch({ spec: { replicas: 3 } })).spec).toEqual({ replicas: 3 });
  expect(scaleIn(patch({ spec: { replicas: 0 } })).spec).toEqual({});
});

test('a Scale below zero, of another object or of an old state is refused', () => {
  const { get, patch, update } = served('deployments', { selector: { matchLabels: labels } });
  expect(messageOf(patch({ spec: { replicas: -1 } }))).toBe(
    'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  );
  const scale = scaleIn(get());
  const { metadata } = scale;
  expect(messageOf(update({ ...scale, metadata: { ...metadata, uid: 'x' } }))).toBe(
    `Operation cannot be fulfilled on deployments/scale.apps "web": Precondition failed: UID in precondition: x, UID in object meta: ${metadata?.uid}`,
  );
  patch({ spec: { replicas: 3 } });
  expect(messageOf(update(scale))).toMatch(/^Operation cannot be fulfilled on deployments.apps "web": the object has/);
});

test('what has no replicas has no Scale', () => {
  const { get, patch } = served('daemonsets', { selector: { matchLabels: labels } });
  for (const response of [get(), patch({ spec: { replicas: 2 } })])
    expect(messageOf(response)).toBe('the server could not find the requested resource');
});
