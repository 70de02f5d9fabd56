import type { Rect } from '../../scene/geometry.ts';
import { bytesText, coresText } from '../../scene/near/amounts.ts';
import type { Gauge } from '../../scene/near/openPod.ts';
import type { Paint } from '../draw/paint.ts';
import { textWidth, write } from '../draw/text.ts';

/** From this share of its limit on a container is close to it. */
const close = 0.9;

/** A bar of what is used, with a notch at the request and a wall at the limit, and the numbers. */
export function drawGauge(paint: Paint, what: 'memory' | 'cpu', gauge: Gauge, rect: Rect): void {
  const { context, palette } = paint;
  const { used, request, limit } = gauge;
  const y = rect.y + rect.height / 2;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  const text = gaugeNumbers(what, gauge);
  const label = textWidth(paint, 'mem ', quiet);
  write(paint, what === 'memory' ? 'mem' : 'cpu', rect.x, y, label, quiet);
  const taken = write(paint, text, rect.x + rect.width, y, rect.width * 0.6, { ...quiet, align: 'right' });
  const bar: Rect = { x: rect.x + label + 2, y: y - 3, width: rect.width - label - taken - 12, height: 6 };
  if (bar.width < 24 || (limit === undefined && request === undefined)) return;
  // Without a limit the request lies at two thirds, so that there is room beyond it.
  const most = limit ?? Math.max((request ?? 0) * 1.5, (used ?? 0) * 1.25);
  const xOf = (amount: number): number => bar.x + bar.width * Math.min(1, amount / most);
  context.fillStyle = palette.roomEdge;
  context.fillRect(bar.x, bar.y, bar.width, bar.height);
  if (used !== undefined) {
    context.fillStyle = limit !== undefined && used > close * limit ? palette.waiting : palette.good;
    context.fillRect(bar.x, bar.y, Math.max(1, xOf(used) - bar.x), bar.height);
  }
  context.fillStyle = palette.text;
  if (request !== undefined) context.fillRect(xOf(request) - 0.5, bar.y - 2, 1.5, bar.height + 4);
  if (limit !== undefined) context.fillRect(bar.x + bar.width - 1, bar.y - 3, 2.5, bar.height + 6);
}

/** `42Mi/256Mi`: used of the limit, else of the request; a request alone in brackets. */
export function gaugeNumbers(what: 'memory' | 'cpu', { used, request, limit }: Gauge): string {
  const print = what === 'memory' ? bytesText : coresText;
  const most = limit ?? request;
  const right = most === undefined ? '' : `/${limit === undefined ? `(${print(most)})` : print(most)}`;
  return `${used === undefined ? '–' : print(used)}${right}`;
}
