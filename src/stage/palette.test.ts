import { describe, expect, it } from 'vitest';
import { type Palette, paletteOf, type StageColourName, type StageTheme } from './palette.ts';

const themes: StageTheme[] = ['dark', 'light', 'contrast', 'projector'];
const tones = ['good', 'waiting', 'done', 'bad', 'quiet'] as const;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(palette: Palette, a: StageColourName, b: StageColourName): number {
  const [light = 0, dark = 0] = [luminance(palette[a]), luminance(palette[b])].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB. */
const deficiencies = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function lab(colour: string, matrix: number[]): [number, number, number] {
  const linear = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const seen = [0, 3, 6].map((row) => [0, 1, 2].reduce((sum, i) => sum + matrix[row + i]! * linear[i]!, 0));
  const [r, g, b] = seen.map((value) => Math.min(1, Math.max(0, value))) as [number, number, number];
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(themes)('the %s theme', (theme) => {
  const palette = paletteOf(theme);

  it('has text with a contrast of 4.5:1 on everything it is written on', () => {
    for (const ground of ['background', 'room', 'roomHead', 'box'] as const)
      for (const text of ['text', 'textQuiet', ...tones, 'accent'] as const)
        expect(contrast(palette, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const tone of tones)
      for (const text of ['text', 'textQuiet', tone] as const)
        expect(contrast(palette, text, `${tone}Fill`), `${text} on ${tone}Fill`).toBeGreaterThanOrEqual(4.5);
  });

  it('has marks with a contrast of 3:1', () => {
    for (const ground of ['background', 'room'] as const)
      for (const mark of [...tones, 'goodSolid', 'accent', 'request', 'answer', 'pulse'] as const)
        expect(contrast(palette, mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('has states whose hues stay apart under the common colour vision deficiencies', () => {
    for (const [name, matrix] of Object.entries(deficiencies))
      for (const [a, b] of [
        ['good', 'waiting'],
        ['good', 'bad'],
        ['good', 'done'],
        ['waiting', 'done'],
        ['bad', 'done'],
      ] as const) {
        const one = lab(palette[a], matrix);
        const other = lab(palette[b], matrix);
        const apart = Math.hypot(...one.map((value, index) => value - other[index]!));
        expect(apart, `${a} and ${b}, ${name}`).toBeGreaterThan(15);
      }
  });
});
