import { type Drain, useDrains } from '../store/drains.ts';
import type { ActionContext } from './action.ts';
import { runKubectl } from './runKubectl.ts';

const change = (node: string, update: (drain: Drain) => Drain): void =>
  useDrains.setState(({ drains }) => {
    const drain = drains[node];
    return drain ? { drains: { ...drains, [node]: update(drain) } } : {};
  });

/** `kubectl drain`, with the flags without which it refuses nearly every node; what nothing owns still stops it. */
export async function drain({ client }: ActionContext, node: string): Promise<void> {
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

/** The same drain after a line that kubectl printed. Source: the texts of src/kubectl/commands/drain.ts. */
export function afterLine(drain: Drain, line: string): Drain {
  const [, pod] = /^evicting pod (\S+)$/.exec(line) ?? [];
  const [, evicted] = /^pod\/(\S+) (?:evicted|deleted)$/.exec(line) ?? [];
  const [, held] = /^error when evicting pods\/"([^"]+)".*\(will retry after 5s\)/.exec(line) ?? [];
  const name = pod?.split('/').at(-1);
  const without = (gone: string | undefined) => drain.held.filter((one) => one !== gone);
  return {
    ...drain,
    lines: [...drain.lines, line].slice(-mostLines),
    evicting: name && !drain.evicting.includes(name) ? [...drain.evicting, name] : drain.evicting,
    evicted: evicted ? [...drain.evicted, evicted] : drain.evicted,
    held: held ? [...without(held), held] : without(evicted ?? name),
  };
}

const mostLines = 200;
