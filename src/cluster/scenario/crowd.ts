import type { ObjectToWrite } from '../../api/objects.ts';
import { addClient } from '../network/traffic.ts';
import type { World } from '../world/world.ts';
import { createObject } from './apply.ts';
import { bootCluster } from './boot.ts';
import { deploymentOf, serviceOf, type Workload } from './workload.ts';

const nodes = 100;
const deployments = 30;
const replicas = 100;
const host = 'crowd.example.com';

const ingress: ObjectToWrite = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'crowd', namespace: 'default' },
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'crowd-01', port: { number: 80 } } } }],
        },
      },
    ],
  },
};

/** A full cluster for benchmarks: 100 nodes, 3,000 Pods of 30 Deployments, all created in the first instant, and visitors. */
export function crowd(world: World): void {
  bootCluster(world, { nodes });
  const cause = { actor: 'kubectl' };
  for (let number = 1; number <= deployments; number++) {
    const name = `crowd-${String(number).padStart(2, '0')}`;
    const requests = { cpu: '100m', memory: '64Mi' };
    const workload: Workload = { name, image: 'nginx:1.27', replicas, port: 80, requests, ready: '/healthz' };
    createObject(world, deploymentOf(workload), cause);
    if (number === 1) createObject(world, serviceOf(workload), cause);
  }
  createObject(world, ingress, cause);
  addClient(world, { name: 'visitors', perSecond: 60, targets: [{ host, path: '/' }] });
}
