import { centreOf, type Rect } from './geometry.ts';
import type { Box, Scene } from './scene.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The next box in a direction, as an arrow key asks for it: the nearest one that lies within an eighth of a turn of the
 * direction, sideways counting double. From within a room to its neighbours' rooms one goes by way of the Pods.
 */
export function neighbourOf(scene: Scene, id: string, direction: Direction): Box | undefined {
  const start = scene.boxes.get(id);
  if (!start) return undefined;
  const from = centreOf(start);
  let best: { box: Box; cost: number } | undefined;
  for (const box of scene.boxes.values()) {
    if (box === start || inside(box, start) || inside(start, box)) continue;
    const to = centreOf(box);
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { box, cost };
  }
  return best?.box;
}

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
