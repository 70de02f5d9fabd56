import type { ContainerStatus, EndpointSlice, Ingress, Node, Pod, Service, Stored } from '../../api/objects.ts';
import { toTimestamp } from '../../api/time.ts';
import type { TrafficRequest } from '../../cluster/network/state.ts';
import {
  type Chance,
  createChance,
  nameSuffix,
  nextInteger,
  nextNumber,
  pick,
  uuid,
} from '../../cluster/world/chance.ts';
import type { SceneInput } from '../scene.ts';

export interface GeneratorOptions {
  nodes: number;
  pods: number;
  services: number;
  seed?: number;
  /** Share of Pods in states other than running and ready; 0 if not given. */
  trouble?: number;
}

/** The instant at which generated clusters stand. */
export const generatedNow = Date.UTC(2026, 0, 1, 0, 5);

const apps = ['web', 'cart', 'checkout', 'payments', 'search', 'catalog', 'frontend', 'recommendation', 'session'];

/** A cluster such as the store would hold, for tests, the bench and the story page. The same seed gives the same one. */
export function generateCluster(options: GeneratorOptions): SceneInput {
  const chance = createChance(options.seed ?? 1);
  const nodes = new Map(
    Array.from({ length: options.nodes }, (_, index) => {
      const node = generateNode(chance, `node-${index + 1}`, index, options.trouble ?? 0);
      return [node.metadata.name, node] as const;
    }),
  );
  const names = Array.from({ length: options.services }, (_, index) => {
    const app = apps[index % apps.length] ?? 'app';
    return index < apps.length ? app : `${app}-${Math.floor(index / apps.length) + 1}`;
  });
  const hashes = names.map(() => nameSuffix(chance, 9));
  const pods = new Map<string, Stored<Pod>>();
  const byApp = new Map<string, Stored<Pod>[]>(names.map((name) => [name, []]));
  for (let index = 0; index < options.pods; index++) {
    const which = index % names.length;
    const app = names[which] ?? 'app';
    const pod = generatePod(chance, app, hashes[which] ?? '', `node-${(index % options.nodes) + 1}`, index, options);
    pods.set(`default/${pod.metadata.name}`, pod);
    byApp.get(app)?.push(pod);
  }
  return {
    nodes,
    pods,
    services: new Map(names.map((name, index) => [`default/${name}`, generateService(chance, name, index)])),
    ingresses: new Map([['default/shop', generateIngress(chance, names)]]),
    endpointSlices: new Map(
      names.map((name) => [`default/${name}-x`, generateSlice(chance, name, byApp.get(name) ?? [])]),
    ),
    clients: [{ name: 'visitors', perSecond: 20, targets: [{ host: 'shop.example', path: '/' }] }],
  };
}

const meta = (chance: Chance, name: string, namespace?: string) => ({
  name,
  ...(namespace !== undefined && { namespace }),
  uid: uuid(chance),
  resourceVersion: '1',
  creationTimestamp: toTimestamp(generatedNow),
});

export function generateNode(chance: Chance, name: string, index: number, trouble: number): Stored<Node> {
  const status = trouble > 0 && index === 1 ? 'Unknown' : 'True';
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: meta(chance, name),
    spec: trouble > 0 && index === 2 ? { unschedulable: true } : {},
    status: {
      addresses: [{ type: 'InternalIP', address: `172.18.0.${index + 2}` }],
      allocatable: { pods: '110', cpu: '4', memory: '8Gi' },
      conditions: [{ type: 'Ready', status }],
    },
  };
}

const troubles = ['crash', 'pull', 'unready', 'pending', 'succeeded', 'failed', 'terminating', 'creating', 'unknown'];

export function generatePod(
  chance: Chance,
  app: string,
  hash: string,
  node: string,
  index: number,
  options: Pick<GeneratorOptions, 'trouble'> = {},
): Stored<Pod> {
  const share = options.trouble ?? 0;
  const state = nextNumber(chance) < share ? pick(chance, troubles) : 'running';
  const pod: Stored<Pod> = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(chance, `${app}-${hash}-${nameSuffix(chance)}`, 'default'),
    spec: {
      nodeName: node,
      containers: [{ name: app, image: 'nginx:1.29', ports: [{ containerPort: 80 }] }],
    },
    status: {
      phase: 'Running',
      podIP: `10.244.${index % 250}.${2 + (Math.floor(index / 250) % 250)}`,
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [containerStatus(app, { running: { startedAt: toTimestamp(generatedNow) } }, true, 0)],
    },
  };
  return state === 'running' ? pod : inTrouble(chance, pod, app, state);
}

function containerStatus(
  name: string,
  state: NonNullable<ContainerStatus['state']>,
  ready: boolean,
  restartCount: number,
): ContainerStatus {
  return { name, image: 'nginx:1.29', imageID: '', ready, restartCount, state };
}

