import { describe, expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { ObjectToWrite } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const labels = { app: 'web' };
const selector = { matchLabels: labels };
const template = { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx' }] } };
const named = (spec: object): ObjectToWrite => ({
  metadata: { name: 'web', namespace: 'default', resourceVersion: '1' },
  spec,
});
const withDefaults = (plural: string, spec: object) => applyDefaults(plural, named(spec));
const text = ({ field, type, detail }: { field: string; type: string; detail?: string }) =>
  `${field}: ${type}${detail ? `: ${detail}` : ''}`;
const found = (plural: string, spec: object) => validateCreate(plural, withDefaults(plural, spec)).map(text);
const changed = (plural: string, before: object, now: object) =>
  validateUpdate(plural, withDefaults(plural, now), withDefaults(plural, before)).map(text);

describe('a Deployment', () => {
  test('that never moves cannot replace its Pods', () => {
    const strategy = { rollingUpdate: { maxSurge: '0%', maxUnavailable: 0 } };
    expect(found('deployments', { selector, template, strategy })).toEqual([
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: may not be 0 when `maxSurge` is 0',
    ]);
  });

  test('with a selector that cannot be understood is not looked at further', () => {
    const wrong = { matchExpressions: [{ key: 'app', operator: 'Is', values: ['web'] }] };
    expect(found('deployments', { selector: wrong, template: {} })).toEqual([
      'spec.selector.matchExpressions[0].operator: Invalid value: not a valid selector operator',
      'spec.selector: Invalid value: invalid label selector',
    ]);
  });

  test('has no short-lived containers in its template', () => {
    const spec = { ...template.spec, ephemeralContainers: [{ name: 'debug', image: 'busybox' }] };
    expect(found('deployments', { selector, template: { ...template, spec } })).toContain(
      'spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template',
    );
  });
});

test('a ReplicaSet without anything to select by is told so in the words for Deployments', () => {
  expect(found('replicasets', { selector: {}, template })).toEqual([
    'spec.selector: Invalid value: empty selector is invalid for deployment',
  ]);
});

test('what is wrong with a changed ReplicaSet, DaemonSet or ReplicationController is found twice', () => {
  const spec = { selector, template };
  for (const plural of ['replicasets', 'daemonsets'])
    expect(changed(plural, spec, { ...spec, minReadySeconds: -1 })).toEqual(
      Array.from({ length: 2 }, () => 'spec.minReadySeconds: Invalid value: must be greater than or equal to 0'),
    );
  expect(changed('replicationcontrollers', { template }, { template, replicas: -1 })).toHaveLength(2);
});

describe('a StatefulSet', () => {
  const spec = { selector, template };

  test('looks at labels of its template twice, and at claims before anything is counted', () => {
    const metadata = { labels: { ...labels, tier: 'front end' } };
    const errors = found('statefulsets', {
      selector,
      template: { ...template, metadata },
      replicas: -1,
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
    });
    expect(errors[0]).toMatch(/^spec.volumeClaimTemplates\[0\]/);
    expect(errors[1]).toMatch(/^spec.replicas/);
    expect(errors.filter((error) => error.startsWith('spec.template.labels'))).toHaveLength(2);
  });

  test('names its Pods itself: host names in the template are not looked at', () => {
    const odd = { ...template, spec: { ...template.spec, hostname: 'No Name', subdomain: 'No Domain' } };
    expect(found('statefulsets', { selector, template: odd })).toEqual([]);
  });

  test('may keep a name of a Service that was wrong before there were rules', () => {
    expect(found('statefulsets', { ...spec, serviceName: 'My_DB' })).toHaveLength(1);
    expect(
      changed('statefulsets', { ...spec, serviceName: 'My_DB' }, { ...spec, serviceName: 'My_DB', replicas: 2 }),
    ).toEqual([]);
  });

  test('may keep a template that was wrong, or change it', () => {
    const wrong = { ...template, spec: { containers: [{ name: 'web' }] } };
    expect(changed('statefulsets', { selector, template: wrong }, { selector, template: wrong, replicas: 2 })).toEqual(
      [],
    );
    expect(changed('statefulsets', spec, { selector, template: wrong })).toEqual([
      'spec.template.spec.containers[0].image: Required value',
    ]);
  });
});

test('a PodDisruptionBudget is told what is wrong with its name only where the rest is right; few names are wrong', () => {
  const budget = (name: string, spec: object) =>
    validateCreate('poddisruptionbudgets', { metadata: { name, namespace: 'default' }, spec }).map(
      ({ field }) => field,
    );
  expect(budget('a/b', { minAvailable: -1 })).toEqual(['spec.minAvailable']);
  expect(budget('a/b', { minAvailable: 1 })).toEqual(['metadata.name']);
  expect(budget('My_Budget', { minAvailable: 1 })).toEqual([]);
});

test('the data of a ControllerRevision are an object, and stay', () => {
  const revision = (data: unknown): ObjectToWrite => ({ ...named({}), revision: 1, data });
  const fields = (data: unknown) => validateCreate('controllerrevisions', revision(data)).map(text);
  expect(fields({ a: 1 })).toEqual([]);
  expect(fields(undefined)).toEqual(['data: Required value: data is mandatory']);
  expect(fields('a')).toEqual(['data: Required value: data must be a valid JSON object']);
  expect(validateUpdate('controllerrevisions', revision({ a: 2 }), revision({ a: 1 })).map(text)).toEqual([
    'data: Invalid value: field is immutable',
  ]);
});
