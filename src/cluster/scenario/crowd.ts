import type { World } from '../world/world.ts';
import { createObject } from './apply.ts';
import { bootCluster } from './boot.ts';
import { deploymentOf } from './workload.ts';

const nodes = 100;
const deployments = 30;
const replicas = 100;

/** A full cluster for benchmarks: 100 nodes and 3,000 Pods of 30 Deployments, all created in the first instant. */
export function crowd(world: World): void {
  bootCluster(world, { nodes });
  for (let number = 1; number <= deployments; number++) {
    const name = `crowd-${String(number).padStart(2, '0')}`;
    const requests = { cpu: '100m', memory: '64Mi' };
    createObject(world, deploymentOf({ name, image: 'nginx:1.27', replicas, port: 80, requests, ready: '/healthz' }), {
      actor: 'kubectl',
    });
  }
}
