import type { Point, Rect } from '../geometry.ts';

/** Ways between plots at a card scale, in world pixels: from far away they must still part what stands apart. */
export const plotGap = (scale: number): Point => ({ x: 72 + 32 * (scale - 1), y: 64 + 32 * (scale - 1) });

/** What a screen is like that one has in mind: wider than high. */
const aspect = 1400 / 720;

/**
 * Sets rectangles in rows, in their order: where each has its upper left corner, and how much room all take. The rows
 * are as wide as `width` (which one rectangle alone may exceed).
 */
export function pack(sizes: readonly Size[], width: number, gap: Point): { corners: Point[]; bounds: Size } {
  const corners: Point[] = [];
  let [x, y, high, widest] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (x > 0 && x + size.width > width) {
      x = 0;
      y += high + gap.y;
      high = 0;
    }
    corners.push({ x, y });
    x += size.width + gap.x;
    high = Math.max(high, size.height);
    widest = Math.max(widest, x - gap.x);
  }
  return { corners, bounds: { width: widest, height: y + high } };
}

type Size = Pick<Rect, 'width' | 'height'>;

/** How large all is drawn on that screen: what is to be as large as it can be. */
const zoomOf = ({ width, height }: Size): number => 1 / Math.max(width, height * aspect, 1);

/** Rows as wide as these many times the best are kept: a new row below is better than to move everything. */
const worthMoving = 1.4;

/**
 * The width of the rows that shows all largest. `kept` is the width of before: it stays for as long as another would not
 * show all much larger, so that one workload more does not move the others.
 */
export function rowWidth(sizes: readonly Size[], gap: Point, kept: number | undefined): number {
  const widths = new Set<number>();
  let sum = 0;
  for (const size of sizes) {
    sum += size.width;
    widths.add(sum);
    sum += gap.x;
  }
  const zoomAt = (width: number): number => zoomOf(pack(sizes, width, gap).bounds);
  let best = { width: kept ?? 0, zoom: kept === undefined ? 0 : zoomAt(kept) * worthMoving };
  for (const width of candidates([...widths])) {
    const zoom = zoomAt(width);
    if (zoom > best.zoom) best = { width, zoom };
  }
  return best.width;
}

/** Not all of hundreds of widths are tried: some forty, the narrow ones more densely. */
function candidates(widths: readonly number[]): number[] {
  if (widths.length <= 40) return [...widths];
  return widths.filter((_width, index) => index < 20 || index % Math.ceil(widths.length / 20) === 0);
}
