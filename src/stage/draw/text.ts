import { ellipsizeEnd, ellipsizeMiddle } from '../../scene/ellipsis.ts';
import type { Paint } from './paint.ts';

/** The sizes of type there are, in CSS pixels. */
export type TypeSize = 12 | 13 | 15 | 20 | 28;

export interface TextStyle {
  size: TypeSize;
  colour: string;
  mono?: boolean;
  weight?: 400 | 500 | 600;
  align?: 'left' | 'right' | 'center';
  /** Which part is left out where the text is too long; the end if not given. */
  shorten?: 'middle' | 'end';
}

/** Height of a line of this size, in CSS pixels. */
export const lineHeight = (paint: Paint, size: TypeSize): number => Math.round(size * 1.3 * paint.typeScale);

/** Widths by font and text. Names repeat from frame to frame, and measuring is most of the cost of writing. */
const widths = new Map<string, Map<string, number>>();
const fitted = new Map<string, string>();
const mostKept = 20_000;

/** Forgets what was measured: fonts have come. */
export function forgetMeasures(): void {
  widths.clear();
  fitted.clear();
}

function fontOf(paint: Paint, { size, mono, weight }: TextStyle): string {
  return `${weight ?? 400} ${size * paint.typeScale}px ${mono ? paint.fonts.mono : paint.fonts.text}`;
}

function measure({ context }: Paint, font: string, text: string): number {
  let known = widths.get(font);
  if (!known) {
    known = new Map();
    widths.set(font, known);
  }
  const width = known.get(text);
  if (width !== undefined) return width;
  if (known.size > mostKept) known.clear();
  if (context.font !== font) context.font = font;
  const measured = context.measureText(text).width;
  known.set(text, measured);
  return measured;
}

/** How wide a text is, in CSS pixels. */
export function textWidth(paint: Paint, text: string, style: TextStyle): number {
  return measure(paint, fontOf(paint, style), text);
}

/**
 * Writes one line whose middle is at `y`, never wider than `width`: too long a text is shortened, and what does not fit
 * at all is left out. Gives back how wide it came out.
 */
export function write(paint: Paint, text: string, x: number, y: number, width: number, style: TextStyle): number {
  if (text === '' || width < 8) return 0;
  const { context } = paint;
  const font = fontOf(paint, style);
  const shown = shortened(paint, font, text, width, style.shorten ?? 'end');
  if (shown === '') return 0;
  if (context.font !== font) context.font = font;
  context.fillStyle = style.colour;
  context.textBaseline = 'middle';
  context.textAlign = style.align ?? 'left';
  context.fillText(shown, x, y + 0.5);
  return measure(paint, font, shown);
}

function shortened(paint: Paint, font: string, text: string, width: number, shorten: 'middle' | 'end'): string {
  // Half a pixel more than there is: widths come with rounding errors, and nobody sees it.
  const whole = Math.floor(width) + 0.5;
  if (measure(paint, font, text) <= whole) return text;
  const id = `${font}|${whole}|${shorten}|${text}`;
  const known = fitted.get(id);
  if (known !== undefined) return known;
  if (fitted.size > mostKept) fitted.clear();
  const ellipsize = shorten === 'middle' ? ellipsizeMiddle : ellipsizeEnd;
  const shown = ellipsize(text, whole, (part) => measure(paint, font, part));
  fitted.set(id, shown);
  return shown;
}
