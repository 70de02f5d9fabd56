import { describe, expect, it } from 'vitest';
import { machines } from '../../../cluster/kubelet/machines/registry.ts';
import { chartOf, statesOf } from './chart.ts';
import { layoutChart, type Point, type Rectangle } from './layout.ts';

const cases = Object.entries(machines).flatMap(([name, machine]) =>
  [280, 328, 420, 560, 800].map((width) => ({ name, width, chart: chartOf(machine) })),
);

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The stretch between two corners as a rectangle of no width, a little inside of its ends. */
function stretch(from: Point, to: Point): Rectangle {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return { x: x + 0.01, y: y + 0.01, width: Math.max(0.001, width - 0.02), height: Math.max(0.001, height - 0.02) };
}

describe.each(cases)('the picture of $name at $width px', ({ chart, width }) => {
  const layout = layoutChart(chart, width);
  const heads = layout.boxes.map(({ path, head }) => ({ path, head }));

  it('has every state and every transition of the machine', () => {
    const states = [...statesOf(chart.root)].map(({ path }) => path).filter((path) => path !== '');
    expect(
      layout.boxes
        .map(({ path }) => path)
        .filter((path) => path !== '')
        .sort(),
    ).toEqual(states.sort());
    const drawn = layout.labels.flatMap(({ transitions }) => transitions);
    expect(drawn).toHaveLength(chart.transitions.length);
    expect(new Set(drawn)).toEqual(new Set(chart.transitions));
  });

  it('has no two boxes upon each other, and nested ones within their frame', () => {
    for (const a of layout.boxes) {
      for (const b of layout.boxes) {
        if (a === b || !overlap(a, b)) continue;
        const [outer, inner] = a.path.length < b.path.length ? [a, b] : [b, a];
        expect(inner.path.startsWith(`${outer.path}.`), `${a.path} over ${b.path}`).toBe(true);
        expect(inner.x).toBeGreaterThan(outer.x);
        expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width);
        expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height);
        expect(inner.y).toBeGreaterThan(outer.head.y + outer.head.height);
      }
    }
  });

  it('has no label upon a box or another label', () => {
    for (const [index, label] of layout.labels.entries()) {
      for (const { path, head } of heads) expect(overlap(label, head), `${label.lines} on ${path}`).toBe(false);
      for (const other of layout.labels.slice(index + 1))
        expect(overlap(label, other), `${label.lines} on ${other.lines}`).toBe(false);
    }
  });

  it('has no line through a box or a label', () => {
    for (const { points, sources } of layout.wires) {
      for (const [index, to] of points.slice(1).entries()) {
        const piece = stretch(points[index]!, to);
        for (const { path, head } of heads) expect(overlap(piece, head), `${sources} through ${path}`).toBe(false);
        for (const label of layout.labels) expect(overlap(piece, label), `${sources} on ${label.lines}`).toBe(false);
      }
    }
  });

  it('leads each arrow from where its state is, to where its target is', () => {
    for (const { transitions } of layout.labels) {
      for (const { from, to } of transitions) {
        const target = layout.boxes.find(({ path }) => path === (to ?? from))!.head;
        const ends = layout.wires
          .filter(({ tip, sources }) => tip && sources.includes(from))
          .map((one) => one.points.at(-1)!);
        const touches = ({ x, y }: Point) =>
          x >= target.x && x <= target.x + target.width && y >= target.y && y <= target.y + target.height;
        expect(ends.some(touches), `${from} to ${to}`).toBe(true);
      }
    }
  });

  it('stays within its width wherever the names leave it room', () => {
    if (width >= 328) expect(layout.width).toBeLessThanOrEqual(width);
    for (const { x, y, width: wide, height } of [...layout.boxes, ...layout.labels]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
  });
});
