import { serialize } from 'node:v8';
import type { ObjectToWrite, Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../../cluster/apiserver/apiserver.ts';
import '../../cluster/later/provide.ts';
import { bootCluster } from '../../cluster/scenario/boot.ts';
import { runUntil, tellComponents } from '../../cluster/simulation.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { listObjects } from '../../cluster/world/store.ts';

/**
 * Pods that are bound by hand, so that nobody but the API server and the kubelets works: from their creation to all
 * Ready, and then an hour with two probes every ten seconds each: `kubelet.child.ts PODS`. Prints figures as JSON.
 */
const pods = Number(process.argv[2]);
const nodes = Math.ceil(pods / 100);

const world = createWorld({ seed: 1 });
bootCluster(world, { nodes });
tellComponents(world);
runUntil(world, world.now + 30_000);

const probe = { httpGet: { path: '/', port: 80 }, periodSeconds: 10 };
const objectOf = (index: number): ObjectToWrite => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `web-${index}` },
  spec: {
    nodeName: `node-${(index % nodes) + 1}`,
    containers: [{ name: 'web', image: 'nginx:1.27', livenessProbe: probe, readinessProbe: probe }],
  },
});
const isReady = ({ status }: Pod) =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
const seconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const bytesBefore = serialize(world).length;
let since = process.cpuUsage();
for (let index = 0; index < pods; index++) {
  const object = objectOf(index);
  const { answer } = call(
    world,
    { verb: 'create', resource: 'pods', namespace: 'default', object },
    { actor: 'bench' },
  );
  if (isFailure(answer)) throw new Error(answer.message);
  tellComponents(world);
}
const began = world.now;
while (!listObjects<Stored<Pod>>(world.store, 'pods', 'default').every(isReady)) {
  if (world.now - began > 600_000) throw new Error('not all Pods were Ready after ten minutes');
  runUntil(world, world.now + 1000);
}
const startSeconds = seconds(since);
const bytes = serialize(world).length - bytesBefore;

since = process.cpuUsage();
const steps = world.steps;
runUntil(world, world.now + 3_600_000);
console.log(JSON.stringify({ startSeconds, bytes, idleSeconds: seconds(since), idleEvents: world.steps - steps }));
