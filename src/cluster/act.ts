import type { Pod, Stored } from '../api/objects.ts';
import type { TankAction } from './actions.ts';
import { addNode, cutOff, powerOff, powerOn, reconnect, restartKubelet } from './kubelet/node.ts';
import { setRequestRate } from './network/traffic.ts';
import { killContainer } from './runtime/runtime.ts';
import { machine } from './scenario/machine.ts';
import { getObject } from './world/store.ts';
import type { World } from './world/world.ts';

const onNodes = { powerOff, cutOff, reconnect, restartKubelet };

/** Why an action cannot be done: there is no such node or client, or no such container runs. Undefined where it can. */
export function refusedAction(world: World, action: TankAction): string | undefined {
  switch (action.type) {
    case 'powerOff':
    case 'cutOff':
    case 'reconnect':
    case 'restartKubelet': {
      const unknown = action.nodes.find((node) => !world.kubelets.has(node));
      return unknown === undefined ? undefined : `no node ${unknown}`;
    }
    case 'powerOn':
      return undefined;
    case 'setRequestRate':
      return world.network.clients.has(action.client) ? undefined : `no client ${action.client}`;
    case 'killContainer':
      return runningContainer(world, action)
        ? undefined
        : `no running container ${action.container} in pod ${action.namespace}/${action.pod}`;
  }
}

/** Does to the cluster what no API call does. Throws, before anything is done, where `refusedAction` has a reason. */
export function act(world: World, action: TankAction): void {
  const refused = refusedAction(world, action);
  if (refused !== undefined) throw new Error(refused);
  switch (action.type) {
    case 'powerOff':
    case 'cutOff':
    case 'reconnect':
    case 'restartKubelet':
      for (const node of action.nodes) onNodes[action.type](world, node);
      return;
    case 'powerOn':
      for (const node of action.nodes) startMachine(world, node, action.labels);
      return;
    case 'setRequestRate':
      setRequestRate(world, action.client, action.perSecond);
      return;
    case 'killContainer':
      kill(world, action);
  }
}

function startMachine(world: World, name: string, labels: Record<string, string> = {}): void {
  if (world.kubelets.has(name)) powerOn(world, name);
  else addNode(world, machine(world.kubelets.size, { name, labels }));
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
