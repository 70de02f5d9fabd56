import type { ObjectToWrite } from '../../api/objects.ts';
import { addClient } from '../network/traffic.ts';
import type { World } from '../world/world.ts';
import { createObject } from './apply.ts';
import { bootCluster } from './boot.ts';
import { deploymentOf, serviceOf, type Workload } from './workload.ts';

const host = 'shop.example.com';

const web: Workload = {
  name: 'web',
  image: 'podarium/shop-web:1.0',
  replicas: 3,
  port: 8080,
  servicePort: 80,
  requests: { cpu: '250m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '256Mi' },
  ready: '/ready',
};

const api: Workload = {
  name: 'api',
  image: 'podarium/shop-api:1.0',
  replicas: 2,
  port: 8080,
  servicePort: 80,
  requests: { cpu: '500m', memory: '256Mi' },
  limits: { cpu: '1', memory: '512Mi' },
  ready: '/ready',
};

const redis: Workload = {
  name: 'redis',
  image: 'redis:7',
  replicas: 1,
  port: 6379,
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { memory: '512Mi' },
};

const path = (prefix: string, service: string) => ({
  path: prefix,
  pathType: 'Prefix',
  backend: { service: { name: service, port: { number: 80 } } },
});

const ingress: ObjectToWrite = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { ingressClassName: 'nginx', rules: [{ host, http: { paths: [path('/', 'web'), path('/api', 'api')] } }] },
};

/** The first visit's small shop: three nodes, web and api behind an Ingress, redis, and a few visitors. */
export function shop(world: World): void {
  bootCluster(world, { nodes: 3 });
  const cause = { actor: 'kubectl' };
  for (const workload of [redis, api, web]) {
    createObject(world, deploymentOf(workload), cause);
    createObject(world, serviceOf(workload), cause);
  }
  createObject(world, ingress, cause);
  addClient(world, {
    name: 'visitors',
    perSecond: 5,
    targets: [
      { host, path: '/' },
      { host, path: '/api' },
    ],
  });
}
