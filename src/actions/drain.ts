import { afterLine, type Drain, useDrains } from '../store/drains.ts';
import type { Action, ActionContext } from './action.ts';
import { runKubectl } from './runKubectl.ts';
import { selectedNode } from './targets.ts';

const drainOf = (node: string): Drain | undefined => useDrains.getState().drains[node];

const change = (node: string, update: (drain: Drain) => Drain): void =>
  useDrains.setState(({ drains }) => {
    const drain = drains[node];
    return drain ? { drains: { ...drains, [node]: update(drain) } } : {};
  });

/** `kubectl drain`, with the flags without which it refuses nearly every node; what nothing owns still stops it. */
async function drain({ client }: ActionContext, node: string): Promise<void> {
  if (!client) return;
  const control = new AbortController();
  const begun: Drain = {
    lines: [],
    evicting: [],
    evicted: [],
    held: [],
    state: 'running',
    cancel: () => control.abort(),
  };
  useDrains.setState(({ drains }) => ({ drains: { ...drains, [node]: begun } }));
  try {
    await runKubectl(client, ['drain', node, '--ignore-daemonsets', '--delete-emptydir-data'], {
      signal: control.signal,
      line: (text) => change(node, (known) => afterLine(known, text)),
    });
    change(node, (known) => ({ ...known, state: 'done' }));
  } catch (problem) {
    change(node, (known) => ({ ...known, held: [], state: control.signal.aborted ? 'cancelled' : 'failed' }));
    if (!control.signal.aborted) throw problem;
  }
}

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
    else await drain(context, node);
  },
};
