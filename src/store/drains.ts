import { create } from 'zustand';

/** How the draining of a node goes: kubectl drain as it runs, or ran last. */
export interface Drain {
  /** What kubectl printed, line by line. */
  lines: readonly string[];
  /** Pods that are to go, and those that have. */
  evicting: readonly string[];
  evicted: readonly string[];
  /** Pods that a disruption budget holds back just now. */
  held: readonly string[];
  state: 'running' | 'done' | 'failed' | 'cancelled';
  cancel(): void;
}

/** By node. */
export const useDrains = create<{ drains: Readonly<Record<string, Drain>> }>(() => ({ drains: {} }));

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
