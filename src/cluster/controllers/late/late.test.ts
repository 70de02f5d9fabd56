import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  EndpointSlice,
  Endpoints,
  HorizontalPodAutoscaler,
  Node,
  ObjectToWrite,
  PersistentVolume,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  Stored,
} from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { call } from '../../apiserver/apiserver.ts';
import { tellComponents } from '../../simulation.ts';
import {
  ask,
  clusterOf,
  createDeployment,
  doTo,
  nodeOf,
  podsOf,
  readyPods,
  secondsUntil,
  wait,
} from '../../testing/cluster.ts';
import { getObject, listObjects } from '../../world/store.ts';
import type { World } from '../../world/world.ts';

const namespace = 'default';
const create = (world: World, resource: string, object: object) =>
  ask(world, { verb: 'create', resource, namespace, object: object as ObjectToWrite });
const merge = (world: World, resource: string, name: string, patch: object) =>
  ask(world, { verb: 'patch', resource, namespace, name, patchType: 'merge', patch });
const remove = (world: World, resource: string, name: string) =>
  ask(world, { verb: 'delete', resource, namespace, name });

function budget(world: World, spec: object): void {
  const object = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'budget' }, spec };
  create(world, 'poddisruptionbudgets', object);
}

const budgetOf = (world: World) =>
  getObject<Stored<PodDisruptionBudget>>(world.store, 'poddisruptionbudgets', 'default/budget')?.status;

/** Asks for an eviction; whether it was granted. */
function evict(world: World, name: string): boolean {
  const object = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
  const request = { verb: 'create', resource: 'pods', namespace, name, subresource: 'eviction', object } as const;
  const { answer } = call(world, request, { actor: 'kubectl' });
  tellComponents(world);
  return !isFailure(answer);
}

