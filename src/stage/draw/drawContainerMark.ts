import type { ContainerFacts } from '../../scene/podFacts.ts';
import { disc, square } from './glyphs.ts';
import type { Paint } from './paint.ts';

/** A container's state: waiting a hollow ring, running a disc (with a core left open while not ready), ended a square. */
export function drawContainerMark(
  paint: Paint,
  container: Pick<ContainerFacts, 'state' | 'tone'>,
  x: number,
  y: number,
  r: number,
): void {
  const { context, palette } = paint;
  context.beginPath();
  context.fillStyle = context.strokeStyle = palette[container.tone];
  if (container.state === 'terminated') square(context, x, y, r * 0.85);
  else disc(context, x, y, container.state === 'running' ? r : r - 0.75);
  if (container.state === 'waiting') {
    context.lineWidth = 1.5;
    context.stroke();
  } else context.fill();
}
