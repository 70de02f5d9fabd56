import { expect, it } from 'vitest';
import type { EndpointSlice, KubernetesObject, Pod, Stored } from '../../api/objects.ts';
import { ownedBy, servicesOf } from './relations.ts';

const meta = (name: string, owner?: { uid: string; controller: boolean }) => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...(owner && { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', ...owner }] }),
});
const pod = (name: string, owner?: { uid: string; controller: boolean }): Stored<Pod> => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(name, owner),
});
const slice = (name: string, service: string, pods: Record<string, boolean>): Stored<EndpointSlice> => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { ...meta(name), labels: { 'kubernetes.io/service-name': service } },
  addressType: 'IPv4',
  endpoints: Object.entries(pods).map(([target, ready]) => ({
    addresses: ['10.244.1.2'],
    conditions: { ready },
    targetRef: { kind: 'Pod', namespace: 'default', name: target, uid: `uid-${target}` },
  })),
  ports: [],
});

it('finds the Services of a Pod through their EndpointSlices, each once, and whether it is ready there', () => {
  const slices = [
    slice('a-1', 'a', { web: true }),
    slice('a-2', 'a', { other: true }),
    slice('b-1', 'b', { web: false }),
    slice('c-1', 'c', { other: true }),
  ];
  expect(servicesOf(pod('web'), slices)).toEqual([
    { key: 'default/a', ready: true },
    { key: 'default/b', ready: false },
  ]);
});

it('counts as owned what the object controls, not what names it as an owner only', () => {
  const owner: KubernetesObject = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: meta('r') };
  const own = pod('own', { uid: 'uid-r', controller: true });
  const others = [
    pod('loose'),
    pod('named', { uid: 'uid-r', controller: false }),
    pod('of-another', { uid: 'x', controller: true }),
  ];
  expect(ownedBy(owner, [...others, own])).toEqual([own]);
});
