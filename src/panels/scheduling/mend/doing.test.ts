import { describe, expect, it } from 'vitest';
import type { Deployment, Node, Pod, Stored } from '../../../api/objects.ts';
import type { Change } from './change.ts';
import { placeOf, requestsFor } from './doing.ts';
import { label } from './nodeAffinity.ts';
import { removeGates } from './schedulingGates.ts';

const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-1', uid: 'n', labels: { 'kubernetes.io/hostname': 'node-1', disk: 'hdd' } },
  spec: { unschedulable: true, podCIDR: '10.244.1.0/24' },
} as unknown as Stored<Node>;
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'shop', uid: 'u', resourceVersion: '7' },
  spec: { nodeSelector: { disk: 'ssd' }, schedulingGates: [{ name: 'wait' }], containers: [{ name: 'c' }] },
  status: { phase: 'Pending' },
} as unknown as Stored<Pod>;
const cluster = { nodes: new Map([['node-1', node]]), pods: new Map() };
const here = { place: 'here' } as const;

const noSelector: Change = {
  on: 'pod',
  words: { change: 'dropNodeSelector', labels: [] },
  cost: 1,
  alter: (spec) => ({ ...spec, nodeSelector: {} }),
};

describe('the requests that make a change', () => {
  it('a label is a patch of the node that names nothing else', () => {
    expect(requestsFor(label('node-1', { disk: 'ssd' }), pod, here, cluster)).toEqual([
      {
        verb: 'patch',
        resource: 'nodes',
        name: 'node-1',
        patchType: 'merge',
        patch: { metadata: { labels: { disk: 'ssd' } }, spec: {} },
      },
    ]);
  });

  it('a label that has to go is null', () => {
    const [request] = requestsFor(label('node-1', { disk: undefined }), pod, here, cluster) ?? [];
    expect(request).toMatchObject({ patch: { metadata: { labels: { disk: null } } } });
  });

  it('gates are taken off in place', () => {
    const gates = removeGates(pod) as Change;
    const place = placeOf(pod, gates, () => undefined);
    expect(requestsFor(gates, pod, place, cluster)).toMatchObject([
      { verb: 'patch', resource: 'pods', namespace: 'shop', name: 'a', patch: { spec: { schedulingGates: null } } },
    ]);
  });

  it('a bare Pod is deleted and created anew, without what the cluster has noted in it', () => {
    const place = placeOf(pod, noSelector, () => undefined);
    const requests = requestsFor(noSelector, pod, place, cluster);
    expect(requests).toMatchObject([
      { verb: 'delete', name: 'a', options: { preconditions: { uid: 'u' } } },
      { verb: 'create', object: { metadata: { name: 'a', namespace: 'shop' }, spec: { nodeSelector: {} } } },
    ]);
    expect(JSON.stringify(requests?.[1])).not.toMatch(/resourceVersion|uid|status/);
  });

  it('a Pod of a Deployment is changed in the template', () => {
    const deployment = {
      metadata: { name: 'web', namespace: 'shop' },
      spec: { template: { spec: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'c' }] } } },
    } as unknown as Stored<Deployment>;
    const place = placeOf(pod, noSelector, () => deployment);
    expect(requestsFor(noSelector, pod, place, cluster)).toEqual([
      {
        verb: 'patch',
        resource: 'deployments',
        namespace: 'shop',
        name: 'web',
        patchType: 'merge',
        patch: { spec: { template: { spec: { nodeSelector: { disk: null } } } } },
      },
    ]);
  });

  it('what an owner of another kind made is not changed from here', () => {
    const owned = {
      ...pod,
      metadata: {
        ...pod.metadata,
        ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'j', uid: 'j', controller: true }],
      },
    };
    expect(
      requestsFor(
        noSelector,
        owned,
        placeOf(owned, noSelector, () => undefined),
        cluster,
      ),
    ).toBeUndefined();
  });
});
