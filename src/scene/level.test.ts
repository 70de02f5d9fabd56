import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsizeEnd, ellipsizeMiddle } from './ellipsis.ts';
import { levelAt, levelZoom } from './level.ts';

describe('levels of detail', () => {
  it('follow the zoom', () => {
    expect(levelAt(0.1, 'near')).toBe('far');
    expect(levelAt(1, 'far')).toBe('middle');
    expect(levelAt(3, 'far')).toBe('near');
  });

  it('stay as they are between entering and leaving', () => {
    for (const level of ['middle', 'near'] as const) {
      const between = (levelZoom[level].enter + levelZoom[level].leave) / 2;
      const below = level === 'middle' ? 'far' : 'middle';
      expect(levelAt(between, level)).toBe(level);
      expect(levelAt(between, below)).toBe(below);
    }
  });
});

describe('shortened text', () => {
  const measure = (text: string): number => text.length * 7;

  it('keeps the suffix of a Pod name', () => {
    expect(ellipsizeMiddle('web-6d8c5d68f7-x2x8q', 14 * 7, measure)).toBe('web-6d8c…x2x8q');
    expect(ellipsizeMiddle('web-6d8c5d68f7-x2x8q', 6 * 7, measure)).toBe('…x2x8q');
    expect(ellipsizeEnd('CrashLoopBackOff', 8 * 7, measure)).toBe('CrashLo…');
  });

  it('is never too wide, and whole where it fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 300 }), (text, width) => {
        for (const shorten of [ellipsizeMiddle, ellipsizeEnd]) {
          const shown = shorten(text, width, measure);
          expect(measure(shown)).toBeLessThanOrEqual(Math.max(width, measure('')));
          if (measure(text) <= width) expect(shown).toBe(text);
        }
      }),
    );
  });
});
