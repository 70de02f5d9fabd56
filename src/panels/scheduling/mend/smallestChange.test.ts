import { afterEach, describe, expect, it } from 'vitest';
import '../../../cluster/later/provide.ts';
import '../../../i18n/loadAll.ts';
import type { Node, Pod, Stored } from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { createTank, makeNode, makePod } from '../../../cluster/scheduler/testing/tank.ts';
import { whatIf } from '../../../cluster/scheduler/whatIf.ts';
import { setLanguage } from '../../../i18n/i18n.ts';
import { questionOf } from './question.ts';
import { sayChanges } from './sayChange.ts';
import { smallestChanges, type TryOut } from './smallestChange.ts';

afterEach(() => setLanguage('en'));

const label = (node: ReturnType<typeof makeNode>, labels: Record<string, string>) => ({
  ...node,
  metadata: { ...node.metadata, labels: { ...node.metadata.labels, ...labels } },
});

/** What would let the Pod `a` land among these nodes and other Pods, as the page searches it: by asking the scheduler. */
async function ways(nodes: object[], pod: object, others: object[] = [], wanted?: string): Promise<string[]> {
  const tank = createTank();
  for (const node of nodes) tank.write('nodes', node);
  for (const other of others) tank.write('pods', other);
  tank.write('pods', pod);
  const objects = <T>(resource: string) => new Map(tank.world.store.objects.get(resource) as Map<string, T>);
  const cluster = { nodes: objects<Stored<Node>>('nodes'), pods: objects<Stored<Pod>>('pods') };
  const start = { pod: pod as Stored<Pod>, cluster };
  const tryOut: TryOut = async (changes) => {
    const { about, changes: different } = questionOf(start, changes);
    const answer = whatIf(tank.world, about, different);
    if (isFailure(answer)) throw new Error(answer.message);
    return answer;
  };
  const search = await smallestChanges(start, await tryOut([]), tryOut, wanted);
  return search.ways.map(({ changes, decision }) => `${sayChanges(changes)} -> ${decision.node}`);
}

const gpu = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' as const };

describe('one change is enough', () => {
  it('a taint is tolerated or taken off', async () => {
    expect(await ways([makeNode('node-1', { taints: [gpu] })], makePod('a'))).toEqual([
      'tolerate dedicated=gpu:NoSchedule -> node-1',
      'remove the taint dedicated=gpu:NoSchedule from node-1 -> node-1',
    ]);
  });

  it('a cordoned node is uncordoned', async () => {
    expect(await ways([makeNode('node-1', { unschedulable: true })], makePod('a'))).toEqual([
      'uncordon node-1 -> node-1',
    ]);
  });

  it('a label is added, or not asked for', async () => {
    const pod = makePod('a', { nodeSelector: { disk: 'ssd' } });
    expect(await ways([makeNode('node-1'), label(makeNode('node-2'), { disk: 'hdd' })], pod)).toEqual([
      'label node-1 with disk=ssd -> node-1',
      'no longer ask for disk=ssd in nodeSelector -> node-1',
    ]);
  });

  it('requests are lowered to what the roomiest node has left', async () => {
    const full = makePod('b', { nodeName: 'node-1' }, { cpu: '3500m' });
    expect(await ways([makeNode('node-1'), makeNode('node-2')], makePod('a', {}, { cpu: '64' }), [full])).toEqual([
      'request at most 4 cpu (now 64) -> node-2',
    ]);
  });

  it('room is made where the node would be large enough', async () => {
    const others = ['b', 'c'].map((name, index) =>
      makePod(name, { nodeName: 'node-1' }, { cpu: index ? '2500m' : '1' }),
    );
    expect(await ways([makeNode('node-1')], makePod('a', {}, { cpu: '2' }), others)).toEqual([
      'request at most 500m cpu (now 2) -> node-1',
      'let c go from node-1 -> node-1',
    ]);
  });

  it('a host port is freed, or done without', async () => {
    const withPort = { containers: [{ name: 'c', image: 'app:1', ports: [{ containerPort: 80, hostPort: 8080 }] }] };
    const other = makePod('b', { ...withPort, nodeName: 'node-1' });
    expect(await ways([makeNode('node-1')], makePod('a', withPort), [other])).toEqual([
      'let b go from node-1 -> node-1',
      'do without host port 8080 -> node-1',
    ]);
  });

  it('a spread becomes a wish, a missing topology label is added', async () => {
    const zone = 'topology.kubernetes.io/zone';
    const spread = {
      topologySpreadConstraints: [{ topologyKey: zone, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' as const }],
    };
    expect(await ways([makeNode('node-1')], makePod('a', spread))).toEqual([
      `label node-1 with ${zone}=a -> node-1`,
      `make its topology spread over ${zone} a wish (ScheduleAnyway) -> node-1`,
    ]);
  });

  it('who is in the way goes, or the rule', async () => {
    const apart = {
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } },
          ],
        },
      },
    };
    const other = makePod('b', { nodeName: 'node-1' });
    const web = { ...other, metadata: { ...other.metadata, labels: { app: 'web' } } };
    expect(await ways([makeNode('node-1')], makePod('a', apart), [web])).toEqual([
      'no longer require its Pod anti-affinity -> node-1',
      'let b go from node-1 -> node-1',
    ]);
  });
});

