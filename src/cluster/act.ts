import type { Node, Pod, Stored } from '../api/objects.ts';
import type { TankAction } from './actions.ts';
import { call } from './apiserver/apiserver.ts';
import { connectionRefused } from './controlPlane.ts';
import { isIn } from './kubelet/machines/advance.ts';
import {
  addNode,
  cutOff,
  type NodeToAdd,
  powerOff,
  powerOn,
  reconnect,
  removeMachine,
  restartKubelet,
  startKubelet,
  stopKubelet,
} from './kubelet/node.ts';
import { setRequestRate } from './network/traffic.ts';
import { startPart, stopPart } from './parts.ts';
import { declareImage, refusedImage } from './runtime/images/declare.ts';
import { killContainer } from './runtime/runtime.ts';
import { machine } from './scenario/machine.ts';
import { beginUpgrade, refusedUpgrade } from './upgrade/upgrade.ts';
import { getObject, listObjects } from './world/store.ts';
import type { World } from './world/world.ts';

const onNodes = { powerOff, cutOff, reconnect, restartKubelet, stopKubelet, startKubelet };

/** Why an action cannot be done: there is no such node or client, or no such container runs. Undefined where it can. */
export function refusedAction(world: World, action: TankAction): string | undefined {
  switch (action.type) {
    case 'powerOff':
    case 'cutOff':
    case 'reconnect':
    case 'restartKubelet':
    case 'stopKubelet':
      return unknownNode(world, action.nodes);
    case 'outside':
      return unknownNode(world, action.nodes) ?? refusedAmount(Math.min(action.memory, action.disk));
    case 'slow':
      return unknownNode(world, action.nodes) ?? refusedFactor(action.factor);
    case 'startKubelet':
      return unknownNode(world, action.nodes) ?? withoutPower(world, action.nodes);
    case 'powerOn':
      // A machine that joins the cluster must find somebody to register with.
      return world.stoppedParts.has('apiserver') && unknownNode(world, action.nodes) ? connectionRefused : undefined;
    case 'removeNode':
      return unknownNode(world, [action.node]) ?? (world.stoppedParts.has('apiserver') ? connectionRefused : undefined);
    case 'upgrade':
      return unknownNode(world, [action.node]) ?? refusedUpgrade(world, action.node, action.version);
    case 'stopPart':
    case 'startPart':
      return undefined;
    case 'setRequestRate':
      return world.network.clients.has(action.client) ? undefined : `no client ${action.client}`;
    case 'killContainer':
      return runningContainer(world, action)
        ? undefined
        : `no running container ${action.container} in pod ${action.namespace}/${action.pod}`;
    case 'declareImage':
      return refusedImage(world, action.image);
  }
}

function unknownNode(world: World, nodes: readonly string[]): string | undefined {
  const unknown = nodes.find((node) => !world.kubelets.has(node));
  return unknown === undefined ? undefined : `no node ${unknown}`;
}

function withoutPower(world: World, nodes: readonly string[]): string | undefined {
  const off = nodes.find((node) => {
    const kubelet = world.kubelets.get(node);
    return kubelet && isIn(kubelet.node, 'power.Off');
  });
  return off === undefined ? undefined : `node ${off} has no power`;
}

const refusedAmount = (least: number): string | undefined =>
  least >= 0 ? undefined : 'amounts of 0 or more are needed';

/** Faster than usual is not to be had, and an end must be in sight. */
const slowest = 1000;

const refusedFactor = (factor: number): string | undefined =>
  factor >= 1 && factor <= slowest ? undefined : `a factor from 1 to ${slowest} is needed`;

/** Does to the cluster what no API call does. Throws, before anything is done, where `refusedAction` has a reason. */
export function act(world: World, action: TankAction): void {
  const refused = refusedAction(world, action);
  if (refused !== undefined) throw new Error(refused);
  switch (action.type) {
    case 'powerOff':
    case 'cutOff':
    case 'reconnect':
    case 'restartKubelet':
    case 'stopKubelet':
    case 'startKubelet':
      for (const node of action.nodes) onNodes[action.type](world, node);
      return;
    case 'powerOn':
      for (const node of action.nodes) startMachine(world, node, action.labels);
      return;
    case 'slow':
      for (const node of action.nodes) setSlowness(world, node, action.factor);
      return;
    case 'outside':
      for (const node of action.nodes) takeOutside(world, node, action);
      return;
    case 'removeNode':
      removeMachine(world, action.node);
      call(
        world,
        { verb: 'delete', resource: 'nodes', name: action.node },
        { actor: 'cloud-node-lifecycle-controller' },
      );
      return;
    case 'upgrade':
      beginUpgrade(world, action.node, action.version);
      return;
    case 'stopPart':
      stopPart(world, action.part);
      return;
    case 'startPart':
      startPart(world, action.part);
      return;
    case 'setRequestRate':
      setRequestRate(world, action.client, action.perSecond);
      return;
    case 'killContainer':
      kill(world, action);
      return;
    case 'declareImage':
      declareImage(world, action.image);
  }
}

function takeOutside(world: World, node: string, { memory, disk }: { memory: number; disk: number }): void {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) return;
  if (memory === 0 && disk === 0) delete kubelet.outside;
  else kubelet.outside = { memory, disk };
}

function setSlowness(world: World, node: string, factor: number): void {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) return;
  if (factor === 1) delete kubelet.slowness;
  else kubelet.slowness = factor;
}

function startMachine(world: World, name: string, labels: Record<string, string> = {}): void {
  if (world.kubelets.has(name)) powerOn(world, name);
  else addNode(world, machineLike(world, name, labels), true);
}

/** A machine as large as those that are there, in a zone only where they are in zones. */
function machineLike(world: World, name: string, labels: Record<string, string>): NodeToAdd {
  const usual = machine(freeIndex(world), { name, labels });
  const [other] = world.kubelets.values();
  if (!other) return usual;
  const { capacity, allocatable, nodeInfo, labels: known = {} } = other.machine;
  const kept = Object.entries(usual.labels ?? {}).filter(([key]) => key in known || key in labels);
  return { ...usual, labels: Object.fromEntries(kept), capacity, allocatable, ...(nodeInfo && { nodeInfo }) };
}

/** The number of a machine whose addresses nobody has. */
function freeIndex(world: World): number {
  const taken = new Set(listObjects<Stored<Node>>(world.store, 'nodes').map(({ spec }) => spec?.podCIDR));
  let index = world.kubelets.size;
  while (taken.has(machine(index).podCIDR)) index++;
  return index;
}

type KillContainer = TankAction & { type: 'killContainer' };

function kill(world: World, action: KillContainer): void {
  const running = runningContainer(world, action);
  if (running) killContainer(world, running.node, running.id);
}

function runningContainer(world: World, { namespace, pod: name, container }: KillContainer) {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', `${namespace}/${name}`);
  const { containerStatuses = [], initContainerStatuses = [] } = pod?.status ?? {};
  const status = [...containerStatuses, ...initContainerStatuses].find((candidate) => candidate.name === container);
  const id = status?.containerID?.replace(/^containerd:\/\//, '');
  const node = pod?.spec?.nodeName;
  return node && id && status?.state?.running ? { node, id } : undefined;
}
