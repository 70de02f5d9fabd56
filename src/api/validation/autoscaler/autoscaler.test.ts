import { expect, test } from 'vitest';
import { canonicalize } from '../../canonical.ts';
import { applyDefaults } from '../../defaults/registry.ts';
import type { ObjectToWrite } from '../../objects.ts';
import { validateCreate, validateUpdate } from '../registry.ts';

const plural = 'horizontalpodautoscalers';
const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const autoscaler = (spec: object): ObjectToWrite =>
  applyDefaults(
    plural,
    canonicalize(plural, {
      metadata: { name: 'web', namespace: 'default', resourceVersion: '1' },
      spec: { scaleTargetRef, maxReplicas: 5, ...spec },
    }),
  );
const text = ({ field, type, detail }: { field: string; type: string; detail?: string }) =>
  `${field}: ${type}${detail ? `: ${detail}` : ''}`;
const found = (spec: object) => validateCreate(plural, autoscaler(spec)).map(text);
const changed = (before: object, now: object) => validateUpdate(plural, autoscaler(now), autoscaler(before)).map(text);

test('the most replicas are said, and some', () => {
  expect(found({ maxReplicas: 0, minReplicas: 1 })[0]).toBe(
    'spec.maxReplicas: Required value: must be set and greater than 0',
  );
  expect(found({ maxReplicas: -1, minReplicas: 1 })[0]).toBe(
    'spec.maxReplicas: Invalid value: must be greater than or equal to 1',
  );
});

test('nothing is scaled to nothing, unless it was so already and something else is measured', () => {
  const metrics = [
    { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'Value', value: '1' } } },
  ];
  expect(found({ minReplicas: 0, metrics })).toEqual([
    'spec.minReplicas: Invalid value: must be greater than or equal to 1',
  ]);
  expect(changed({ minReplicas: 0 }, { minReplicas: 0, metrics })).toEqual([]);
  expect(changed({ minReplicas: 0 }, { minReplicas: 0 })).toEqual([
    'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
  ]);
});

test.each([
  ['v1', 'ReplicationController', []],
  ['v1', 'Deployment', ['spec.scaleTargetRef.apiVersion: Invalid value: apiVersion must specify API group']],
  ['/v1', 'Deployment', ['spec.scaleTargetRef.apiVersion: Invalid value: apiVersion must specify API group']],
  ['a/b/c', 'Deployment', ['spec.scaleTargetRef.apiVersion: Invalid value: unexpected GroupVersion string: a/b/c']],
])('what is scaled is in a group: %s %s', (apiVersion, kind, problems) => {
  expect(found({ scaleTargetRef: { apiVersion, kind, name: 'web' } })).toEqual(problems);
});

test('a target without a group may stay one', () => {
  const old = { scaleTargetRef: { apiVersion: 'v1', kind: 'Deployment', name: 'web' } };
  expect(changed(old, { ...old, maxReplicas: 6 })).toEqual([]);
  expect(changed(old, { scaleTargetRef: { apiVersion: 'v1', kind: 'StatefulSet', name: 'web' } })).toHaveLength(1);
});

test('a container and its resource have names', () => {
  const target = { type: 'Utilization', averageUtilization: 50 };
  const metrics = [{ type: 'ContainerResource', containerResource: { name: 'gpu', container: 'My Web', target } }];
  expect(found({ metrics }).map((line) => line.split(':')[0])).toEqual([
    'spec.metrics[0].containerResource.name',
    'spec.metrics[0].containerResource.name',
    'spec.metrics[0].containerResource.container',
  ]);
});

test('amounts are shown, and kept, in their canonical form', () => {
  const target = { type: 'AverageValue', averageValue: '-1000m' };
  const metrics = [{ type: 'Pods', pods: { metric: { name: 'requests' }, target } }];
  expect(validateCreate(plural, autoscaler({ metrics })).map(({ value }) => value)).toEqual(['-1']);
  expect(autoscaler({ behavior: { scaleUp: { tolerance: 0.5 } } }).spec).toMatchObject({
    behavior: { scaleUp: { tolerance: '500m' } },
  });
});

test('an empty list of policies is not the list of defaults', () => {
  expect(found({ behavior: { scaleUp: { policies: [] } } })).toEqual([
    'spec.behavior.scaleUp.policies: Required value: must specify at least one Policy',
  ]);
  expect(found({ behavior: { scaleUp: {} } })).toEqual([]);
});
