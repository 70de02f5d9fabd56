import type { Milliseconds } from '../world/queue.ts';
import type { Write } from './controller.ts';

/** The waiting work of one controller, as client-go's rate limiting queue keeps it, as plain data. */
export interface WorkQueue {
  /** Keys that wait for a pass. */
  dirty: Map<string, WaitingKey>;
  /** Keys whose pass is under way: they become dirty meanwhile, but no second pass begins. */
  processing: Map<string, Pass>;
  /** How often the passes over a key have failed in a row. */
  failures: Map<string, number>;
  /** When keys are to be added, of several times the earliest. */
  delayed: Map<string, Milliseconds>;
}

export interface WaitingKey {
  /** Not before the watch event has arrived. */
  due: Milliseconds;
  /** The first revision that woke it. */
  saw?: number;
}

/** A pass under way: the writes that are left to do. */
export interface Pass {
  saw?: number;
  writes: Write[];
  next: number;
  /** When to look again, counted from the beginning of the pass. */
  requeueAt?: Milliseconds;
  refused: boolean;
  /** Of objects written in this pass: the resourceVersion it had seen, to that of its own write. By `resource/key`. */
  written: Map<string, { seen: string; now: string }>;
}

export function createWorkQueue(): WorkQueue {
  return { dirty: new Map(), processing: new Map(), failures: new Map(), delayed: new Map() };
}

/**
 * Marks a key as waiting. Returns the time at which a pass over it is to begin, or undefined where one is already due
 * or under way (the end of which then begins the next).
 */
export function markDirty(queue: WorkQueue, key: string, due: Milliseconds, saw?: number): Milliseconds | undefined {
  if (queue.dirty.has(key)) return undefined;
  queue.dirty.set(key, saw === undefined ? { due } : { due, saw });
  return queue.processing.has(key) ? undefined : due;
}

/** The wait after the next failure of a key in a row; counts it. Source: client-go NewTypedItemExponentialFailureRateLimiter. */
export function nextBackOff(
  queue: WorkQueue,
  key: string,
  first: Milliseconds = 5,
  longest: Milliseconds = 1_000_000,
): Milliseconds {
  const before = queue.failures.get(key) ?? 0;
  queue.failures.set(key, before + 1);
  return Math.min(first * 2 ** before, longest);
}

/** Asks for a key to be added later. True where the queue must be woken at that time: no earlier waking is pending. */
export function delayAdd(queue: WorkQueue, key: string, at: Milliseconds): boolean {
  const pending = queue.delayed.get(key);
  if (pending !== undefined && pending <= at) return false;
  queue.delayed.set(key, at);
  return true;
}
