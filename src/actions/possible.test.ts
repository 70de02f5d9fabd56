// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deployment, Node, Pod, ReplicaSet } from '../api/objects.ts';
import type { ClusterClient, TankAction } from '../client/client.ts';
import { resetCluster } from '../store/cluster.ts';
import { useSelection } from '../store/selection.ts';
import { useSession } from '../store/session.ts';
import { useView, viewDefaults } from '../store/view.ts';
import { actionContext } from './action.ts';
import { perform } from './perform.ts';
import { actionOf } from './registry.ts';

const owned = (kind: string, name: string) => [
  { apiVersion: 'apps/v1', kind, name, uid: `${name}-uid`, controller: true },
];
const metadata = (name: string, namespace?: string) => ({
  name,
  uid: `${name}-uid`,
  resourceVersion: '7',
  creationTimestamp: '2026-01-01T00:00:00Z',
  ...(namespace && { namespace }),
});
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...metadata('web-1', 'default'), ownerReferences: owned('ReplicaSet', 'web-a') },
  spec: { containers: [{ name: 'web', image: 'nginx' }], nodeName: 'node-1' },
} as unknown as Pod;
const replicaSet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { ...metadata('web-a', 'default'), ownerReferences: owned('Deployment', 'web') },
  spec: { replicas: 2 },
} as unknown as ReplicaSet;
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: metadata('web', 'default'),
  spec: { replicas: 2 },
} as unknown as Deployment;
const node = { apiVersion: 'v1', kind: 'Node', metadata: metadata('node-1'), spec: {} } as unknown as Node;

let acts: TankAction[];

beforeEach(() => {
  acts = [];
  useSession.setState({
    client: {
      tank: { act: async (act: TankAction) => void acts.push(act) },
    } as unknown as ClusterClient,
  });
  resetCluster(
    [
      { resource: 'pods', object: pod },
      { resource: 'replicasets', object: replicaSet },
      { resource: 'deployments', object: deployment },
      { resource: 'nodes', object: node },
    ] as Parameters<typeof resetCluster>[0],
    7,
  );
  useSelection.getState().select(undefined);
  useView.setState(viewDefaults);
});

const select = (resource: string, key: string) => useSelection.getState().select({ resource, key });
const enabled = (id: string) => actionOf(id).enabled(actionContext());

describe('what is possible', () => {
  it('to a Pod, only while one is selected', () => {
    expect(enabled('deletePod')).toBe(false);
    select('pods', 'default/web-1');
    expect([enabled('deletePod'), enabled('killContainer'), enabled('scaleUp')]).toEqual([true, true, true]);
    select('nodes', 'node-1');
    expect([enabled('deletePod'), enabled('cordon'), enabled('powerOff')]).toEqual([false, true, true]);
  });

  it('not to a Pod of the same name that came after the selected one', () => {
    useSelection.getState().select({ resource: 'pods', key: 'default/web-1', uid: 'another' });
    expect(enabled('deletePod')).toBe(false);
  });
});

it('a node is cut off from outside of the API', async () => {
  select('nodes', 'node-1');
  await perform(actionOf('cutOff'));
  expect(acts).toEqual([{ type: 'cutOff', nodes: ['node-1'] }]);
});

describe('Escape', () => {
  it('first ends presenting, then clears the selection', async () => {
    select('pods', 'default/web-1');
    useView.setState({ presenting: true });
    await perform(actionOf('deselect'));
    expect([useView.getState().presenting, useSelection.getState().selected !== undefined]).toEqual([false, true]);
    await perform(actionOf('deselect'));
    expect(useSelection.getState().selected).toBeUndefined();
  });
});

it('the clock pauses before a step', async () => {
  const order: string[] = [];
  const clock = { pause: vi.fn(() => order.push('pause')), stepEvent: vi.fn(async () => void order.push('step')) };
  useSession.setState({ client: { clock } as unknown as ClusterClient });
  const context = actionContext();
  await actionOf('stepEvent').run({ ...context, clock: { ...context.clock, running: true } });
  expect(order).toEqual(['pause', 'step']);
});
