import type { Pod, Stored } from '../../../api/objects.ts';
import type { Milliseconds } from '../../world/queue.ts';
import type { Change } from '../../world/store.ts';
import { isPodReady } from '../pods.ts';

/** By key: when to look again because a Pod that has become ready will have been so for long enough. */
export type ReadyLooks = Map<string, Milliseconds[]>;

/**
 * Where a Pod has become ready, its owners look again when it is available, and a second more. Source: updatePod of
 * the controllers of DaemonSets and StatefulSets.
 */
export function noteReady(
  looks: ReadyLooks,
  { object, previous, at }: Change,
  keys: readonly string[],
  minReadySeconds: (key: string) => number,
): void {
  if (!previous || object.metadata.deletionTimestamp) return;
  if (isPodReady(previous as Stored<Pod>) || !isPodReady(object as Stored<Pod>)) return;
  for (const key of keys) {
    const seconds = minReadySeconds(key);
    if (seconds > 0) looks.set(key, [...(looks.get(key) ?? []), at + (seconds + 1) * 1000]);
  }
}

/** The looks at a key that are still to come; the others are forgotten. */
export function comingLooks(looks: ReadyLooks, key: string, now: Milliseconds): Milliseconds[] {
  const coming = (looks.get(key) ?? []).filter((at) => at > now);
  if (coming.length > 0) looks.set(key, coming);
  else looks.delete(key);
  return coming;
}
