import { between, type Rect } from './geometry.ts';
import type { PodBox, Scene } from './scene.ts';
import { durations } from './transitions.ts';

/** The same Pods on their way from one arrangement to another. It is the view that changes, not the cluster: wall time. */
export interface Flight {
  /** Where each Pod comes from, by its id. */
  from: ReadonlyMap<string, Rect>;
  /** Milliseconds on the wall's clock; undefined until its first frame. */
  start: number | undefined;
}

/** The flight of the Pods that are in both scenes; undefined where there are none. */
export function flightBetween(before: Scene, after: Scene): Flight | undefined {
  const from = new Map<string, Rect>();
  for (const { id } of after.pods) {
    const old = before.boxes.get(id);
    if (old) from.set(id, { x: old.x, y: old.y, width: old.width, height: old.height });
  }
  return from.size === 0 ? undefined : { from, start: undefined };
}

/**
 * The Pods as they are on the way at `wall`, each with its rectangle; who was not there before waits at its place.
 * Undefined once all have arrived.
 */
export function flightAt(
  { from, start = 0 }: Flight,
  pods: readonly PodBox[],
  wall: number,
): { pod: PodBox; rect: Rect }[] | undefined {
  const share = (wall - start) / durations.move;
  if (share >= 1) return undefined;
  const eased = 1 - (1 - Math.max(0, share)) ** 3;
  return pods.map((pod) => ({ pod, rect: between(from.get(pod.id) ?? pod, pod, eased) }));
}
