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
