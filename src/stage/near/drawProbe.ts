import { nt } from '../../i18n/near.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { ProbeCounter } from '../../scene/near/probeCounter.ts';
import { check, cross, disc } from '../draw/glyphs.ts';
import type { Paint } from '../draw/paint.ts';
import { textWidth, write } from '../draw/text.ts';

/** More ticks than this are not drawn: the numbers tell. */
const mostTicks = 10;
const tick = { width: 5, gap: 3 };

/** A probe in a line: its kind, how it stands, a tick for each failure in a row of those that it takes, and when it asks again. */
export function drawProbe(paint: Paint, probe: ProbeCounter, rect: Rect, now: number): void {
  const { context, palette } = paint;
  const y = rect.y + rect.height / 2;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  const name = Math.min(textWidth(paint, 'readiness', quiet), rect.width * 0.4);
  write(paint, probe.kind, rect.x, y, name + 1, quiet);
  let x = rect.x + name + 10;
  const colour = { Success: palette.good, Failure: palette.bad, Unknown: palette.waiting, NoContainer: palette.quiet };
  context.beginPath();
  context.strokeStyle = colour[probe.standing ?? 'NoContainer'];
  context.lineWidth = 1.75;
  const glyph = probe.standing === 'Success' ? check : probe.standing === 'Failure' ? cross : disc;
  glyph(context, x + 4, y, 3.5);
  context.stroke();
  x += 14;
  const end = rect.x + rect.width;
  const soon = probe.nextAt === undefined ? '' : nt('near.seconds', { seconds: secondsTo(probe.nextAt, now) });
  const wait = textWidth(paint, soon, quiet);
  const count = `${probe.count}/${probe.of}`;
  const counter = textWidth(paint, count, quiet);
  const ticks = Math.min(probe.of, mostTicks) * (tick.width + tick.gap);
  const isBad = probe.counts === 'Failure';
  if (probe.of <= mostTicks && x + ticks + counter + 6 <= end) {
    drawTicks(paint, probe, x, y, isBad ? palette.bad : palette.good);
    x += ticks + 4;
  }
  const tone = probe.count === 0 ? palette.textQuiet : isBad ? palette.bad : palette.good;
  x += write(paint, count, x, y, end - x, { ...quiet, colour: tone }) + 10;
  if (x + wait <= end) write(paint, soon, end, y, wait + 1, { ...quiet, align: 'right' });
}

/** Those counted stand up, those still to come lie flat. */
function drawTicks({ context, palette }: Paint, probe: ProbeCounter, x: number, y: number, colour: string): void {
  for (let index = 0; index < probe.of; index++) {
    const left = x + index * (tick.width + tick.gap);
    const isCounted = index < probe.count;
    context.fillStyle = isCounted ? colour : palette.textQuiet;
    if (isCounted) context.fillRect(left, y - 5, tick.width, 10);
    else context.fillRect(left, y + 3, tick.width, 2);
  }
}

const secondsTo = (at: number, now: number): number => Math.max(0, Math.ceil((at - now) / 1000));
