import { describe, expect, it } from 'vitest';
import '../later/provide.ts';
import { isFailure } from '../../api/status.ts';
import { serialize } from '../world/serialize.ts';
import { decisionAboutNode } from './decision.ts';
import { createTank, makeNode, makePod } from './testing/tank.ts';
import { whatIf } from './whatIf.ts';

function tankWith(...nodes: string[]) {
  const tank = createTank();
  for (const name of nodes) tank.write('nodes', makeNode(name));
  return tank;
}

const decide = (...args: Parameters<typeof whatIf>) => {
  const answer = whatIf(...args);
  if (isFailure(answer)) throw new Error(answer.message);
  return answer;
};

describe('attempts', () => {
  it('are kept with a Pod, in vain or not, and go with it', () => {
    const tank = createTank();
    tank.write('pods', makePod('a', {}, { cpu: '1' }));
    tank.run(100);
    tank.write('nodes', makeNode('node-1'));
    tank.run(20_000);
    expect(tank.world.scheduler.attempts.get('uid-a')).toMatchObject([
      { outcome: 'unschedulable', message: 'no nodes available to schedule pods', pod: { uid: 'uid-a' } },
      { outcome: 'scheduled', message: 'Successfully assigned default/a to node-1', decision: { node: 'node-1' } },
    ]);
    tank.remove('pods', 'default/a');
    expect(tank.world.scheduler.attempts.size).toBe(0);
  });

  it('list only the best nodes and some refused ones of a big cluster', () => {
    const tank = createTank();
    for (let index = 0; index < 80; index++)
      tank.write('nodes', makeNode(`node-${index}`, { unschedulable: index < 20 }));
    tank.write('pods', makePod('a'));
    tank.run(100);
    const decision = tank.world.scheduler.attempts.get('uid-a')?.[0]?.decision;
    expect(decision?.leftOut).toEqual({ feasible: 52, rejected: 18 });
    expect(decision?.feasible).toContain(decision?.node);
    expect(decision?.totals?.length).toBe(8);
  });
});

describe('whatIf', () => {
  it('leaves the world as it is, to the byte', () => {
    const tank = tankWith('node-1', 'node-2');
    tank.write('pods', makePod('a', {}, { cpu: '1' }));
    tank.run(100);
    const before = serialize(tank.world);
    whatIf(tank.world, { namespace: 'default', name: 'a' }, { removed: { nodes: ['node-1'] }, nodes: [makeNode('x')] });
    expect(serialize(tank.world)).toBe(before);
  });

  it('says where a bound Pod would go if it were new', () => {
    const tank = tankWith('node-1', 'node-2');
    tank.write('pods', makePod('a', { nodeName: 'node-1' }, { cpu: '4' }));
    expect(decide(tank.world, { namespace: 'default', name: 'a' }).feasible).toEqual(['node-1', 'node-2']);
  });

  it('takes changes of nodes and Pods for true', () => {
    const tank = tankWith('node-1');
    tank.write('pods', makePod('a', { nodeName: 'node-1' }, { cpu: '4' }));
    const pod = makePod('b', {}, { cpu: '1' });
    const about = { pod };
    expect(decide(tank.world, about).node).toBeUndefined();
    expect(decide(tank.world, about, { removed: { pods: [{ namespace: 'default', name: 'a' }] } }).node).toBe('node-1');
    expect(decide(tank.world, about, { nodes: [makeNode('node-1', {}, { cpu: '8' })] }).node).toBe('node-1');
    expect(decide(tank.world, about, { nodes: [makeNode('node-2', { unschedulable: true })] }).rejected).toMatchObject([
      { node: 'node-1', rejection: { plugin: 'NodeResourcesFit' } },
      { node: 'node-2', rejection: { plugin: 'NodeUnschedulable' } },
    ]);
  });

  it('answers as the API server where the Pod is not there or not valid', () => {
    const { world } = tankWith('node-1');
    expect(whatIf(world, { namespace: 'default', name: 'a' })).toMatchObject({ reason: 'NotFound' });
    expect(whatIf(world, { pod: { ...makePod('a'), spec: { containers: [] } } })).toMatchObject({ reason: 'Invalid' });
  });
});

describe('a decision as one node sees it', () => {
  it('says of every plugin whether it passed the node, and what it gave', () => {
    const tank = tankWith('node-1', 'node-2', 'node-3');
    tank.write('nodes', makeNode('cordoned', { unschedulable: true }));
    tank.write('pods', makePod('other', { nodeName: 'node-1' }, { cpu: '2' }));
    const decision = decide(tank.world, { pod: makePod('a', {}, { cpu: '1' }) });
    const refused = decisionAboutNode(decision, 'cordoned');
    expect(refused.verdict).toBe('rejected');
    expect(refused.filters.slice(0, 2)).toEqual([
      { plugin: 'NodeUnschedulable', verdict: 'rejected', reasons: ['node(s) were unschedulable'], mayPreempt: false },
      { plugin: 'NodeName', verdict: 'notReached' },
    ]);
    const busy = decisionAboutNode(decision, 'node-1');
    expect(busy).toMatchObject({ verdict: 'feasible', rank: 3 });
    expect(busy.scores.reduce((sum, { weighted }) => sum + weighted, 0)).toBe(busy.total);
    expect(decisionAboutNode(decision, decision.node ?? '')).toMatchObject({ verdict: 'chosen', rank: 1 });
  });
});