describe('a disruption budget', () => {
  it('tells how many Pods may go, from what their Deployment wants', () => {
    const world = clusterOf(3);
    createDeployment(world, 'web', 5);
    budget(world, { minAvailable: '50%', selector: { matchLabels: { app: 'web' } } });
    wait(world, 15);
    expect(budgetOf(world)).toMatchObject({
      expectedPods: 5,
      desiredHealthy: 3,
      currentHealthy: 5,
      disruptionsAllowed: 2,
    });
  });

  it('is never violated by evictions, whatever else happens', () => {
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.record({ evict: fc.nat(9) }) },
      fc.record({ wait: fc.constantFrom(10, 700, 4000) }),
      fc.record({ scale: fc.integer({ min: 3, max: 6 }) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
        const world = clusterOf(3);
        createDeployment(world, 'web', 5);
        budget(world, { minAvailable: 3, selector: { matchLabels: { app: 'web' } } });
        wait(world, 15);
        for (const one of actions) {
          if ('wait' in one) wait(world, one.wait / 1000);
          else if ('scale' in one) merge(world, 'deployments', 'web', { spec: { replicas: one.scale } });
          else {
            const pods = podsOf(world);
            const pod = pods[one.evict % pods.length];
            const healthy = readyPods(world).filter(({ metadata }) => !metadata.deletionTimestamp).length;
            if (pod && !pod.metadata.deletionTimestamp && evict(world, pod.metadata.name) && healthy <= 3)
              expect(readyPods(world).filter(({ metadata }) => !metadata.deletionTimestamp)).toHaveLength(healthy);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('an autoscaler', () => {
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 1,
      maxReplicas: 6,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
      ],
    },
  };
  const conditionsOf = (world: World) =>
    getObject<Stored<HorizontalPodAutoscaler>>(
      world.store,
      'horizontalpodautoscalers',
      'default/web',
    )?.status?.conditions?.map(({ type, status, reason }) => `${type} ${status} ${reason}`);

  /** Web servers, which need about a millicore while nobody calls. */
  function serve(world: World, cpu: string): void {
    const containers = [{ name: 'c', image: 'nginx:1.27', resources: { requests: { cpu } } }];
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers } };
    createDeployment(world, 'web', 2, { template });
  }

  it('scales up what is busy, and down after five minutes what is not', () => {
    const world = clusterOf(3);
    serve(world, '1m');
    create(world, 'horizontalpodautoscalers', autoscaler);
    wait(world, 120);
    expect(readyPods(world).length).toBeGreaterThan(2);
    expect(conditionsOf(world)).toContain('ScalingActive True ValidMetricFound');
    const idle = clusterOf(3);
    serve(idle, '100m');
    create(idle, 'horizontalpodautoscalers', autoscaler);
    expect(secondsUntil(idle, () => podsOf(idle).length === 1, 700)).toBeGreaterThan(290);
  });

  it('says that it knows nothing where nobody serves metrics', () => {
    const world = clusterOf(1);
    world.servesMetrics = false;
    serve(world, '100m');
    create(world, 'horizontalpodautoscalers', autoscaler);
    wait(world, 40);
    expect(conditionsOf(world)).toEqual([
      'AbleToScale True SucceededGetScale',
      'ScalingActive False FailedGetResourceMetric',
    ]);
  });
});

describe('a volume', () => {
  const claim = (name: string, more: object = {}) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...more },
  });
  const claimOf = (world: World, name: string) =>
    getObject<Stored<PersistentVolumeClaim>>(world.store, 'persistentvolumeclaims', `default/${name}`);
  const volumes = (world: World) => listObjects<Stored<PersistentVolume>>(world.store, 'persistentvolumes');
  const user = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'user' },
    spec: {
      containers: [{ name: 'c', image: 'nginx:1.27', volumeMounts: [{ name: 'd', mountPath: '/data' }] }],
      volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }],
    },
  };

  it('of the default class is made when its first Pod comes, grows, and goes with its claim', () => {
    const world = clusterOf(2);
    create(world, 'persistentvolumeclaims', claim('data'));
    wait(world, 20);
    expect(claimOf(world, 'data')?.status?.phase).toBe('Pending');
    create(world, 'pods', user);
    wait(world, 20);
    expect(claimOf(world, 'data')?.status?.phase).toBe('Bound');
    expect(readyPods(world)).toHaveLength(1);
    merge(world, 'persistentvolumeclaims', 'data', { spec: { resources: { requests: { storage: '3Gi' } } } });
    wait(world, 5);
    expect(claimOf(world, 'data')?.status?.capacity?.storage).toBe('3Gi');
    remove(world, 'persistentvolumeclaims', 'data');
    wait(world, 5);
    expect(claimOf(world, 'data')?.metadata.deletionTimestamp).toBeDefined();
    remove(world, 'pods', 'user');
    wait(world, 60);
    expect(claimOf(world, 'data')).toBeUndefined();
    expect(volumes(world)).toHaveLength(0);
  });

  it('is one claim’s and no other’s', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, sizes, (have, want) => {
        const world = clusterOf(1);
        have.forEach((size, index) => {
          const spec = {
            accessModes: ['ReadWriteOnce'],
            capacity: { storage: `${size}Gi` },
            storageClassName: 'by-hand',
            hostPath: { path: `/data/${index}` },
          };
          const object = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `v-${index}` }, spec };
          ask(world, { verb: 'create', resource: 'persistentvolumes', object });
        });
        want.forEach((size, index) => {
          const resources = { requests: { storage: `${size}Gi` } };
          create(world, 'persistentvolumeclaims', claim(`c-${index}`, { storageClassName: 'by-hand', resources }));
        });
        wait(world, 40);
        const bound = volumes(world).filter(({ status }) => status?.phase === 'Bound');
        const claims = bound.map(({ spec }) => spec?.claimRef?.name);
        expect(new Set(claims).size).toBe(claims.length);
        for (const { metadata, spec } of bound) {
          const found = claimOf(world, spec?.claimRef?.name ?? '');
          expect(found?.spec?.volumeName).toBe(metadata.name);
          expect(found?.status?.phase).toBe('Bound');
          expect(Number.parseInt(String(spec?.capacity?.storage), 10)).toBeGreaterThanOrEqual(
            Number.parseInt(String(found?.spec?.resources?.requests?.storage), 10),
          );
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a node', () => {
  it('that is deleted registers anew with its next kubelet, and is given addresses', () => {
    const world = clusterOf(2);
    const before = nodeOf(world, 'node-2');
    ask(world, { verb: 'delete', resource: 'nodes', name: 'node-2' });
    wait(world, 30);
    expect(nodeOf(world, 'node-2')).toBeUndefined();
    doTo(world, { type: 'restartKubelet', nodes: ['node-2'] });
    wait(world, 2);
    const after = nodeOf(world, 'node-2') as Stored<Node>;
    expect(after.metadata.uid).not.toBe(before?.metadata.uid);
    expect(after.spec?.podCIDR).toMatch(/^10\.244\.\d+\.0\/24$/);
    expect(after.spec?.podCIDR).not.toBe(nodeOf(world, 'node-1')?.spec?.podCIDR);
    expect(after.spec?.taints).toBeUndefined();
  });
});

