import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersistentVolumeClaim, Pod, ResourceQuota, Stored } from '../../../api/objects.ts';
import { compareQuantities, parseQuantity } from '../../../api/quantity.ts';
import { isFailure } from '../../../api/status.ts';
import { getObject, put } from '../../world/store.ts';
import { podOf, type TestServer, testServer } from '../testing/server.ts';

const limitRange = (...limits: object[]) => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'sizes' },
  spec: { limits },
});

describe('LimitRanger', () => {
  test('counts a whole Pod with its init containers and sidecars', () => {
    const { create, tryCreate } = testServer();
    create(limitRange({ type: 'Pod', max: { cpu: '1' } }));
    const resources = { limits: { cpu: '600m' } };
    const initContainers = [{ name: 'side', image: 'nginx', restartPolicy: 'Always', resources }];
    expect(tryCreate(podOf('web', { initContainers }, { resources }))).toBe(
      '403 pods "web" is forbidden: maximum cpu usage per Pod is 1, but limit is 1200m',
    );
  });

  test('holds claims to their size, when they grow too', () => {
    const { ask, create, tryCreate } = testServer();
    create(limitRange({ type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '2Gi' } }));
    const claim = (storage: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    expect(tryCreate(claim('3Gi'))).toContain(
      'maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi',
    );
    create<Stored<PersistentVolumeClaim>>(claim('1Gi'));
    const patch = { spec: { resources: { requests: { storage: '3Gi' } } } };
    const place = { resource: 'persistentvolumeclaims', namespace: 'default', name: 'data' };
    const { answer } = ask({ verb: 'patch', ...place, patchType: 'merge', patch });
    expect(answer).toMatchObject({ code: 403 });
  });

  test('checks what it made of the Pods of components, too', () => {
    const { ask, create } = testServer();
    create(limitRange({ type: 'Container', default: { cpu: '500m' } }));
    const object = podOf('web', {}, { resources: { requests: { cpu: '800m' } } });
    const { answer } = ask({ verb: 'create', resource: 'pods', namespace: 'default', object });
    expect(answer).toMatchObject({ code: 422 });
  });
});

/** A quota that is counted already. */
function withQuota({ create, world }: TestServer, hard: Record<string, string>, spec: object = {}): void {
  const metadata = { name: 'budget' };
  const quota = create<Stored<ResourceQuota>>({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata,
    spec: { hard, ...spec },
  });
  const used = Object.fromEntries(Object.keys(hard).map((name) => [name, '0']));
  put(world.store, world.now, 'resourcequotas', { ...quota, status: { hard, used } } as never, { actor: 'test' });
}

const usedOf = ({ world }: TestServer) =>
  getObject<Stored<ResourceQuota>>(world.store, 'resourcequotas', 'default/budget')?.status?.used;

