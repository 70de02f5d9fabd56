import { nt } from '../../i18n/near.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { NetworkLayout } from '../../scene/near/layoutPod.ts';
import type { OpenPod } from '../../scene/near/openPod.ts';
import { type Paint, roundRect } from '../draw/paint.ts';
import { textWidth, write } from '../draw/text.ts';

/** The network namespace as a bar, with a plug for each port that is listened on, and arrows for talk on localhost. */
export function drawNetwork(paint: Paint, open: OpenPod, network: NetworkLayout, pod: Rect): void {
  const { context, palette } = paint;
  const at = (part: Rect): Rect => ({ ...part, x: pod.x + part.x, y: pod.y + part.y });
  const bar = at(network.rect);
  context.beginPath();
  roundRect(context, bar, 5);
  context.fillStyle = palette.roomHead;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.boxEdge;
  context.stroke();
  const y = bar.y + bar.height / 2;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  const name = nt(open.hostNetwork ? 'near.hostNetwork' : 'near.network');
  const right = bar.x + bar.width - 10;
  // The address tells more than what it is the address of.
  const address = Math.min(bar.width - 20, textWidth(paint, open.ip || '–', quiet));
  write(paint, open.ip || '–', right, y, bar.width - 20, {
    ...quiet,
    weight: 600,
    colour: palette.text,
    align: 'right',
  });
  write(paint, name, bar.x + 10, y, bar.width - 34 - address, { size: 12, colour: palette.textQuiet });
  for (const plug of network.plugs) drawPlug(paint, plug.port, at(plug.rect), bar.y + bar.height);
  for (const { points } of network.arrows)
    drawArrow(
      paint,
      points.map(({ x, y }) => ({ x: pod.x + x, y: pod.y + y })),
    );
}

function drawPlug(paint: Paint, port: number, rect: Rect, bar: number): void {
  const { context, palette } = paint;
  context.beginPath();
  context.moveTo(rect.x + rect.width / 2, bar);
  context.lineTo(rect.x + rect.width / 2, rect.y);
  context.lineWidth = 2.5;
  context.strokeStyle = palette.boxEdge;
  context.stroke();
  context.beginPath();
  roundRect(context, rect, 4);
  context.fillStyle = palette.box;
  context.fill();
  context.lineWidth = 1;
  context.stroke();
  write(paint, `:${port}`, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width - 4, {
    size: 12,
    mono: true,
    weight: 600,
    colour: palette.text,
    align: 'center',
  });
}

function drawArrow({ context, palette }: Paint, points: readonly { x: number; y: number }[]): void {
  const end = points.at(-1);
  if (!end) return;
  context.beginPath();
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, index === points.length - 1 ? y - 4 : y);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = palette.answer;
  context.stroke();
  context.beginPath();
  context.moveTo(end.x - 4, end.y - 6);
  context.lineTo(end.x + 4, end.y - 6);
  context.lineTo(end.x, end.y);
  context.closePath();
  context.fillStyle = palette.answer;
  context.fill();
}
