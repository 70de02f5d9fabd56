import type { Node } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import { flushEvents } from '../events/record.ts';
import { powerOff as stopRuntime } from '../runtime/runtime.ts';
import { createRuntimeState } from '../runtime/state.ts';
import { nextInteger } from '../world/chance.ts';
import { getObject, listIndexed } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { beginHeartbeats, tellWhenStarted } from './heartbeat.ts';
import { advance, isIn } from './machines/advance.ts';
import { nodeConditions } from './nodeStatus.ts';
import { reachesApi } from './reach.ts';
import { createKubeletState, type KubeletState } from './state.ts';
import { noticePod, resumeAfterBoot } from './worker.ts';
import { flushStatuses } from './writeStatus.ts';

/** A machine to be added to the cluster: what its kubelet registers it with. */
export interface NodeToAdd {
  name: string;
  labels?: Record<string, string>;
  taints?: NonNullable<Node['spec']>['taints'];
  capacity: Record<string, string>;
  allocatable: Record<string, string>;
  /** Absent: the cluster gives it one. */
  podCIDR?: string;
  addresses: { type: string; address: string }[];
  nodeInfo?: Record<string, string>;
}

/**
 * Adds a machine that is up and Ready: its Node object, its kubelet and container runtime. One that `joins` a cluster under
 * way is not ready yet when it registers. Throws if the name is taken.
 */
export function addNode(world: World, node: NodeToAdd, joins = false): void {
  register(world, node, joins);
  const kubelet = createKubeletState(
    node,
    world.now,
    nextInteger(world.chance, 0, 999),
    nextInteger(world.chance, 0, 999),
  );
  kubelet.node = advance(kubelet.node, { type: 'KUBELET_STARTED' }, world.now);
  world.kubelets.set(node.name, kubelet);
  if (!world.runtimes.has(node.name)) world.runtimes.set(node.name, createRuntimeState());
  beginHeartbeats(world, node.name);
  if (joins) tellWhenStarted(world, node.name, kubelet.boot);
}

function register(world: World, node: NodeToAdd, joins: boolean): void {
  const cause = { actor: `kubelet/${node.name}` };
  const object = joins
    ? notReadyYet(registration(node, toTimestamp(world.now)))
    : registration(node, toTimestamp(world.now));
  const { answer } = call(world, { verb: 'create', resource: 'nodes', object }, cause);
  if (isFailure(answer)) throw new Error(answer.message);
}

/** A kubelet that starts makes its Node anew, should somebody have deleted it; its addresses for Pods are then others. */
function registerAnew(world: World, kubelet: KubeletState): void {
  const { podCIDR: _old, ...machine } = kubelet.machine;
  if (!getObject(world.store, 'nodes', machine.name)) register(world, machine, true);
}

/** As a kubelet registers that has yet to start its parts. */
function notReadyYet(node: Registration): Registration {
  const { spec, status } = node;
  const conditions = status.conditions.map((condition) =>
    condition.type === 'Ready'
      ? { ...condition, status: 'False', reason: 'KubeletNotReady', message: 'CSINode is not yet initialized' }
      : condition,
  );
  const taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' as const };
  return { ...node, spec: { ...spec, taints: [...(spec.taints ?? []), taint] }, status: { ...status, conditions } };
}

type Registration = ReturnType<typeof registration>;

/** What a kubelet 1.36 with default settings says that it can do. */
const declaredFeatures = [
  'ExtendWebSocketsToKubelet',
  'InPlacePodLevelResourcesVerticalScaling',
  'InPlacePodVerticalScalingInitContainers',
  'RestartAllContainersOnContainerExits',
];

function registration(node: NodeToAdd, now: string) {
  const hostname = { 'kubernetes.io/hostname': node.name };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      labels: { ...hostname, ...node.labels },
      annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
    },
    spec: {
      ...(node.podCIDR && { podCIDR: node.podCIDR, podCIDRs: [node.podCIDR] }),
      ...(node.taints && { taints: node.taints }),
    },
    status: {
      capacity: node.capacity,
      allocatable: node.allocatable,
      conditions: nodeConditions(undefined, now),
      addresses: node.addresses,
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      declaredFeatures,
      nodeInfo: {
        architecture: 'amd64',
        bootID: '',
        containerRuntimeVersion: 'containerd://2.1.9',
        kernelVersion: '6.12.0',
        kubeProxyVersion: '',
        kubeletVersion: 'v1.36.2',
        machineID: '',
        operatingSystem: 'linux',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        systemUUID: '',
        ...node.nodeInfo,
      },
    },
  };
}

