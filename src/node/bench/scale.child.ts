import type { Deployment, ObjectToWrite, Pod, Stored } from '../../api/objects.ts';
import { act } from '../../cluster/act.ts';
import '../../cluster/later/provide.ts';
import { createObject } from '../../cluster/scenario/apply.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { deploymentOf, serviceOf, type Workload } from '../../cluster/scenario/workload.ts';
import { runUntil, tellComponents } from '../../cluster/simulation.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { listIndexed, listObjects } from '../../cluster/world/store.ts';
import { measureSince } from './measureSince.ts';

/**
 * Deployments of 100 Pods without probes, every sixth with a Service, on so many nodes, from nothing to all Ready; then one node loses
 * its power and its Pods are made anew elsewhere: `scale.child.ts NODES PODS`. Prints a ChildResult.
 */
const nodes = Number(process.argv[2]);
const pods = Number(process.argv[3]);
const replicas = 100;
const servedEvery = 6;

const world = createWorld({ seed: 1 });
const begun = measureSince();
bootCluster(world, { nodes });
tellComponents(world);
const boot = begun();

const end = measureSince();
const began = world.now;
const cause = { actor: 'bench' };
for (let number = 0; number < pods / replicas; number++) {
  const name = `web-${String(number).padStart(3, '0')}`;
  const requests = { cpu: '50m', memory: '32Mi' };
  const workload: Workload = { name, image: 'nginx:1.27', replicas, port: 80, requests };
  createObject(world, withoutProbes(deploymentOf(workload)), cause);
  if (number % servedEvery === 0) createObject(world, serviceOf(workload), cause);
}
runUntilReady();
const created = end();
const createdIn = (world.now - began) / 1000;

const failing = measureSince();
const failed = world.now;
const [node] = [...world.kubelets.keys()];
if (node === undefined) throw new Error('there is no node');
act(world, { type: 'powerOff', nodes: [node] });
tellComponents(world);
// Found to be dead after 50 s, evicted from after five minutes more.
runUntil(world, world.now + 400_000);
if (listIndexed<Stored<Pod>>(world.store, 'podsByNode', node).some(({ metadata }) => !metadata.deletionTimestamp))
  throw new Error(`not all Pods of ${node} were evicted`);
runUntilReady();
const failure = failing();

console.log(
  JSON.stringify({
    ...created,
    bootCpuSeconds: boot.cpuSeconds,
    virtualSeconds: createdIn,
    failureCpuSeconds: failure.cpuSeconds,
    failureVirtualSeconds: (world.now - failed) / 1000,
    events: world.steps,
  }),
);

/** Probes cost the same each second, whatever happens: they would hide what is measured here. */
function withoutProbes(deployment: ObjectToWrite): ObjectToWrite {
  const copy = structuredClone(deployment) as ObjectToWrite & Deployment;
  for (const container of copy.spec?.template?.spec?.containers ?? []) delete container.readinessProbe;
  return copy;
}

function runUntilReady(): void {
  const from = world.now;
  const ready = () =>
    listObjects<Stored<Deployment>>(world.store, 'deployments').reduce(
      (sum, { status }) => sum + (status?.readyReplicas ?? 0),
      0,
    );
  while (ready() < pods) {
    if (world.now - from > 3_600_000) throw new Error(`only ${ready()} of ${pods} Pods were Ready after an hour`);
    runUntil(world, world.now + 1000);
  }
}
