import { type Drain, useDrains } from '../store/drains.ts';
import type { Action, ActionContext } from './action.ts';
import { selectedNode } from './targets.ts';

const drainOf = (node: string): Drain | undefined => useDrains.getState().drains[node];

const isDraining = (context: ActionContext): boolean =>
  drainOf(selectedNode(context)?.metadata.name ?? '')?.state === 'running';

export const drainAction: Action = {
  id: 'drain',
  group: 'node',
  title: 'action.drain',
  titleNow: (context) => (isDraining(context) ? 'action.drainCancel' : 'action.drain'),
  icon: 'drain',
  iconNow: (context) => (isDraining(context) ? 'close' : 'drain'),
  shortcuts: ['Shift+d'],
  enabled: (context) => context.client !== undefined && selectedNode(context) !== undefined,
  async run(context) {
    const node = selectedNode(context)?.metadata.name;
    if (!node) return;
    if (isDraining(context)) drainOf(node)?.cancel();
    else await (await import('./drainNode.ts')).drain(context, node);
  },
};
