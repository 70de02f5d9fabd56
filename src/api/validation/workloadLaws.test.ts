import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize } from '../canonical.ts';
import { applyDefaults } from '../defaults/registry.ts';
import type { ObjectToWrite } from '../objects.ts';
import { checkSchema } from '../schema.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const labels = { app: 'web' };
const selector = { matchLabels: labels, matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] };
const pod = { containers: [{ name: 'web', image: 'nginx', resources: { requests: { cpu: '1000m' } } }] };
const template = { metadata: { labels, annotations: { note: 'x' } }, spec: pod };
const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '0.5Gi' } } },
};
const jobSpec = {
  completionMode: 'Indexed',
  completions: 5,
  parallelism: 2,
  backoffLimitPerIndex: 1,
  maxFailedIndexes: 2,
  managedBy: 'example.com/queue',
  podFailurePolicy: {
    rules: [
      { action: 'FailIndex', onExitCodes: { containerName: 'web', operator: 'In', values: [1, 42] } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
    ],
  },
  successPolicy: { rules: [{ succeededIndexes: '0,2-3', succeededCount: 2 }] },
  template: { spec: { ...pod, restartPolicy: 'Never' } },
};
const target = { type: 'AverageValue', averageValue: '500m' };
const metric = { name: 'requests', selector };

/** One whole, valid object of each kind. */
const whole: Record<string, object> = {
  deployments: {
    spec: {
      selector,
      template,
      strategy: { rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } },
      minReadySeconds: 5,
    },
  },
  replicasets: { spec: { selector, template } },
  replicationcontrollers: { spec: { selector: labels, template } },
  statefulsets: {
    spec: {
      selector,
      template: {
        ...template,
        spec: { containers: [{ name: 'web', image: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
      },
      serviceName: 'web',
      volumeClaimTemplates: [claim],
      ordinals: { start: 1 },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: 1 } },
      persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' },
    },
  },
  daemonsets: { spec: { selector, template, updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } } },
  jobs: {
    spec: {
      ...jobSpec,
      manualSelector: true,
      selector: { matchLabels: labels },
      template: { ...jobSpec.template, metadata: { labels } },
    },
  },
  cronjobs: {
    spec: { schedule: '*/5 8-18 * jan mon-fri', timeZone: 'Europe/Berlin', jobTemplate: { spec: jobSpec } },
  },
  podtemplates: { template },
  controllerrevisions: { revision: 1, data: { spec: { replicas: 1 } } },
  poddisruptionbudgets: { spec: { selector, minAvailable: '50%', unhealthyPodEvictionPolicy: 'AlwaysAllow' } },
  horizontalpodautoscalers: {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 5,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
        { type: 'ContainerResource', containerResource: { name: 'memory', container: 'web', target } },
        { type: 'Pods', pods: { metric, target } },
        {
          type: 'Object',
          object: { describedObject: { apiVersion: 'v1', kind: 'Service', name: 'web' }, metric, target },
        },
        { type: 'External', external: { metric, target } },
      ],
      behavior: { scaleUp: { tolerance: '50m', policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }] } },
    },
  },
};
const kinds = Object.keys(whole);

const prepared = (plural: string, object: object): ObjectToWrite =>
  applyDefaults(plural, canonicalize(plural, object as ObjectToWrite));
const named = (plural: string): object => ({ metadata: { name: 'web', namespace: 'default' }, ...whole[plural] });

/** The value with one thing in it, found by the numbers, replaced. */
function damaged(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value))
    return value.map((one, index) => (index === step % value.length ? damaged(one, rest, by) : one));
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  return key === undefined ? by : { ...value, [key]: damaged((value as Record<string, unknown>)[key], rest, by) };
}

const values = fc.constantFrom<unknown>(null, '', 'a', '..', '5%', '1-', -1, 0, 70000, true, [], {}, [null], {
  '': '',
});
const damages = fc.tuple(fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), values);

test.each(kinds)('whole %s are valid', (plural) => {
  expect(checkSchema(plural, named(plural))).toMatchObject({ errors: [], unknown: [] });
  expect(validateCreate(plural, prepared(plural, named(plural)))).toEqual([]);
});

test.each(kinds)(
  'whatever passes the schema of %s is judged without an accident, its defaults are there once',
  (plural) => {
    const old = prepared(plural, named(plural));
    fc.assert(
      fc.property(damages, ([path, by]) => {
        const given = damaged(named(plural), path, by) as object;
        if (typeof given !== 'object' || given === null || checkSchema(plural, given).errors.length > 0) return;
        const next = prepared(plural, given);
        expect(applyDefaults(plural, next)).toEqual(next);
        expect(Array.isArray([...validateCreate(plural, next), ...validateUpdate(plural, next, old)])).toBe(true);
      }),
      { numRuns: 300 },
    );
  },
);

test.each(kinds)('%s that are valid can be stored again as they are', (plural) => {
  const stored = { ...prepared(plural, named(plural)) };
  stored.metadata = { ...stored.metadata, resourceVersion: '1' };
  expect(validateUpdate(plural, stored, stored)).toEqual([]);
});
