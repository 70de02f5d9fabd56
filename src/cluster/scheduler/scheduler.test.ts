import { describe, expect, it } from 'vitest';
import { createTank, makeNode, makePod } from './testing/tank.ts';

describe('the scheduler', () => {
  it('binds a Pod and says so', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('web'));
    tank.run(20);
    expect(tank.pod('web')?.spec?.nodeName).toBe('node-1');
    expect(tank.events()).toEqual([{ reason: 'Scheduled', message: 'Successfully assigned default/web to node-1' }]);
  });

  it('says why a Pod fits nowhere, in the words of the real one', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('nodes', makeNode('node-2', { unschedulable: true }));
    tank.write('pods', makePod('big', {}, { cpu: '5' }));
    tank.run(20);
    const message =
      '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.';
    expect(tank.events()).toEqual([{ reason: 'FailedScheduling', message }]);
    expect(tank.pod('big')?.status?.conditions).toMatchObject([
      { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message, observedGeneration: 1 },
    ]);
  });

  it('says it once, and again after five minutes if nothing changes', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('picky', { nodeSelector: { disk: 'ssd' } }));
    tank.run(295_000);
    expect(tank.world.scheduler.queue.pods.get('default/picky')?.attempts).toBe(1);
    tank.run(40_000);
    expect(tank.world.scheduler.queue.pods.get('default/picky')?.attempts).toBe(2);
  });

  it('tries a Pod again within a moment when a node gets what it asks for, back-off or not', () => {
    const tank = createTank();
    const node = makeNode('node-1');
    tank.write('nodes', node);
    tank.write('pods', makePod('picky', { nodeSelector: { disk: 'ssd' } }));
    tank.run(100);
    expect(tank.pod('picky')?.spec?.nodeName).toBeUndefined();
    tank.write('nodes', { ...node, metadata: { ...node.metadata, labels: { disk: 'ssd' } } });
    tank.run(100);
    expect(tank.pod('picky')?.spec?.nodeName).toBe('node-1');
  });

  it('leaves a Pod alone while only things change that do not help it', () => {
    const tank = createTank();
    const node = makeNode('node-1');
    tank.write('nodes', node);
    tank.write('pods', makePod('picky', { nodeSelector: { disk: 'ssd' } }));
    tank.run(100);
    tank.write('nodes', { ...node, metadata: { ...node.metadata, labels: { disk: 'hdd' } } });
    tank.write('pods', makePod('other'));
    tank.run(100);
    tank.remove('pods', 'default/other');
    tank.run(100);
    expect(tank.world.scheduler.queue.pods.get('default/picky')?.attempts).toBe(1);
  });

  it('counts resources as free when a Pod has finished, not when it is gone', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('first', {}, { cpu: '3' }));
    tank.run(50);
    tank.write('pods', makePod('second', {}, { cpu: '3' }));
    tank.run(50);
    expect(tank.pod('second')?.spec?.nodeName).toBeUndefined();
    const first = tank.pod('first')!;
    tank.write('pods', { ...first, status: { ...first.status, phase: 'Succeeded' } });
    tank.run(50);
    expect(tank.pod('second')?.spec?.nodeName).toBe('node-1');
  });

  it('lets a Pod with a scheduling gate wait until the gate is gone', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('gated', { schedulingGates: [{ name: 'wait' }] }));
    tank.run(1000);
    expect(tank.events()).toEqual([]);
    tank.write('pods', makePod('gated'));
    tank.run(50);
    expect(tank.pod('gated')?.spec?.nodeName).toBe('node-1');
  });

  it('takes the Pod of higher priority first', () => {
    const tank = createTank();
    tank.write('pods', makePod('low', { priority: 0 }, { cpu: '3' }));
    tank.write('pods', makePod('high', { priority: 1000 }, { cpu: '3' }));
    tank.write('nodes', makeNode('node-1'));
    tank.run(50);
    expect(tank.pod('high')?.spec?.nodeName).toBe('node-1');
    expect(tank.pod('low')?.spec?.nodeName).toBeUndefined();
  });

  it('keeps Pods apart that want to be, and lets the next one in when one is gone', () => {
    const tank = createTank();
    const apart = {
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { labelSelector: { matchLabels: { app: 'db' } }, topologyKey: 'kubernetes.io/hostname' },
          ],
        },
      },
    };
    const db = (name: string) => {
      const pod = makePod(name, apart);
      return { ...pod, metadata: { ...pod.metadata, labels: { app: 'db' } } };
    };
    for (const name of ['node-1', 'node-2']) tank.write('nodes', makeNode(name));
    for (const name of ['db-1', 'db-2', 'db-3']) tank.write('pods', db(name));
    tank.run(100);
    const taken = ['db-1', 'db-2'].map((name) => tank.pod(name)?.spec?.nodeName);
    expect(taken.sort()).toEqual(['node-1', 'node-2']);
    expect(tank.pod('db-3')?.spec?.nodeName).toBeUndefined();
    expect([...tank.world.scheduler.affinityGroups.values()].map(({ counts }) => Object.fromEntries(counts))).toEqual([
      { 'node-1': 1, 'node-2': 1 },
    ]);
    const free = tank.pod('db-1')?.spec?.nodeName;
    tank.remove('pods', 'default/db-1');
    tank.run(100);
    expect(tank.pod('db-3')?.spec?.nodeName).toBe(free);
  });

  it('lets a Pod follow another as soon as that has a node', () => {
    const tank = createTank();
    for (const name of ['node-1', 'node-2', 'node-3']) tank.write('nodes', makeNode(name));
    const near = [{ labelSelector: { matchLabels: { app: 'cache' } }, topologyKey: 'kubernetes.io/hostname' }];
    tank.write(
      'pods',
      makePod('web', { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: near } } }),
    );
    tank.run(5000);
    expect(tank.pod('web')?.spec?.nodeName).toBeUndefined();
    const cache = makePod('cache');
    tank.write('pods', { ...cache, metadata: { ...cache.metadata, labels: { app: 'cache' } } });
    tank.run(100);
    expect(tank.pod('web')?.spec?.nodeName).toBe(tank.pod('cache')?.spec?.nodeName);
  });

  it('spreads Pods over zones as evenly as they ask for', () => {
    const tank = createTank(4);
    for (const [index, zone] of ['a', 'a', 'a', 'b'].entries()) {
      const node = makeNode(`node-${index}`);
      tank.write('nodes', { ...node, metadata: { ...node.metadata, labels: { zone } } });
    }
    const spread = {
      maxSkew: 1,
      topologyKey: 'zone',
      whenUnsatisfiable: 'DoNotSchedule' as const,
      labelSelector: { matchLabels: { app: 'web' } },
    };
    for (let index = 0; index < 8; index++) {
      const pod = makePod(`web-${index}`, { topologySpreadConstraints: [spread] });
      tank.write('pods', { ...pod, metadata: { ...pod.metadata, labels: { app: 'web' } } });
    }
    tank.run(1000);
    const inB = Array.from({ length: 8 }, (_, index) => tank.pod(`web-${index}`)?.spec?.nodeName).filter(
      (node) => node === 'node-3',
    );
    expect(inB).toHaveLength(4);
  });

  it('leaves Pods of other schedulers to them', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('theirs', { schedulerName: 'other' }));
    tank.run(1000);
    expect(tank.pod('theirs')?.spec?.nodeName).toBeUndefined();
    expect(tank.events()).toEqual([]);
  });

  it('gives up a Pod that is deleted between the decision and the binding', () => {
    const tank = createTank();
    tank.write('nodes', makeNode('node-1'));
    tank.write('pods', makePod('brief', {}, { cpu: '1' }));
    tank.run(5);
    expect([...tank.world.scheduler.assumed]).toEqual([['default/brief', 'node-1']]);
    tank.remove('pods', 'default/brief');
    expect(tank.world.scheduler.nodes.get('node-1')).toMatchObject({ pods: 0, requested: { cpu: 0 } });
    tank.run(50);
    expect(tank.world.scheduler.queue.pods.size).toBe(0);
    expect(tank.world.scheduler.assumed.size).toBe(0);
  });
});
