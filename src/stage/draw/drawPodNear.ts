import type { Rect } from '../../scene/geometry.ts';
import type { ContainerFacts } from '../../scene/podFacts.ts';
import type { PodBox } from '../../scene/scene.ts';
import { drawContainerMark } from './drawContainerMark.ts';
import { type Paint, roundRect } from './paint.ts';
import { lineHeight, type TypeSize, write } from './text.ts';

/** Near zoom: the Pod opened. Its name and STATUS, its IP, and each container with image, ports, state and restarts. */
export function drawPodNear(paint: Paint, pod: PodBox, rect: Rect): void {
  const { palette } = paint;
  const { facts } = pod;
  const pad = 12;
  const sizes = sizesFor(rect);
  const left = rect.x + pad;
  const right = rect.x + rect.width - pad;
  const width = right - left;
  const first = lineHeight(paint, sizes.name);
  const second = lineHeight(paint, sizes.text);
  let y = rect.y + pad - 2 + first / 2;
  const status = write(paint, facts.word, right, y, width * 0.5, {
    size: sizes.name,
    weight: 500,
    colour: palette[facts.tone],
    align: 'right',
  });
  write(paint, pod.name, left, y, width - status - 12, {
    size: sizes.name,
    mono: true,
    weight: 600,
    colour: palette.text,
    shorten: 'middle',
  });
  y += first / 2 + 2 + second / 2;
  const quiet = { size: sizes.text, colour: palette.textQuiet, mono: true } as const;
  const ready = write(paint, `${facts.readyContainers}/${facts.containerCount} ready`, right, y, width, {
    ...quiet,
    align: 'right',
  });
  write(paint, facts.ip || '–', left, y, width - ready - 12, quiet);
  const top = y + second / 2 + 6;
  drawContainers(
    paint,
    facts.containers,
    { x: left, y: top, width, height: rect.y + rect.height - pad - top },
    sizes.text,
  );
}

/** Larger type where the Pod is very near. */
function sizesFor(rect: Rect): { name: TypeSize; text: TypeSize } {
  return rect.height >= 190 ? { name: 15, text: 13 } : { name: 13, text: 12 };
}

function drawContainers(paint: Paint, containers: readonly ContainerFacts[], area: Rect, size: TypeSize): void {
  const line = lineHeight(paint, size);
  const gap = 6;
  const smallest = line + 6;
  const shown = Math.max(1, Math.min(containers.length, Math.floor((area.height + gap) / (smallest + gap))));
  const height = Math.min(7 * line, (area.height - (shown - 1) * gap) / shown);
  if (height < smallest - 1) return;
  for (let index = 0; index < shown; index++) {
    const container = containers[index];
    if (!container) continue;
    const card = { ...area, y: area.y + index * (height + gap), height };
    const hidden = index === shown - 1 ? containers.length - shown : 0;
    drawContainer(paint, container, card, hidden, size);
  }
}

function drawContainer(paint: Paint, container: ContainerFacts, card: Rect, hidden: number, size: TypeSize): void {
  const { context, palette } = paint;
  context.beginPath();
  roundRect(context, card, 6);
  context.fillStyle = palette.room;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.roomEdge;
  context.stroke();
  const line = lineHeight(paint, size) * 1.1;
  const lines = Math.max(1, Math.min(3, Math.floor((card.height - 4) / line)));
  const left = card.x + 10;
  const right = card.x + card.width - 10;
  const middleOf = (index: number): number => card.y + card.height / 2 + (index - (lines - 1) / 2) * line;
  drawContainerMark(paint, container, left + 4, middleOf(0), 4.5);
  const width = right - left;
  const word = hidden > 0 && lines === 1 ? `+${hidden}` : container.word;
  const state = write(paint, word, right, middleOf(0), width * 0.55, {
    size,
    weight: 500,
    colour: palette[container.tone],
    align: 'right',
  });
  const name = container.init ? `init: ${container.name}` : container.name;
  write(paint, name, left + 16, middleOf(0), width - 28 - state, {
    size,
    weight: 600,
    mono: true,
    colour: palette.text,
    shorten: 'middle',
  });
  const quiet = { size, mono: true, colour: palette.textQuiet } as const;
  if (lines < 2) return;
  const tail = [container.restarts > 0 ? `↻${container.restarts}` : '', hidden > 0 ? `+${hidden}` : '']
    .join(' ')
    .trim();
  if (lines === 2) {
    const taken = write(paint, [container.ports, tail].join(' ').trim(), right, middleOf(1), width * 0.5, {
      ...quiet,
      align: 'right',
    });
    write(paint, container.image, left + 16, middleOf(1), width - 28 - taken, { ...quiet, shorten: 'middle' });
    return;
  }
  write(paint, container.image, left + 16, middleOf(1), width - 16, { ...quiet, shorten: 'middle' });
  const taken = write(paint, tail, right, middleOf(2), width * 0.4, { ...quiet, align: 'right' });
  write(paint, container.ports, left + 16, middleOf(2), width - 28 - taken, quiet);
}