describe('rules of affinity', () => {
  it('the labels that the easiest term needs, with any operator', async () => {
    const terms = [
      {
        matchExpressions: [
          { key: 'a', operator: 'Exists' as const },
          { key: 'b', operator: 'Exists' as const },
        ],
      },
      {
        matchExpressions: [
          { key: 'cores', operator: 'Gt' as const, values: ['8'] },
          { key: 'old', operator: 'DoesNotExist' as const },
        ],
      },
    ];
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } };
    const node = label(makeNode('node-1'), { a: 'x', old: 'yes' });
    expect(await ways([node], makePod('a', { affinity }))).toEqual([
      'label node-1 with b=true -> node-1',
      'no longer require its node affinity -> node-1',
    ]);
  });

  it('a Pod that wants to be apart from this one goes', async () => {
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } };
    const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } };
    const other = makePod('b', { nodeName: 'node-1', affinity });
    const pod = makePod('a');
    const web = { ...pod, metadata: { ...pod.metadata, labels: { app: 'web' } } };
    expect(await ways([makeNode('node-1')], web, [other])).toEqual(['let b go from node-1 -> node-1']);
  });
});

it('a place where there are too many Pods', async () => {
  const node = makeNode('node-1', {}, { pods: '1' });
  expect(await ways([node], makePod('a'), [makePod('b', { nodeName: 'node-1' })])).toEqual([
    'let b go from node-1 -> node-1',
  ]);
});

it('never asks the Pods of the system to go', async () => {
  const node = makeNode('node-1', {}, { pods: '1' });
  const other = makePod('b', { nodeName: 'node-1' });
  const system = { ...other, metadata: { ...other.metadata, namespace: 'kube-system' } };
  expect(await ways([node], makePod('a'), [system])).toEqual([]);
});

it('two changes where one is not enough', async () => {
  const node = makeNode('node-1', { unschedulable: true, taints: [gpu] });
  expect(await ways([node], makePod('a'))).toEqual([
    'uncordon node-1 and tolerate dedicated=gpu:NoSchedule -> node-1',
    'uncordon node-1 and remove the taint dedicated=gpu:NoSchedule from node-1 -> node-1',
  ]);
});

it('what it takes for one node, where another would do as well', async () => {
  const nodes = [makeNode('node-1'), makeNode('node-2', { taints: [gpu] })];
  expect((await ways(nodes, makePod('a'), [], 'node-2'))[0]).toMatch(/^tolerate dedicated=gpu:NoSchedule -> /);
});

it('says so in Korean too', async () => {
  setLanguage('ko');
  expect(await ways([makeNode('node-1', { unschedulable: true })], makePod('a', {}, { cpu: '5' }))).toEqual([
    'node-1 노드 uncordon 및 요청량을 cpu 4(현재 5) 이하로 줄이기 -> node-1',
  ]);
});