function kubeletOf(world: World, node: string): KubeletState {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) throw new Error(`no node ${node}`);
  return kubelet;
}

/** Cuts the power: containers and kubelet are gone in the instant; nothing is said to the API server. */
export function powerOff(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (isIn(kubelet.node, 'power.Off')) return;
  kubelet.node = advance(kubelet.node, { type: 'POWER_OFF' }, world.now);
  kubelet.boot++;
  stopRuntime(world, node);
}

/** Gives power again: the kubelet starts, registers, and starts what the API server says belongs here. */
export function powerOn(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (isIn(kubelet.node, 'power.On')) return;
  kubelet.node = advance(kubelet.node, { type: 'POWER_ON' }, world.now);
  beginKubelet(world, node, true);
}

/** Cuts the network of a node: containers run on, the kubelet reaches no API server and hears nothing of it. */
export function cutOff(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  kubelet.node = advance(kubelet.node, { type: 'CUT_OFF' }, world.now);
}

/** Joins the network again: the kubelet lists its Pods anew and writes what it could not write. */
export function reconnect(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (isIn(kubelet.node, 'network.Connected')) return;
  kubelet.node = advance(kubelet.node, { type: 'RECONNECT' }, world.now);
  listAnew(world, node);
}

/** Stops and starts the kubelet; containers run on and are found again. */
export function restartKubelet(world: World, node: string): void {
  if (!isIn(kubeletOf(world, node).node, 'kubelet.Running')) return;
  stopKubelet(world, node);
  startKubelet(world, node);
}

/** Stops the kubelet: containers run on, but nobody probes, starts or stops them, or says anything of them. */
export function stopKubelet(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (!isIn(kubelet.node, 'kubelet.Running')) return;
  kubelet.node = advance(kubelet.node, { type: 'KUBELET_STOPPED' }, world.now);
  kubelet.boot++;
}

/** Starts a kubelet that was stopped; it finds its containers again. Nothing on a node without power. */
export function startKubelet(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (isIn(kubelet.node, 'power.On') && isIn(kubelet.node, 'kubelet.Stopped')) beginKubelet(world, node, false);
}

/** The API server is back: what a kubelet does whose watches had ended. */
export function resumeKubelets(world: World): void {
  for (const [node, kubelet] of world.kubelets) {
    if (isIn(kubelet.node, 'kubelet.Running')) listAnew(world, node);
  }
}

/** Takes a machine and its kubelet out for good; its Node is the API's. */
export function removeMachine(world: World, node: string): void {
  powerOff(world, node);
  world.kubelets.delete(node);
  world.runtimes.delete(node);
}

function beginKubelet(world: World, node: string, hasRebooted: boolean): void {
  const kubelet = kubeletOf(world, node);
  kubelet.node = advance(kubelet.node, { type: 'KUBELET_STARTED' }, world.now);
  kubelet.imageBackOffs.clear();
  // What it has said before it does not know any more: it looks first, then speaks.
  for (const worker of kubelet.workers.values()) delete worker.status;
  if (reachesApi(world, kubelet)) registerAnew(world, kubelet);
  resumeAfterBoot(world, node, hasRebooted);
  beginHeartbeats(world, node);
  tellWhenStarted(world, node, kubelet.boot);
  listAnew(world, node);
}

/** What a watch that begins anew tells, and what that leads to at once: the Pods that are here, and those that are not any more. */
function listAnew(world: World, node: string): void {
  const kubelet = kubeletOf(world, node);
  if (!reachesApi(world, kubelet)) return;
  flushStatuses(world, node);
  flushEvents(world);
  const keys = new Set<string>();
  for (const pod of listIndexed(world.store, 'podsByNode', node)) {
    keys.add(pod.metadata.uid);
    noticePod(world, node, pod.metadata.uid, `${pod.metadata.namespace}/${pod.metadata.name}`);
  }
  for (const [uid, worker] of kubelet.workers) {
    if (!keys.has(uid)) noticePod(world, node, uid, `${worker.pod.metadata.namespace}/${worker.pod.metadata.name}`);
  }
}