describe('a node that is declared out of service', () => {
  it('gives up its Pods as soon as they are to go, without its kubelet', () => {
    const world = clusterOf(3);
    createDeployment(world, 'web', 3);
    wait(world, 15);
    const node = podsOf(world)[0]?.spec?.nodeName ?? '';
    doTo(world, { type: 'powerOff', nodes: [node] });
    wait(world, 70);
    const taint = { key: 'node.kubernetes.io/out-of-service', value: 'nodeshutdown', effect: 'NoExecute' };
    const taints = [...(nodeOf(world, node)?.spec?.taints ?? []), taint];
    ask(world, { verb: 'patch', resource: 'nodes', name: node, patchType: 'merge', patch: { spec: { taints } } });
    wait(world, 45);
    expect(podsOf(world).filter(({ spec }) => spec?.nodeName === node)).toEqual([]);
    expect(readyPods(world)).toHaveLength(3);
  });
});

describe('the Endpoints of a Service', () => {
  it('list what is ready, and go with the Service', () => {
    const world = clusterOf(1);
    createDeployment(world, 'web', 2);
    const spec = { selector: { app: 'web' }, ports: [{ port: 80 }] };
    create(world, 'services', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });
    wait(world, 15);
    const found = () => getObject<Stored<Endpoints>>(world.store, 'endpoints', 'default/web');
    expect(found()?.subsets?.map(({ addresses, ports }) => [addresses?.length, ports?.[0]?.port])).toEqual([[2, 80]]);
    remove(world, 'services', 'web');
    wait(world, 2);
    expect(found()).toBeUndefined();
  });

  it('that somebody wrote for a Service without selector are mirrored into slices', () => {
    const world = clusterOf(1);
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { ports: [{ port: 80 }] } };
    create(world, 'services', service);
    const subsets = [
      { addresses: [{ ip: '192.0.2.1' }], notReadyAddresses: [{ ip: '192.0.2.2' }], ports: [{ port: 80 }] },
    ];
    create(world, 'endpoints', { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'db' }, subsets });
    wait(world, 1);
    const slices = () =>
      listObjects<Stored<EndpointSlice>>(world.store, 'endpointslices', namespace).filter(
        ({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'db',
      );
    const [slice] = slices();
    expect(slice?.endpoints?.map((one) => [one.addresses[0], one.conditions?.ready])).toEqual([
      ['192.0.2.1', true],
      ['192.0.2.2', false],
    ]);
    remove(world, 'endpoints', 'db');
    wait(world, 1);
    expect(slices()).toEqual([]);
  });
});
