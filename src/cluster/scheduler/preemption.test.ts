import { describe, expect, it } from 'vitest';
import '../later/provide.ts';
import type { Node, PodDisruptionBudget } from '../../api/objects.ts';
import { createTank, makeNode, makePod, type Tank } from './testing/tank.ts';

/** Nodes of 4 CPUs, each full of one Pod of priority 10. */
function fullTank(...nodes: string[]): Tank {
  const tank = createTank();
  for (const [index, name] of nodes.entries()) {
    tank.write('nodes', makeNode(name));
    const low = makePod(`low-${name}`, { nodeName: name, priority: 10 }, { cpu: '4' });
    const startTime = `2026-01-01T00:00:0${index}Z`;
    tank.write('pods', {
      ...low,
      metadata: { ...low.metadata, labels: { app: 'low' } },
      status: { phase: 'Running', startTime },
    });
  }
  return tank;
}

const high = (name: string, priority = 100, cpu = '2') => makePod(name, { priority }, { cpu });
const messageOf = (tank: Tank, name: string) =>
  tank.pod(name)?.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.message;

describe('preemption', () => {
  it('has the victim go, says why, and gives the Pod its node when the victim is gone', () => {
    const tank = fullTank('node-1');
    tank.write('pods', high('high'));
    tank.run(100);
    expect(tank.pod('high')?.status?.nominatedNodeName).toBe('node-1');
    expect(messageOf(tank, 'high')).toBe('0/1 nodes are available: 1 Insufficient cpu.');
    const victim = tank.pod('low-node-1');
    expect(victim?.metadata.deletionTimestamp).toBeDefined();
    expect(victim?.status?.conditions).toMatchObject([
      { type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler' },
    ]);
    expect(tank.events()).toContainEqual({
      reason: 'Preempted',
      message: `Preempted by pod ${tank.pod('high')?.metadata.uid} on node node-1`,
    });
    tank.run(20_000);
    expect(tank.pod('high')?.spec?.nodeName).toBeUndefined();
    tank.remove('pods', 'default/low-node-1');
    tank.run(1000);
    expect(tank.pod('high')?.spec?.nodeName).toBe('node-1');
    expect(tank.pod('high')?.status?.nominatedNodeName).toBeUndefined();
    expect(tank.world.scheduler.nominated.size).toBe(0);
    expect(tank.world.scheduler.attempts.get('uid-high')?.map(({ outcome }) => outcome)).toEqual([
      'nominated',
      'scheduled',
    ]);
  });

  it('does not preempt once more while the victim is going', () => {
    const tank = fullTank('node-1');
    tank.write('pods', high('high'));
    tank.run(100);
    tank.write('nodes', makeNode('node-2', {}, { cpu: '1' }));
    tank.run(20_000);
    tank.write('nodes', makeNode('node-2', {}, { cpu: '1500m' }));
    tank.write('nodes', makeNode('node-3', { taints: [{ key: 'a', effect: 'NoSchedule' }] } as Node['spec']));
    tank.run(20_000);
    expect(tank.pod('high')?.status?.nominatedNodeName).toBe('node-1');
    expect(tank.events().filter(({ reason }) => reason === 'Preempted')).toHaveLength(1);
  });

  it('keeps the room for the nominated Pod from those who are less important', () => {
    const tank = fullTank('node-1');
    tank.write('pods', high('high', 100, '4'));
    tank.run(100);
    tank.remove('pods', 'default/low-node-1');
    // It comes before the nominated Pod is tried again, and would fit.
    tank.write('pods', high('small', 50, '1'));
    tank.run(20_000);
    expect(tank.pod('high')?.spec?.nodeName).toBe('node-1');
    expect(tank.pod('small')?.spec?.nodeName).toBeUndefined();
  });

  it('takes the node from a nominated Pod that is less important', () => {
    const tank = fullTank('node-1');
    tank.write('pods', high('high', 100, '4'));
    tank.run(100);
    tank.write('pods', high('higher', 1000, '4'));
    tank.run(100);
    expect(tank.pod('higher')?.status?.nominatedNodeName).toBe('node-1');
    expect(tank.pod('high')?.status?.nominatedNodeName).toBeUndefined();
  });

  it('takes the node whose victims have run for the shortest time, and spares those of a budget', () => {
    const tank = fullTank('node-1', 'node-2');
    tank.write('pods', high('high'));
    tank.run(100);
    expect(tank.pod('high')?.status?.nominatedNodeName).toBe('node-2');

    const guarded = fullTank('node-1', 'node-2');
    const low = guarded.pod('low-node-2');
    guarded.write('pods', { ...low, metadata: { ...low?.metadata, labels: { app: 'guarded' } } });
    const budget: Pick<PodDisruptionBudget, 'spec' | 'status'> = {
      spec: { selector: { matchLabels: { app: 'guarded' } } },
      status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
    };
    const metadata = { name: 'budget', namespace: 'default', uid: 'uid-budget' };
    guarded.write('poddisruptionbudgets', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      ...budget,
    });
    guarded.write('pods', high('high'));
    guarded.run(100);
    expect(guarded.pod('high')?.status?.nominatedNodeName).toBe('node-1');
  });

  it('leaves Pods alone for one that may not preempt', () => {
    const tank = fullTank('node-1');
    tank.write('pods', makePod('polite', { priority: 100, preemptionPolicy: 'Never' }, { cpu: '2' }));
    tank.run(100);
    expect(messageOf(tank, 'polite')).toMatch(/preemption: not eligible due to preemptionPolicy=Never\.$/);
    expect(tank.pod('low-node-1')?.metadata.deletionTimestamp).toBeUndefined();
  });
});
