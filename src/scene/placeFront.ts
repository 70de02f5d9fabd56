import type { Rect } from './geometry.ts';
import { front } from './measures.ts';
import { type Slots, slotsNeeded } from './slots.ts';

/** A column of boxes in front of the nodes, which may take several boxes beside each other. */
export interface FrontColumn {
  rectOf(slot: number): Rect;
  /** The scale of its boxes: smaller than the front's where there are very many. */
  scale: number;
  width: number;
}

/** Boxes are set no lower and no narrower than these shares of the front scale; then the column grows broad instead. */
const lowest = 0.38;
const narrowest = 0.8;

/**
 * Lays out a column of boxes of one kind from `x`, `y` on, within `height`. With many boxes they become lower first,
 * then stand in several columns.
 */
export function placeFrontColumn(
  slots: Slots,
  size: { width: number; height: number },
  x: number,
  y: number,
  height: number,
  frontScale: number,
): FrontColumn {
  const count = slotsNeeded(slots);
  const rowsAt = (scale: number): number =>
    Math.max(1, Math.floor((height + front.between * scale) / ((size.height + front.between) * scale)));
  let scale = frontScale;
  while (rowsAt(scale) < count && scale - 0.25 >= frontScale * lowest) scale -= 0.25;
  const rows = Math.max(rowsAt(scale), Math.min(count, 4));
  const columns = Math.max(1, Math.ceil(count / rows));
  const width = size.width * Math.max(scale, frontScale * narrowest);
  const step = { x: width + front.between * scale, y: (size.height + front.between) * scale };
  return {
    scale,
    width: columns * step.x - front.between * scale,
    rectOf: (slot) => ({
      x: x + Math.floor(slot / rows) * step.x,
      y: y + (slot % rows) * step.y,
      width,
      height: size.height * scale,
    }),
  };
}
