import type { Deployment, OwnerReference, Pod, ReplicaSet, Stored } from '../../api/objects.ts';
import type { OwnersInput } from './tree.ts';

const created = '2026-01-01T00:00:00Z';
const meta = (name: string, uid: string, owner?: OwnerReference) => ({
  name,
  namespace: 'default',
  uid,
  resourceVersion: '1',
  creationTimestamp: created,
  ...(owner && { ownerReferences: [owner] }),
});

const reference = (kind: string, name: string, uid: string): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind,
  name,
  uid,
  controller: true,
});

const revision = (number: number) => ({ annotations: { 'deployment.kubernetes.io/revision': String(number) } });

/** What a Deployment is made of, for tests: how many Pods each revision has, oldest first. */
export interface Make {
  name: string;
  replicas: number;
  /** Pods by revision: the first is revision 1. */
  revisions: readonly number[];
  /** Of all Pods, how many are ready; all if not given. */
  ready?: number;
  spec?: Partial<Deployment['spec']>;
  status?: Deployment['status'];
}

/** A cluster of Deployments, and of Pods that nothing owns. */
export function ownersInput(deployments: readonly Make[], bare: readonly string[] = []): OwnersInput {
  const input = {
    nodes: new Map(),
    pods: new Map<string, Stored<Pod>>(),
    services: new Map(),
    ingresses: new Map(),
    endpointSlices: new Map(),
    clients: [],
    deployments: new Map<string, Stored<Deployment>>(),
    replicaSets: new Map<string, Stored<ReplicaSet>>(),
    statefulSets: new Map(),
    daemonSets: new Map(),
    jobs: new Map(),
    cronJobs: new Map(),
  };
  for (const { name, replicas, revisions, ready = Number.POSITIVE_INFINITY, spec, status } of deployments) {
    const uid = `deployment-${name}`;
    const all = revisions.reduce((sum, count) => sum + count, 0);
    input.deployments.set(`default/${name}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...meta(name, uid), ...revision(revisions.length), generation: 1 },
      spec: { replicas, selector: {}, template: {}, ...spec },
      status: {
        observedGeneration: 1,
        replicas: all,
        updatedReplicas: revisions.at(-1) ?? 0,
        readyReplicas: Math.min(all, ready),
        availableReplicas: Math.min(all, ready),
        ...status,
      },
    });
    let made = 0;
    for (const [index, count] of revisions.entries()) {
      const set = `${name}-${index + 1}`;
      const setUid = `replicaset-${set}`;
      input.replicaSets.set(`default/${set}`, {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: { ...meta(set, setUid, reference('Deployment', name, uid)), ...revision(index + 1) },
        spec: { replicas: count, selector: {} },
        status: { replicas: count },
      });
      for (let number = 0; number < count; number++)
        add(podOf(`${set}-${number}`, made++ < ready, reference('ReplicaSet', set, setUid)));
    }
  }
  for (const name of bare) add(podOf(name, true));
  return input;

  function add(pod: Stored<Pod>): void {
    input.pods.set(`default/${pod.metadata.name}`, pod);
  }
}

function podOf(name: string, ready: boolean, owner?: OwnerReference): Stored<Pod> {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(name, `pod-${name}`, owner),
    spec: { containers: [{ name: 'app' }], nodeName: 'node-1' },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}
