import { describe, expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { JobStatus, ObjectToWrite } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const labels = { app: 'web' };
const pod = { restartPolicy: 'Never', containers: [{ name: 'web', image: 'nginx' }] };
const whole = {
  manualSelector: true,
  selector: { matchLabels: labels },
  template: { metadata: { labels }, spec: pod },
};
const job = (spec: object, status?: object): ObjectToWrite =>
  applyDefaults('jobs', {
    metadata: { name: 'backup', namespace: 'default', uid: 'u', resourceVersion: '1' },
    spec: { ...whole, ...spec },
    ...(status && { status }),
  });
const text = ({ field, type, detail }: { field: string; type: string; detail?: string }) =>
  `${field}: ${type}${detail ? `: ${detail}` : ''}`;
const found = (spec: object) => validateCreate('jobs', job(spec)).map(text);
const indexed = { completionMode: 'Indexed', completions: 5 };

describe('an Indexed Job', () => {
  test('that is very large runs and fails in moderation', () => {
    expect(found({ ...indexed, completions: 100_001, parallelism: 10_001, backoffLimitPerIndex: 1 })).toEqual([
      'spec.maxFailedIndexes: Required value: must be specified when completions is above 100000',
      'spec.parallelism: Invalid value: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
    ]);
  });

  test('has Pods whose host names are no longer than a label', () => {
    const errors = validateCreate('jobs', {
      ...job(indexed),
      metadata: { name: 'a'.repeat(62), namespace: 'default' },
    });
    expect(errors.map(text)).toEqual([
      `metadata.name: Invalid value: will not able to create pod with invalid DNS label: ${'a'.repeat(62)}-4`,
    ]);
  });

  test.each([
    ['0-3,7', 'too large index: "7"'],
    ['3-1', 'non-increasing order, previous: 3, current: 1'],
    ['1,1', 'non-increasing order, previous: 1, current: 1'],
    ['9-x', 'too large index: "9"'],
    [
      '1-2-3',
      `the fragment "1-2-3" violates the requirement that an index interval can have at most two parts separated by '-'`,
    ],
    ['', undefined],
    ['0,2-4', undefined],
  ])('succeeds with the indexes %j', (succeededIndexes, problem) => {
    expect(found({ ...indexed, successPolicy: { rules: [{ succeededIndexes }] } })).toEqual(
      problem
        ? [`spec.successPolicy.rules[0].succeededIndexes: Invalid value: error parsing succeededIndexes: ${problem}`]
        : [],
    );
  });
});

test('success is a matter of Indexed Jobs, and shown as Go holds it', () => {
  const errors = validateCreate('jobs', job({ successPolicy: { rules: [{ succeededCount: 1 }] } }));
  expect(errors.map(({ value }) => value)).toEqual([{ Rules: [{ SucceededIndexes: null, SucceededCount: 1 }] }]);
});

test.each([
  ['', 'spec.managedBy: Required value'],
  ['queue', 'spec.managedBy: Invalid value: must be a domain-prefixed path (such as "acme.io/foo")'],
  [
    'acme.io/a b',
    "spec.managedBy: Invalid value: Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')",
  ],
])('a Job managed by %j', (managedBy, problem) => {
  expect(found({ managedBy })).toEqual([problem]);
});

test('a selector of the server is asked for under its old names and its new ones', () => {
  const errors = validateCreate('jobs', job({ manualSelector: false }));
  expect(errors.map(({ field }) => field)).toEqual([
    'spec.template.metadata.labels[controller-uid]',
    'spec.template.metadata.labels[job-name]',
    'spec.template.metadata.labels[batch.kubernetes.io/controller-uid]',
    'spec.template.metadata.labels[batch.kubernetes.io/job-name]',
    'spec.selector',
  ]);
});

describe('the status of a Job', () => {
  const told = (before: JobStatus, now: JobStatus, spec: object = {}) =>
    validateUpdate('jobs', { ...job(spec), status: now }, { ...job(spec), status: before }, 'status').map(text);
  const condition = (type: string) => ({ type, status: 'True' }) as NonNullable<JobStatus['conditions']>[number];
  const startTime = '2026-01-01T00:00:00Z';
  const completionTime = '2026-01-01T00:01:00Z';
  const complete: JobStatus = {
    startTime,
    completionTime,
    succeeded: 1,
    conditions: [condition('SuccessCriteriaMet'), condition('Complete')],
  };

  test('may become complete as the controller makes it so', () => {
    expect(told({ startTime, active: 1 }, complete)).toEqual([]);
  });

  test('does not say that it is complete without saying since when and why', () => {
    expect(told({}, { active: 1, conditions: [condition('Complete')] })).toEqual([
      'status.completionTime: Required value: completionTime is required for Complete jobs',
      'status.conditions: Invalid value: cannot set Complete=True condition without the SuccessCriteriaMet=true condition',
      'status.active: Invalid value: active>0 is invalid for finished job',
      'status.startTime: Required value: startTime is required for finished job',
    ]);
  });

  test('does not go back', () => {
    expect(told(complete, { startTime, succeeded: 0 })).toEqual([
      'status.conditions: Invalid value: cannot disable the terminal Complete=True condition',
      'status.succeeded: Invalid value: cannot decrease the succeeded counter',
      'status.conditions: Invalid value: cannot disable the SuccessCriteriaMet=True condition',
    ]);
  });

  test('names no index as both failed and done', () => {
    const spec = { ...indexed, backoffLimitPerIndex: 1 };
    expect(told({}, { completedIndexes: '0-2', failedIndexes: '2' }, spec)).toEqual([
      'status.failedIndexes: Invalid value: failedIndexes and completedIndexes overlap at index: 2',
    ]);
  });

  test('that is not quite right is left alone where something else changes', () => {
    const odd: JobStatus = { completedIndexes: '0-9', active: 1, ready: 2 };
    expect(told(odd, { ...odd, terminating: 1 })).toEqual([]);
    expect(told(odd, { ...odd, active: 0 })).toEqual([
      'status.ready: Invalid value: cannot set more ready pods than active',
    ]);
  });
});
