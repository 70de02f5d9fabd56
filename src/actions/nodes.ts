import type { TextKey } from '../i18n/i18n.ts';
import type { Action, ActionContext } from './action.ts';
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
    if (node) await context.client?.tank?.act({ type, nodes: [node.metadata.name] });
  },
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
];
