import { beforeEach, describe, expect, it } from 'vitest';
import type { Node } from '../api/objects.ts';
import type { ClusterClient, TankAction, TankParts } from '../client/client.ts';
import { resetCluster } from '../store/cluster.ts';
import { useSelection } from '../store/selection.ts';
import { useSession } from '../store/session.ts';
import { useTankParts } from '../store/tankParts.ts';
import { actionContext } from './action.ts';
import { nextNodeName, nextVersion } from './nodes.ts';
import { actionOf } from './registry.ts';

const well: TankParts = { stopped: [], stoppedKubelets: [], poweredOff: [], cutOff: [], slow: {}, upgrading: {} };
const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-1', uid: '1', resourceVersion: '1', creationTimestamp: '' },
  status: { nodeInfo: { kubeletVersion: 'v1.36.2' } },
} as unknown as Node;

let acts: TankAction[];
let parts: TankParts;

beforeEach(() => {
  acts = [];
  parts = well;
  const tank = { act: async (act: TankAction) => void acts.push(act), parts: async () => parts };
  useSession.setState({ client: { tank } as unknown as ClusterClient });
  resetCluster([{ resource: 'nodes', object: node }] as Parameters<typeof resetCluster>[0], 1);
  useTankParts.setState(well, true);
  useSelection.getState().select({ resource: 'nodes', key: 'node-1' });
});

const run = async (id: string) => actionOf(id).run(actionContext());
const title = (id: string) => actionOf(id).titleNow?.(actionContext());

describe('what is done to a node from outside', () => {
  it('is offered to be taken back once the cluster says that it was done', async () => {
    parts = { ...well, stoppedKubelets: ['node-1'], slow: { 'node-1': 10 } };
    await run('kubelet');
    await run('slow');
    expect([title('kubelet'), title('slow')]).toEqual(['action.startKubelet', 'action.slowEnd']);
    await run('kubelet');
    await run('slow');
    expect(acts).toEqual([
      { type: 'stopKubelet', nodes: ['node-1'] },
      { type: 'slow', nodes: ['node-1'], factor: 1 },
      { type: 'startKubelet', nodes: ['node-1'] },
      { type: 'slow', nodes: ['node-1'], factor: 1 },
    ]);
  });

  it('upgrades to the next patch, and adds a machine under a free name', async () => {
    await run('upgrade');
    await run('addNode');
    expect(acts).toEqual([
      { type: 'upgrade', node: 'node-1', version: 'v1.36.3' },
      { type: 'powerOn', nodes: ['node-2'] },
    ]);
    expect(nextVersion('v1.36.9')).toBe('v1.36.10');
    expect(nextNodeName(['node-1', 'node-3'])).toBe('node-4');
  });

  it('stops and starts a process of the control plane, whatever is selected', async () => {
    parts = { ...well, stopped: ['scheduler'] };
    await run('toggle-scheduler');
    expect(title('toggle-scheduler')).toBe('action.startScheduler');
    await run('toggle-scheduler');
    expect(acts).toEqual([
      { type: 'stopPart', part: 'scheduler' },
      { type: 'startPart', part: 'scheduler' },
    ]);
  });

  it('asks for nothing where the cluster is a real one', () => {
    useSession.setState({ client: {} as ClusterClient });
    for (const id of ['kubelet', 'slow', 'upgrade', 'removeNode', 'addNode', 'toggle-scheduler'])
      expect(actionOf(id).enabled(actionContext()), id).toBe(false);
  });
});
