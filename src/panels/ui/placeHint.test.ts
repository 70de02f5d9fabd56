import { describe, expect, it } from 'vitest';
import { placeHint } from './placeHint.ts';

const window = { width: 1000, height: 600 };
const hint = { width: 100, height: 24 };
const owner = (left: number, top: number) =>
  ({ left, top, width: 28, height: 28, right: left + 28, bottom: top + 28 }) as DOMRect;

describe('a tooltip', () => {
  it('stands below the middle of its owner', () => {
    expect(placeHint(owner(400, 100), hint, window)).toEqual({ left: 364, top: 134 });
  });

  it('stands above where there is no room below', () => {
    expect(placeHint(owner(400, 560), hint, window)).toEqual({ left: 364, top: 530 });
  });

  it('never leaves the window', () => {
    expect(placeHint(owner(0, 100), hint, window).left).toBe(8);
    expect(placeHint(owner(972, 100), hint, window).left).toBe(892);
  });
});
