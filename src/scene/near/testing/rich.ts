import type { Container, Pod, Stored } from '../../../api/objects.ts';
import type { PodInside } from '../../../client/client.ts';

const started = '2026-01-01T00:00:00Z';

/** A Pod with so many init containers that are through, containers that run, and volumes that all of these mount. */
export function podOf(count: { init: number; main: number; volumes: number }): Stored<Pod> {
  const volumes = Array.from({ length: count.volumes }, (_, index) => ({ name: `volume-${index}`, emptyDir: {} }));
  const volumeMounts = volumes.map(({ name }) => ({ name, mountPath: `/mnt/${name}` }));
  const list = (kind: string, many: number): Container[] =>
    Array.from({ length: many }, (_, index) => ({
      name: `${kind}-${index}`,
      image: 'nginx:1.29',
      ports: [{ containerPort: 8080 + index }],
      resources: { requests: { memory: '16Mi' }, limits: { memory: '64Mi', cpu: '500m' } },
      readinessProbe: { httpGet: { path: '/', port: 8080 }, failureThreshold: 4 },
      volumeMounts,
    }));
  const statuses = (containers: readonly Container[], state: object, ready: boolean) =>
    containers.map(({ name }) => ({ name, image: '', imageID: '', ready, restartCount: 2, state }));
  const [initContainers, containers] = [list('init', count.init), list('main', count.main)];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'rich', namespace: 'default', uid: 'rich-uid', resourceVersion: '1', creationTimestamp: started },
    spec: { nodeName: 'node-1', initContainers, containers, volumes },
    status: {
      phase: 'Running',
      podIP: '10.244.1.7',
      initContainerStatuses: statuses(initContainers, { terminated: { exitCode: 0, reason: 'Completed' } }, true),
      containerStatuses: statuses(containers, { running: { startedAt: started } }, false),
    },
  };
}

/** What its node tells of it: each container listens, all but the first talk to the first, and all have failed probes. */
export function insideOf({ metadata, spec }: Stored<Pod>): PodInside {
  const containers = spec?.containers ?? [];
  return {
    uid: metadata.uid,
    node: 'node-1',
    hostNetwork: false,
    ip: '10.244.1.7',
    ports: containers.map(({ name }, index) => ({ port: 8080 + index, container: name, pid: 1 })),
    talks: containers.slice(1).map(({ name }) => ({ from: name, to: 'main-0', port: 8080, at: 0 })),
    containers: containers.map(({ name }) => ({
      name,
      role: 'main',
      processes: [{ pid: 1, command: 'nginx -g daemon off;' }],
      log: Array.from({ length: 8 }, (_, index) => `line ${index}`),
      mounts: [],
      probes: [
        {
          kind: 'readiness',
          standing: 'Failure',
          last: 'Failure',
          inARow: 6,
          successThreshold: 1,
          failureThreshold: 4,
          nextAt: 5000,
          period: 10_000,
        },
      ],
      usage: { memory: 9 << 20, processor: 120 },
    })),
    volumes: (spec?.volumes ?? []).map(({ name }) => ({ name, source: 'emptyDir', files: ['a.txt'], fileCount: 3 })),
  };
}
