import type { Point, Rect } from '../geometry.ts';
import { podGap, podSize } from '../room.ts';
import { groundCell, groundSizes, type PlotSize } from './places.ts';

/** Measures of a tree of ownership at card scale 1, in world pixels. */
export const measure = {
  /** The card of the root, and those of ReplicaSets and Jobs. */
  root: 92,
  branch: 60,
  /** From one down to the next. */
  link: 20,
  /** From a branch to the next. */
  between: 36,
  /** Left of the Pods, where the line runs down to them. */
  rail: 20,
};

/** Where things are in a plot whose upper left corner is the origin. */
export interface Plot {
  width: number;
  height: number;
  root: Rect;
  /** The card of a branch; the ground itself follows below. Undefined where the root owns its Pods itself. */
  branch(slot: number): Rect | undefined;
  ground(slot: number): Rect;
}

/** Lays out a plot: the root's card across, the branches' cards below it beside each other, their Pods below these. */
export function plotOf({ ground, branches }: PlotSize, direct: boolean, scale: number): Plot {
  const { columns, rows } = groundSizes[ground] ?? { columns: 2, rows: 1 };
  const wide = measure.rail + columns * (podSize.width + podGap.x) - podGap.x;
  const high = rows * (podSize.height + podGap.y) - podGap.y;
  const root = measure.root * scale;
  const link = measure.link * scale;
  const branchTop = root + link;
  const groundTop = direct ? root + podGap.y : branchTop + measure.branch * scale + podGap.y;
  const left = (slot: number): number => slot * (wide + measure.between);
  const width = branches * wide + (branches - 1) * measure.between;
  return {
    width,
    height: groundTop + high,
    root: { x: 0, y: 0, width, height: root },
    branch: (slot) =>
      direct ? undefined : { x: left(slot), y: branchTop, width: wide, height: measure.branch * scale },
    ground: (slot) => ({ x: left(slot), y: groundTop, width: wide, height: high }),
  };
}

/** Where a Pod's slot is on a ground. */
export function podRect(ground: Point, slot: number): Rect {
  const { column, row } = groundCell(slot);
  return {
    x: ground.x + measure.rail + column * (podSize.width + podGap.x),
    y: ground.y + row * (podSize.height + podGap.y),
    ...podSize,
  };
}
