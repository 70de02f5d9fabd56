import { beforeEach, expect, it, vi } from 'vitest';
import { resourceOf } from '../api/resources.ts';
import { forbidden, notFound } from '../api/status.ts';
import type { ClusterClient } from '../client/client.ts';
import type { ApiRequest, ApiResponse } from '../cluster/apiserver/request.ts';
import { resetCluster } from '../store/cluster.ts';
import { useNotices } from '../store/notices.ts';
import { useSelection } from '../store/selection.ts';
import { useSession } from '../store/session.ts';
import { perform } from './perform.ts';
import { actionOf } from './registry.ts';

const request = vi.fn<(request: ApiRequest) => Promise<ApiResponse>>();
const metadata = { uid: 'u', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' };
const owner = (kind: string, name: string) => [{ apiVersion: 'apps/v1', kind, name, uid: name, controller: true }];
const objects = [
  {
    resource: 'deployments',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, namespace: 'd', name: 'web' },
      spec: { replicas: 3 },
    },
  },
  {
    resource: 'replicasets',
    object: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { ...metadata, namespace: 'd', name: 'web-1', ownerReferences: owner('Deployment', 'web') },
    },
  },
  {
    resource: 'pods',
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...metadata, namespace: 'd', name: 'web-1-a', ownerReferences: owner('ReplicaSet', 'web-1') },
      spec: { containers: [{ name: 'app' }] },
    },
  },
];

beforeEach(() => {
  request.mockReset();
  resetCluster(objects, 1);
  useSession.setState({ client: { request } as Partial<ClusterClient> as ClusterClient });
  useSelection.setState({ selected: { resource: 'pods', key: 'd/web-1-a', uid: 'u' } });
  useNotices.setState({ notices: [] });
});

it('deletes the selected Pod, and no other one that has its name by then', async () => {
  request.mockResolvedValue({ answer: objects[2]!.object });
  await perform(actionOf('deletePod'));
  expect(request.mock.lastCall?.[0]).toEqual({
    verb: 'delete',
    resource: 'pods',
    namespace: 'd',
    name: 'web-1-a',
    options: { preconditions: { uid: 'u' } },
  });
});

it('does nothing where it is not possible', async () => {
  useSelection.setState({ selected: { resource: 'pods', key: 'd/web-1-a', uid: 'another' } });
  await perform(actionOf('deletePod'));
  expect(request).not.toHaveBeenCalled();
});

it('scales the Deployment above the selected Pod', async () => {
  request.mockResolvedValue({ answer: objects[0]!.object });
  await perform(actionOf('scaleUp'));
  expect(request.mock.lastCall?.[0]).toMatchObject({
    resource: 'deployments',
    name: 'web',
    subresource: 'scale',
    patch: { spec: { replicas: 4 } },
  });
});

it("shows the API server's own words where it refuses", async () => {
  const refusal = forbidden(resourceOf('pods'), 'web-1-a', 'not today');
  request.mockResolvedValue({ answer: refusal });
  await perform(actionOf('deletePod'));
  expect(useNotices.getState().notices).toMatchObject([{ kind: 'error', detail: refusal.message }]);
});

it('shows what went wrong where there is no answer at all', async () => {
  request.mockRejectedValue(new Error(notFound(resourceOf('pods'), 'x').message));
  await perform(actionOf('deletePod'));
  expect(useNotices.getState().notices).toMatchObject([{ kind: 'error', detail: 'pods "x" not found' }]);
});