function inTrouble(chance: Chance, pod: Stored<Pod>, app: string, state: string): Stored<Pod> {
  const unready = (
    status: ContainerStatus,
    phase: 'Running' | 'Pending' | 'Succeeded' | 'Failed' | 'Unknown' = 'Running',
  ): Stored<Pod> => ({
    ...pod,
    status: {
      ...pod.status,
      phase,
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [status],
    },
  });
  const restarts = nextInteger(chance, 1, 12);
  const ended = (exitCode: number, reason: string) => ({ terminated: { exitCode, reason } });
  switch (state) {
    case 'crash':
      return unready(containerStatus(app, { waiting: { reason: 'CrashLoopBackOff' } }, false, restarts));
    case 'pull':
      return unready(containerStatus(app, { waiting: { reason: 'ImagePullBackOff' } }, false, 0), 'Pending');
    case 'creating':
      return unready(containerStatus(app, { waiting: { reason: 'ContainerCreating' } }, false, 0), 'Pending');
    case 'succeeded':
      return unready(containerStatus(app, ended(0, 'Completed'), false, 0), 'Succeeded');
    case 'failed':
      return unready(containerStatus(app, ended(1, 'Error'), false, 0), 'Failed');
    case 'unready':
      return unready(containerStatus(app, { running: {} }, false, 0));
    case 'unknown':
      return unready(containerStatus(app, { running: {} }, false, 0), 'Unknown');
    case 'terminating':
      return {
        ...pod,
        metadata: {
          ...pod.metadata,
          deletionTimestamp: toTimestamp(generatedNow + 18_000),
          deletionGracePeriodSeconds: 30,
        },
      };
    default:
      return {
        ...pod,
        spec: { containers: pod.spec?.containers ?? [] },
        status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] },
      };
  }
}

function generateService(chance: Chance, name: string, index: number): Stored<Service> {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta(chance, name, 'default'),
    spec: { type: 'ClusterIP', clusterIP: `10.96.${index}.${nextInteger(chance, 2, 250)}`, ports: [{ port: 80 }] },
  };
}

function generateIngress(chance: Chance, names: string[]): Stored<Ingress> {
  const paths = names.map((name) => ({
    path: `/${name}`,
    pathType: 'Prefix' as const,
    backend: { service: { name, port: { number: 80 } } },
  }));
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: meta(chance, 'shop', 'default'),
    spec: { rules: [{ host: 'shop.example', http: { paths } }] },
  };
}

function generateSlice(chance: Chance, service: string, pods: Stored<Pod>[]): Stored<EndpointSlice> {
  const bound = pods.filter((pod) => pod.spec?.nodeName !== undefined);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { ...meta(chance, `${service}-x`, 'default'), labels: { 'kubernetes.io/service-name': service } },
    addressType: 'IPv4',
    endpoints: bound.map((pod) => ({
      addresses: [pod.status?.podIP ?? ''],
      conditions: { ready: pod.status?.conditions?.[0]?.status === 'True' },
      targetRef: { kind: 'Pod', name: pod.metadata.name, uid: pod.metadata.uid },
    })),
  };
}

/** Requests such as a client's at `perSecond`, sent during `seconds` before `generatedNow`, each twentieth failing. */
export function generateTraffic(input: SceneInput, perSecond: number, seconds: number, seed = 1): TrafficRequest[] {
  const chance = createChance(seed);
  const slices = [...input.endpointSlices.values()].filter((slice) =>
    slice.endpoints?.some((one) => one.conditions?.ready),
  );
  const requests: TrafficRequest[] = [];
  for (let id = 1; id <= perSecond * seconds; id++) {
    const sentAt = generatedNow - seconds * 1000 + Math.round((id * 1000) / perSecond);
    const slice = pick(chance, slices);
    const service = slice.metadata.labels?.['kubernetes.io/service-name'] ?? '';
    const endpoint = pick(
      chance,
      (slice.endpoints ?? []).filter((one) => one.conditions?.ready),
    );
    const status = nextInteger(chance, 1, 20) === 1 ? 503 : 200;
    requests.push({
      id,
      client: 'visitors',
      host: 'shop.example',
      path: `/${service}`,
      sentAt,
      hops: [
        { at: sentAt, kind: 'client', key: 'visitors' },
        { at: sentAt + 1, kind: 'ingress', key: 'default/shop' },
        { at: sentAt + 2, kind: 'service', key: `default/${service}` },
        { at: sentAt + 3, kind: 'pod', key: `default/${endpoint.targetRef?.name}`, uid: endpoint.targetRef?.uid ?? '' },
      ],
      answeredAt: sentAt + 8,
      status,
    });
  }
  return requests;
}
