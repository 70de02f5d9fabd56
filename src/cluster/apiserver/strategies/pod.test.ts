import { expect, test } from 'vitest';
import type { KubernetesObject, Pod } from '../../../api/objects.ts';
import { podOf, testServer } from '../testing/server.ts';

const create = (spec: object) => testServer().create<Pod & KubernetesObject>(podOf('web', spec));
const wanted = { key: 'app', operator: 'In', values: ['web'] };

test('a Pod spreads among those with its own values of the labels named', () => {
  const constraint = {
    maxSkew: 1,
    topologyKey: 'zone',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { a: 'b' } },
    matchLabelKeys: ['app', 'missing'],
  };
  expect(create({ topologySpreadConstraints: [constraint] }).spec?.topologySpreadConstraints).toEqual([
    { ...constraint, labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [wanted] } },
  ]);
});

test('a Pod is near or far from those with its own values of the labels named', () => {
  const term = { topologyKey: 'zone', labelSelector: {}, matchLabelKeys: ['app'] };
  const other = { topologyKey: 'zone', labelSelector: {}, mismatchLabelKeys: ['app'] };
  const affinity = {
    podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] },
    podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: other }] },
  };
  const { podAffinity, podAntiAffinity } = create({ affinity }).spec?.affinity ?? {};
  expect(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.[0]?.labelSelector).toEqual({
    matchExpressions: [wanted],
  });
  expect(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution?.[0]?.podAffinityTerm.labelSelector).toEqual({
    matchExpressions: [{ ...wanted, operator: 'NotIn' }],
  });
});

test('a new Pod waits, at its gates if it has some', () => {
  expect(create({}).status).toEqual({ phase: 'Pending', qosClass: 'BestEffort' });
  expect(create({ schedulingGates: [{ name: 'example.com/gate' }] }).status?.conditions).toMatchObject([
    { type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', lastProbeTime: null },
  ]);
});

test('what is doubtful is said beside the answer, and what is refused has its warnings too', () => {
  const { ask } = testServer();
  const options = { fieldValidation: 'Strict' } as const;
  const post = (spec: object) =>
    ask({ verb: 'create', resource: 'pods', namespace: 'default', object: podOf('web', spec), options });
  const warning = 'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead';
  expect(post({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }).warnings).toEqual([warning]);
  expect(post({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } })).toMatchObject({
    answer: { reason: 'AlreadyExists' },
    warnings: [warning],
  });
});
