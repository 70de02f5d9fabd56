import type { ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import { isFailure } from '../../../api/status.ts';
import { call } from '../../apiserver/apiserver.ts';
import type { ApiRequest } from '../../apiserver/request.ts';
import { bootCluster } from '../../scenario/boot.ts';
import { tellComponents } from '../../simulation.ts';
import { createWorld } from '../../world/create.ts';
import { getObject } from '../../world/store.ts';
import type { World } from '../../world/world.ts';

/** A cluster of one node, or of as many as asked for. */
export function tank(seed = 1, nodes = 1): World {
  const world = createWorld({ seed });
  bootCluster(world, { nodes });
  return world;
}

/** A call as a user makes it; throws where it is refused. */
export function ask(world: World, request: ApiRequest): void {
  const { answer } = call(world, request, { actor: 'kubectl' });
  if (isFailure(answer)) throw new Error(answer.message);
  tellComponents(world);
}

export function createPod(world: World, name: string, spec: NonNullable<Pod['spec']>): void {
  const object: ObjectToWrite = { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
  ask(world, { verb: 'create', resource: 'pods', namespace: 'default', object });
}

export function deletePod(world: World, name: string, gracePeriodSeconds?: number): void {
  const options = gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds };
  ask(world, { verb: 'delete', resource: 'pods', namespace: 'default', name, options });
}

export function podNamed(world: World, name: string): Stored<Pod> | undefined {
  return getObject<Stored<Pod>>(world.store, 'pods', `default/${name}`);
}

const busybox = (script: string) => ({ name: 'app', image: 'busybox:1.36', command: ['sh', '-c', script] });

/** Pods that between them go through most of what can happen to one. */
export const kinds: Record<string, NonNullable<Pod['spec']>> = {
  plain: { containers: [{ name: 'app', image: 'nginx:1.27' }] },
  crashing: { containers: [busybox('exit 1')] },
  done: { restartPolicy: 'Never', containers: [busybox('sleep 2')] },
  failed: { restartPolicy: 'Never', containers: [busybox('sleep 1; exit 3')] },
  retried: { restartPolicy: 'OnFailure', containers: [busybox('sleep 1; exit 1')] },
  unready: {
    containers: [
      { name: 'app', image: 'nginx:1.27', readinessProbe: { httpGet: { path: '/nope', port: 80 }, periodSeconds: 2 } },
    ],
  },
  unhealthy: {
    terminationGracePeriodSeconds: 3,
    containers: [{ ...busybox('sleep 600'), livenessProbe: { exec: { command: ['false'] }, periodSeconds: 2 } }],
  },
  slow: {
    containers: [
      {
        name: 'app',
        image: 'nginx:1.27',
        startupProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 3 },
        lifecycle: { preStop: { exec: { command: ['sleep', '4'] } } },
      },
    ],
  },
  missing: { containers: [{ name: 'app', image: 'no-such-image:1' }] },
  accompanied: {
    initContainers: [{ ...busybox('sleep 5; exit 1'), name: 'proxy', restartPolicy: 'Always' }],
    containers: [{ ...busybox('sleep 8'), restartPolicy: 'OnFailure' }],
  },
  ruled: {
    restartPolicy: 'Never',
    containers: [
      {
        ...busybox('sleep 2; exit 42'),
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }],
      },
      { ...busybox('sleep 3600'), name: 'other' },
    ],
  },
  greedy: {
    volumes: [{ name: 'cache', emptyDir: { sizeLimit: '1' } }],
    containers: [
      { ...busybox('echo hello > /cache/a; sleep 3600'), volumeMounts: [{ name: 'cache', mountPath: '/cache' }] },
    ],
  },
  asking: {
    terminationGracePeriodSeconds: 1,
    containers: [{ name: 'app', image: 'nginx:1.27', readinessProbe: { grpc: { port: 80, service: '' } } }],
  },
  rejected: { nodeName: 'node-1', nodeSelector: { no: 'such' }, containers: [{ name: 'app', image: 'nginx:1.27' }] },
  ordered: {
    initContainers: [{ ...busybox('sleep 1'), name: 'first' }],
    containers: [
      { name: 'app', image: 'nginx:1.27' },
      { ...busybox('sleep 3600'), name: 'other' },
    ],
  },
};
