/** A point in world coordinates: pixels at zoom 1. */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle in world coordinates. */
export interface Rect extends Point {
  width: number;
  height: number;
}

/** The grid on which everything stands, in world pixels. */
export const grid = 4;

/** The nearest length on the grid. */
export function onGrid(length: number): number {
  return Math.round(length / grid) * grid;
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function contains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The rectangle on the way from one to another; `share` 0 is the first, 1 the second. */
export function between(from: Rect, to: Rect, share: number): Rect {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}