describe('ResourceQuota', () => {
  test('counts Pods and what they ask for as they are admitted; a dry run counts nothing', () => {
    const server = testServer();
    withQuota(server, { pods: '2', 'requests.cpu': '1', 'count/pods': '5' });
    const resources = { requests: { cpu: '300m' } };
    server.create(podOf('web', {}, { resources }));
    expect(usedOf(server)).toEqual({ pods: '1', 'requests.cpu': '300m', 'count/pods': '1' });
    const options = { dryRun: true, fieldValidation: 'Strict' } as const;
    const object = podOf('dry', {}, { resources });
    server.ask({ verb: 'create', resource: 'pods', namespace: 'default', object, options });
    expect(usedOf(server)).toMatchObject({ pods: '1' });
    expect(server.tryCreate(podOf('big', {}, { resources: { requests: { cpu: '800m' } } }))).toBe(
      '403 pods "big" is forbidden: exceeded quota: budget, requested: requests.cpu=800m, used: requests.cpu=300m, limited: requests.cpu=1',
    );
  });

  test.each<[string, object, object, object]>([
    ['with a deadline', { scopes: ['Terminating'] }, { activeDeadlineSeconds: 60 }, {}],
    ['without a deadline', { scopes: ['NotTerminating'] }, {}, { activeDeadlineSeconds: 60 }],
    [
      'of a priority class',
      {
        scopeSelector: {
          matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['system-node-critical'] }],
        },
      },
      { priorityClassName: 'system-node-critical' },
      { priorityClassName: 'system-cluster-critical' },
    ],
  ])('with a scope counts only Pods %s', (_what, scope, inside, outside) => {
    const server = testServer();
    withQuota(server, { pods: '9' }, scope);
    server.create(podOf('outside', outside));
    expect(usedOf(server)).toEqual({ pods: '0' });
    server.create(podOf('inside', inside));
    expect(usedOf(server)).toEqual({ pods: '1' });
  });

  test('counts what a Service becomes by an update', () => {
    const server = testServer();
    withQuota(server, { 'services.nodeports': '1', services: '5' });
    const spec = {
      ports: [{ port: 80 }, { name: 'b', port: 81 }].map((port, index) => ({ name: `p${index}`, ...port })),
    };
    server.create({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });
    const place = { resource: 'services', namespace: 'default', name: 'web' };
    const { answer } = server.ask({
      verb: 'patch',
      ...place,
      patchType: 'merge',
      patch: { spec: { type: 'NodePort' } },
    });
    expect(answer).toMatchObject({
      message:
        'services "web" is forbidden: exceeded quota: budget, requested: services.nodeports=2, used: services.nodeports=0, limited: services.nodeports=1',
    });
    expect(usedOf(server)).toEqual({ 'services.nodeports': '0', services: '1' });
  });

  test('usage never exceeds what is allowed, whatever is created', () => {
    const cpu = fc.constantFrom('100m', '250m', '0.5', '1', '1500m', '2');
    fc.assert(
      fc.property(fc.array(cpu, { maxLength: 8 }), cpu, fc.integer({ min: 0, max: 5 }), (requests, most, pods) => {
        const server = testServer();
        withQuota(server, { pods: String(pods), 'requests.cpu': most });
        for (const [index, request] of requests.entries())
          server.tryCreate(podOf(`web-${index}`, {}, { resources: { requests: { cpu: request } } }));
        const used = usedOf(server) as Record<string, string>;
        expect(compareQuantities(parseQuantity(used['requests.cpu'] ?? ''), parseQuantity(most))).toBeLessThanOrEqual(
          0,
        );
        expect(Number(used.pods)).toBeLessThanOrEqual(pods);
        expect(server.world.store.objects.get('pods')?.size ?? 0).toBe(Number(used.pods));
      }),
      { numRuns: 30 },
    );
  });
});

describe('eviction', () => {
  const evict = ({ ask }: TestServer, name: string) =>
    ask({
      verb: 'create',
      resource: 'pods',
      namespace: 'default',
      name,
      subresource: 'eviction',
      object: { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name } },
    }).answer;

  /** Running, ready Pods and a budget that allows so many disruptions. */
  function guarded(pods: number, disruptionsAllowed: number): TestServer {
    const server = testServer();
    const { create, world } = server;
    for (let index = 0; index < pods; index++) {
      const pod = create<Stored<Pod>>(podOf(`web-${index}`));
      const conditions = [{ type: 'Ready', status: 'True' }];
      const running = { ...pod, spec: { ...pod.spec, nodeName: 'node-1' }, status: { phase: 'Running', conditions } };
      put(world.store, world.now, 'pods', running as never, { actor: 'test' });
    }
    const selector = { matchLabels: { app: 'web' } };
    const budget = create({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web' },
      spec: { selector },
    });
    const counts = { expectedPods: pods, currentHealthy: pods, desiredHealthy: pods - disruptionsAllowed };
    const status = { ...counts, disruptionsAllowed, observedGeneration: 1 };
    put(world.store, world.now, 'poddisruptionbudgets', { ...budget, status } as never, { actor: 'test' });
    return server;
  }

  test('is refused where the budget allows no more, with the reason', () => {
    const server = guarded(2, 0);
    expect(evict(server, 'web-0')).toMatchObject({
      code: 429,
      reason: 'TooManyRequests',
      message: "Cannot evict pod as it would violate the pod's disruption budget.",
      details: {
        causes: [
          {
            reason: 'DisruptionBudget',
            message: 'The disruption budget web needs 2 healthy pods and has 2 currently',
          },
        ],
      },
    });
  });

  test('of Pods that do not run yet asks no budget', () => {
    const server = guarded(0, 0);
    server.create(podOf('pending'));
    expect(isFailure(evict(server, 'pending'))).toBe(false);
  });

  test('never breaks a budget: no more leave than it allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 10 }),
        (allowed, order) => {
          const server = guarded(4, allowed);
          for (const index of order) evict(server, `web-${index}`);
          const { world } = server;
          const going = [...(world.store.objects.get('pods')?.values() ?? [])].filter(
            ({ metadata }) => metadata.deletionTimestamp,
          );
          const budget = world.store.objects.get('poddisruptionbudgets')?.get('default/web') as {
            status?: { disruptionsAllowed: number; disruptedPods?: object };
          };
          expect(going.length).toBeLessThanOrEqual(allowed);
          expect(budget.status?.disruptionsAllowed).toBe(allowed - going.length);
          expect(Object.keys(budget.status?.disruptedPods ?? {})).toHaveLength(going.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});
