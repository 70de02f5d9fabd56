import { onGrid, type Point, type Rect } from './geometry.ts';

/** A Pod's size and the ways between Pods, in world pixels. */
export const podSize = { width: 168, height: 80 };
export const podGap = { x: 12, y: 16 };
const padding = 20;
/** Below the Pods: what the scheduler goes by of the node, in two lines. */
export const roomFooter = 48;

/**
 * The sizes a node's room may have, in slots across and down. Each holds all smaller ones in its upper left corner, so
 * a room that grows leaves every Pod where it was. The last but few hold the kubelet's default of 110 Pods.
 */
export const roomSizes: readonly { columns: number; rows: number }[] = [
  { columns: 2, rows: 2 },
  { columns: 2, rows: 3 },
  { columns: 3, rows: 3 },
  { columns: 3, rows: 4 },
  { columns: 4, rows: 5 },
  { columns: 5, rows: 6 },
  { columns: 5, rows: 8 },
  { columns: 6, rows: 10 },
  { columns: 8, rows: 14 },
  { columns: 10, rows: 25 },
  { columns: 16, rows: 32 },
];

const lastSize = roomSizes.length - 1;

/** The index in `roomSizes` of the smallest room with so many slots; the last one if none has. */
export function roomSizeFor(slots: number): number {
  const found = roomSizes.findIndex((size) => size.columns * size.rows >= slots);
  return found < 0 ? lastSize : found;
}

/** A slot's place among the slots. */
export interface Cell {
  column: number;
  row: number;
}

/**
 * Slot by slot, where it is in each of these sizes that has it; each size must hold all smaller ones. Slots beyond the
 * largest follow below it.
 */
export function nestedCells(sizes: readonly { columns: number; rows: number }[]): (slot: number) => Cell {
  const cells: Cell[] = [];
  for (const [index, size] of sizes.entries()) {
    const inner = sizes[index - 1] ?? { columns: 0, rows: 0 };
    for (let row = 0; row < size.rows; row++)
      for (let column = 0; column < size.columns; column++)
        if (column >= inner.columns || row >= inner.rows) cells.push({ column, row });
  }
  const { columns, rows } = sizes.at(-1) ?? { columns: 1, rows: 0 };
  return (slot) => {
    const beyond = slot - cells.length;
    return cells[slot] ?? { column: beyond % columns, row: rows + Math.floor(beyond / columns) };
  };
}

/** Column and row of a slot of a node's room. */
export const cellOf = nestedCells(roomSizes);

/** Width, height and the height of the head with the node's name. Large rooms have large heads, readable from far. */
export function roomMeasure(sizeIndex: number): { width: number; height: number; head: number } {
  const { columns, rows } = roomSizes[sizeIndex] ?? { columns: 2, rows: 2 };
  const inner = rows * (podSize.height + podGap.y) - podGap.y;
  const head = Math.max(52, onGrid(inner * 0.13));
  return {
    width: columns * (podSize.width + podGap.x) - podGap.x + 2 * padding,
    height: head + podGap.y + inner + padding / 2 + roomFooter,
    head,
  };
}

/** Where a slot is, in a room whose upper left corner is `corner`. */
export function slotRect(corner: Point, head: number, slot: number): Rect {
  const { column, row } = cellOf(slot);
  return {
    x: corner.x + padding + column * (podSize.width + podGap.x),
    y: corner.y + head + podGap.y + row * (podSize.height + podGap.y),
    width: podSize.width,
    height: podSize.height,
  };
}
