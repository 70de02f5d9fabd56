import type { Node, Pod, Stored } from '../../api/objects.ts';
import '../../cluster/later/provide.ts';
import { runScheduler, tellScheduler } from '../../cluster/scheduler/alone.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { put } from '../../cluster/world/store.ts';
import { measureSince } from './measureSince.ts';

/** So many Pods find their nodes: `schedule.child.ts NODES PODS plain|spread`. Prints a ChildResult. */
const nodes = Number(process.argv[2]);
const pods = Number(process.argv[3]);
const kind = process.argv[4];
const podsPerApp = 100;

const world = createWorld({ seed: 1 });
const cause = { actor: 'bench' };
const metadata = (name: string, labels: Record<string, string>) => ({
  name,
  uid: name,
  resourceVersion: '',
  creationTimestamp: '2026-01-01T00:00:00Z',
  labels,
});

put(
  world.store,
  world.now,
  'namespaces',
  { apiVersion: 'v1', kind: 'Namespace', metadata: metadata('default', {}) },
  cause,
);
for (let index = 0; index < nodes; index++) {
  const name = `node-${index}`;
  const labels = { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': `zone-${index % 3}` };
  const node: Stored<Node> = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata(name, labels),
    spec: {},
    status: { allocatable: { cpu: '16', memory: '64Gi', pods: '110' } },
  };
  put(world.store, world.now, 'nodes', node, cause);
}
tellScheduler(world);

function specOf(app: string): NonNullable<Pod['spec']> {
  const labelSelector = { matchLabels: { app } };
  const requests = { cpu: '100m', memory: '100Mi' };
  const spec = {
    schedulerName: 'default-scheduler',
    priority: 0,
    containers: [{ name: 'web', image: 'nginx:1.27', resources: { requests } }],
  };
  if (kind === 'plain') return spec;
  return {
    ...spec,
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector },
    ],
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }],
      },
    },
  };
}

const end = measureSince();
for (let index = 0; index < pods; index++) {
  const app = `app-${Math.trunc(index / podsPerApp)}`;
  const pod: Stored<Pod> = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata(`pod-${index}`, { app }), namespace: 'default' },
    spec: specOf(app),
    status: { phase: 'Pending' },
  };
  put(world.store, world.now, 'pods', pod, cause);
  if (index % 1000 === 999) tellScheduler(world);
}
tellScheduler(world);
runScheduler(world, 60_000);

const { attempts, assumed, queue } = world.scheduler;
let decisions = 0;
let bytes = 0;
for (const one of attempts.values()) {
  decisions += one.length;
  bytes += JSON.stringify(one).length;
}
if (assumed.size > 0 || queue.pods.size > 0) throw new Error(`${queue.pods.size} Pods found no node`);
const result = end();
// What is measured must still be there when the heap is.
if (world.store.revision === 0) throw new Error('nothing was written');
console.log(JSON.stringify({ ...result, decisions, attemptMegabytes: bytes / 2 ** 20 }));
