import type { Deployment, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../../cluster/apiserver/apiserver.ts';
import '../../cluster/later/provide.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { runUntil, tellComponents } from '../../cluster/simulation.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { getObject } from '../../cluster/world/store.ts';
import { deploymentOf } from './deployment.ts';
import { measureSince } from './measureSince.ts';

/** A Deployment of so many Pods from nothing to all Ready: `rollout.child.ts PODS`. Prints a ChildResult. */
const pods = Number(process.argv[2]);
const podsPerNode = 100;

const world = createWorld({ seed: 1 });
const nodes = Math.max(3, Math.ceil(pods / podsPerNode));
bootCluster(world, { nodes });
tellComponents(world);
runUntil(world, world.now + 5_000);

const end = measureSince();
const began = world.now;
const { answer } = call(
  world,
  { verb: 'create', resource: 'deployments', namespace: 'default', object: deploymentOf(pods, 'nginx:1.27') },
  { actor: 'bench' },
);
if (isFailure(answer)) throw new Error(answer.message);
tellComponents(world);
const ready = () =>
  getObject<Stored<Deployment>>(world.store, 'deployments', 'default/web')?.status?.readyReplicas ?? 0;
while (ready() < pods) {
  if (world.now - began > 3_600_000) throw new Error(`only ${ready()} of ${pods} Pods were Ready after an hour`);
  runUntil(world, world.now + 100);
}
console.log(JSON.stringify({ ...end(), virtualSeconds: (world.now - began) / 1000, events: world.steps }));
