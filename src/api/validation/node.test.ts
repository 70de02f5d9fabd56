import { expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { Node } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const node = (spec: Node['spec'], status: object = {}) =>
  applyDefaults('nodes', { metadata: { name: 'worker' }, spec: spec ?? {}, status });
const created = (spec: Node['spec'], status: object = {}) =>
  validateCreate('nodes', node(spec, status)).map(({ field, type }) => [field, type]);
const changed = (spec: Node['spec'], old: Node['spec']) =>
  validateUpdate('nodes', node(spec), node(old)).map(({ field, detail }) => [field, detail]);

test('podCIDR is the first of podCIDRs, whichever of them was given', () => {
  const specOf = (spec: Node['spec']) => (node(spec) as Node).spec;
  const both = { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'] };
  expect(specOf({ podCIDR: '10.0.0.0/24' })).toEqual(both);
  expect(specOf({ podCIDRs: ['10.0.0.0/24'] })).toEqual(both);
  expect(specOf({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.1.0/24'] })).toEqual(both);
});

test('a Node has one network for its Pods, or one of each family', () => {
  const field = 'spec.podCIDRs';
  expect(created({ podCIDRs: ['10.0.0.0/24', 'fd00::/64'] })).toEqual([]);
  expect(created({ podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] })).toEqual([[field, 'Invalid value']]);
  expect(created({ podCIDRs: ['10.0.0.0/24', 'fd00::/64', 'fd00::/64'] })).toEqual([
    [field, 'Invalid value'],
    [`${field}[2]`, 'Duplicate value'],
  ]);
  expect(created({ podCIDRs: ['no', 'fd00::/64'] })).toEqual([
    [`${field}[0]`, 'Invalid value'],
    [field, 'Internal error'],
    [field, 'Invalid value'],
  ]);
});

test('a network and a provider, once given, stay', () => {
  const rule = (name: string) => `node updates may not change ${name} except from "" to valid`;
  expect(changed({ podCIDR: '10.0.0.0/24', providerID: 'kind://a' }, {})).toEqual([]);
  expect(changed({}, { podCIDR: '10.0.0.0/24', providerID: 'kind://a' })).toEqual([
    ['spec.podCIDRs', rule('podCIDR')],
    ['spec.providerID', rule('providerID')],
  ]);
  expect(changed({ externalID: 'b' }, { externalID: 'a' })).toEqual([['spec.externalID', 'may not be updated']]);
  expect(changed({ unschedulable: true }, {})).toEqual([]);
});

test('Pods of a Node are counted in whole numbers', () => {
  expect(created({}, { capacity: { pods: '110', cpu: '1500m' } })).toEqual([]);
  expect(created({}, { capacity: { pods: '1500m' }, allocatable: { pods: '1' } })).toEqual([
    ['status.capacity.pods', 'Invalid value'],
  ]);
});

test('an update finds wrong taints twice, as Kubernetes does', () => {
  expect(changed({ taints: [{ key: 'a', effect: '' as 'NoSchedule' }] }, {})).toHaveLength(2);
});
