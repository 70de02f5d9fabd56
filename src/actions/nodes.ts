import type { TankAction } from '../client/client.ts';
import type { TextKey } from '../i18n/i18n.ts';
import { askTankParts, useTankParts } from '../store/tankParts.ts';
import type { Action, ActionContext } from './action.ts';
import { drainAction } from './drain.ts';
import type { IconName } from './icons.ts';
import { send } from './send.ts';
import { selectedNode } from './targets.ts';

async function setUnschedulable(context: ActionContext, unschedulable: true | null): Promise<void> {
  const name = selectedNode(context)?.metadata.name;
  if (!name) return;
  await send(context, {
    verb: 'patch',
    resource: 'nodes',
    name,
    patchType: 'strategic',
    patch: { spec: { unschedulable } },
  });
}

const outside = (
  type: 'powerOff' | 'powerOn' | 'cutOff' | 'reconnect' | 'restartKubelet',
  title: TextKey,
  icon: IconName,
  shortcuts: string[],
): Action => ({
  id: type,
  group: 'node',
  title,
  icon,
  shortcuts,
  enabled: (context) => context.client?.tank !== undefined && selectedNode(context) !== undefined,
  async run(context) {
    const node = selectedNode(context);
    if (node) await act(context, { type, nodes: [node.metadata.name] });
  },
});

async function act({ client }: ActionContext, action: TankAction): Promise<void> {
  await client?.tank?.act(action);
  await askTankParts(client);
}

const inTank = ({ client }: ActionContext): boolean => client?.tank !== undefined;
const nameOf = (context: ActionContext): string => selectedNode(context)?.metadata.name ?? '';
const hasStopped = (context: ActionContext): boolean =>
  useTankParts.getState().stoppedKubelets.includes(nameOf(context));
const isSlow = (context: ActionContext): boolean => useTankParts.getState().slow[nameOf(context)] !== undefined;

/** How many times longer all takes on a node that was slowed. */
const slowness = 10;

/** The kubelet's next patch version, to which a node can be upgraded: `v1.36.3` after `v1.36.2`. */
export function nextVersion(version: string): string {
  return version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
}

/** A name for one machine more: `node-4` after `node-3`. */
export function nextNodeName(names: Iterable<string>): string {
  const known = new Set(names);
  let number = known.size + 1;
  while (known.has(`node-${number}`)) number++;
  return `node-${number}`;
}

const onNode = (
  id: string,
  title: TextKey,
  icon: IconName,
  shortcuts: string[],
  action: (context: ActionContext, node: string) => TankAction,
  now: Pick<Action, 'titleNow' | 'iconNow'> = {},
): Action => ({
  id,
  group: 'node',
  title,
  icon,
  shortcuts,
  ...now,
  enabled: (context) => inTank(context) && selectedNode(context) !== undefined,
  run: (context) => act(context, action(context, nameOf(context))),
});

/** What one does to the selected node. */
export const nodeActions: readonly Action[] = [
  outside('powerOff', 'action.powerOff', 'powerOff', ['o']),
  outside('powerOn', 'action.powerOn', 'powerOn', ['Shift+o']),
  outside('cutOff', 'action.cutOff', 'cutOff', ['x']),
  outside('reconnect', 'action.reconnect', 'reconnect', ['Shift+x']),
  {
    id: 'cordon',
    group: 'node',
    title: 'action.cordon',
    titleNow: (context) => (selectedNode(context)?.spec?.unschedulable ? 'action.uncordon' : 'action.cordonOnly'),
    icon: 'cordon',
    iconNow: (context) => (selectedNode(context)?.spec?.unschedulable ? 'uncordon' : 'cordon'),
    shortcuts: ['c'],
    enabled: (context) => selectedNode(context) !== undefined,
    run: (context) => setUnschedulable(context, selectedNode(context)?.spec?.unschedulable ? null : true),
  },
  drainAction,
  onNode(
    'kubelet',
    'action.kubelet',
    'kubelet',
    ['Shift+k'],
    (context, node) => ({ type: hasStopped(context) ? 'startKubelet' : 'stopKubelet', nodes: [node] }),
    { titleNow: (context) => (hasStopped(context) ? 'action.startKubelet' : 'action.stopKubelet') },
  ),
  onNode(
    'slow',
    'action.slow',
    'slower',
    ['Shift+l'],
    (context, node) => ({ type: 'slow', nodes: [node], factor: isSlow(context) ? 1 : slowness }),
    { titleNow: (context) => (isSlow(context) ? 'action.slowEnd' : 'action.slow') },
  ),
  onNode('upgrade', 'action.upgrade', 'upgrade', ['Shift+u'], (context, node) => ({
    type: 'upgrade',
    node,
    version: nextVersion(selectedNode(context)?.status?.nodeInfo?.kubeletVersion ?? ''),
  })),
  onNode('removeNode', 'action.removeNode', 'trash', ['Shift+Delete'], (_context, node) => ({
    type: 'removeNode',
    node,
  })),
  {
    id: 'addNode',
    group: 'node',
    title: 'action.addNode',
    icon: 'plus',
    shortcuts: ['Shift+n'],
    enabled: inTank,
    run: (context) => act(context, { type: 'powerOn', nodes: [nextNodeName(context.cluster.nodes.keys())] }),
  },
];
