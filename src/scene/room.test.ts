import { describe, expect, it } from 'vitest';
import { overlaps } from './geometry.ts';
import { cellOf, roomMeasure, roomSizeFor, roomSizes, slotRect } from './room.ts';

describe('rooms', () => {
  it.each(roomSizes.map((size, index) => [index, size] as const))('hold all their slots in size %i', (index, size) => {
    const cells = Array.from({ length: size.columns * size.rows }, (_, slot) => cellOf(slot));
    expect(new Set(cells.map(({ column, row }) => `${column},${row}`)).size).toBe(cells.length);
    for (const { column, row } of cells) {
      expect(column).toBeLessThan(size.columns);
      expect(row).toBeLessThan(size.rows);
    }
    const measure = roomMeasure(index);
    const last = slotRect({ x: 0, y: 0 }, measure.head, cells.length - 1);
    expect(last.x + last.width).toBeLessThan(measure.width);
    expect(last.y + last.height).toBeLessThan(measure.height);
  });

  it('have a size for the 110 Pods of a kubelet, and a place for those beyond the largest', () => {
    const size = roomSizes[roomSizeFor(110)];
    expect(size && size.columns * size.rows).toBeGreaterThanOrEqual(110);
    const rects = Array.from({ length: 600 }, (_, slot) => slotRect({ x: 0, y: 0 }, 52, slot));
    expect(rects.slice(500).some((a, i) => rects.slice(500).some((b, j) => i < j && overlaps(a, b)))).toBe(false);
  });
});
