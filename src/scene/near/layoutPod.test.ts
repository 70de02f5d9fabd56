import { assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../geometry.ts';
import { layoutPod, type PodLayout } from './layoutPod.ts';
import { openPod } from './openPod.ts';
import { insideOf, podOf } from './testing/rich.ts';

const widthOf = (text: string): number => text.length * 7.2;

/** All that has a place of its own; a card's lines and the plugs on it are looked at apart. */
function parts({ head, second, network, through, cards, volumes }: PodLayout): Rect[] {
  const own = [head, second, ...cards.map(({ rect }) => rect), ...volumes.map(({ rect }) => rect)];
  return [
    ...own,
    ...(network ? [network.rect, ...network.plugs.map(({ rect }) => rect)] : []),
    ...(through ? [through.rect] : []),
  ];
}

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

const shapes = record({
  init: integer({ min: 0, max: 3 }),
  main: integer({ min: 1, max: 7 }),
  volumes: integer({ min: 0, max: 6 }),
  /** Zoom and type scale. */
  k: integer({ min: 17, max: 70 }),
  scale: constantFrom(1, 1.3, 1.6, 2.08),
});

describe('an opened Pod', () => {
  it('has nothing that overlaps or leaves it, at any zoom, type size and number of parts', () => {
    assert(
      property(shapes, ({ init, main, volumes, k, scale }) => {
        const room = {
          width: 16.8 * k,
          height: 8 * k,
          line: Math.round(15.6 * scale),
          widthOf: (text: string) => widthOf(text) * scale,
        };
        const pod = podOf({ init, main, volumes });
        const layout = layoutPod(openPod(pod, insideOf(pod)), room);
        const all = parts(layout);
        const whole = { x: 0, y: 0, width: room.width, height: room.height };
        for (const [index, part] of all.entries()) {
          expect(within(part, whole)).toBe(true);
          for (const other of all.slice(index + 1)) expect(overlap(part, other)).toBe(false);
        }
        for (const { rect, rows } of layout.cards)
          for (const [index, row] of rows.entries()) {
            expect(within(row.rect, rect)).toBe(true);
            for (const other of rows.slice(index + 1)) expect(overlap(row.rect, other.rect)).toBe(false);
          }
        const told = layout.cards.length + (layout.through?.containers.length ?? 0) + layout.hidden;
        expect(told).toBe(init + main);
        if (layout.network) expect(layout.volumes.length + layout.hiddenVolumes).toBe(volumes);
      }),
      { numRuns: 400 },
    );
  });

  it('shows ports as plugs on the cards of who listens, and localhost as an arrow onto the plug', () => {
    const pod = podOf({ init: 1, main: 2, volumes: 1 });
    const { network, through, volumes } = layoutPod(openPod(pod, insideOf(pod)), {
      width: 1100,
      height: 520,
      line: 16,
      widthOf,
    });
    expect(network?.plugs.map(({ port, container }) => [port, container])).toEqual([
      [8080, 'main-0'],
      [8081, 'main-1'],
    ]);
    expect(network?.arrows.map(({ from, to, port }) => [from, to, port])).toEqual([['main-1', 'main-0', 8080]]);
    expect(through?.containers.map(({ name }) => name)).toEqual(['init-0']);
    expect(volumes[0]?.links.length).toBe(2);
  });

  it('tells what matters most where there is room for little: state, countdown and probes before logs', () => {
    const pod = podOf({ init: 0, main: 1, volumes: 0 });
    const room = { width: 330, height: 156, line: 16, widthOf };
    const layout = layoutPod(openPod(pod, insideOf(pod)), room);
    const kinds = layout.cards[0]?.rows.map(({ row }) => row.kind);
    expect(kinds).toContain('title');
    expect(kinds).toContain('probe');
    expect(kinds?.filter((kind) => kind === 'log').length).toBeLessThanOrEqual(1);
  });
});
