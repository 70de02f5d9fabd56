import type { Pod, Stored } from '../api/objects.ts';
import type { TankAction } from './actions.ts';
import { addNode, cutOff, powerOff, powerOn, reconnect, restartKubelet } from './kubelet/node.ts';
import { setRequestRate } from './network/traffic.ts';
import { killContainer } from './runtime/runtime.ts';
import { machine } from './scenario/machine.ts';
import { getObject } from './world/store.ts';
import type { World } from './world/world.ts';

const onNodes = { powerOff, cutOff, reconnect, restartKubelet };

/** Does to the cluster what no API call does. Throws where there is no such node, client or container. */
export function act(world: World, action: TankAction): void {
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

function kill(world: World, { namespace, pod: name, container }: TankAction & { type: 'killContainer' }): void {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', `${namespace}/${name}`);
  const { containerStatuses = [], initContainerStatuses = [] } = pod?.status ?? {};
  const status = [...containerStatuses, ...initContainerStatuses].find((candidate) => candidate.name === container);
  const id = status?.containerID?.replace(/^containerd:\/\//, '');
  const node = pod?.spec?.nodeName;
  if (!node || !id || !status?.state?.running)
    throw new Error(`no running container ${container} in pod ${namespace}/${name}`);
  killContainer(world, node, id);
}
