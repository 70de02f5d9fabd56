import { nt } from '../../i18n/near.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { PodLayout } from '../../scene/near/layoutPod.ts';
import { leftOf, type OpenPod } from '../../scene/near/openPod.ts';
import type { PodBox } from '../../scene/scene.ts';
import { drawContainerMark } from '../draw/drawContainerMark.ts';
import type { Paint } from '../draw/paint.ts';
import { type TypeSize, textWidth, write } from '../draw/text.ts';
import { drawCard } from './drawCard.ts';
import { drawNetwork } from './drawNetwork.ts';
import { drawVolumes } from './drawVolumes.ts';

/** Near zoom: the Pod laid open where its layout has put everything; `rect` is the Pod on the screen. */
export function drawOpenPod(
  paint: Paint,
  pod: PodBox,
  open: OpenPod,
  layout: PodLayout,
  rect: Rect,
  now: number,
): void {
  const at = (part: Rect): Rect => ({ ...part, x: rect.x + part.x, y: rect.y + part.y });
  drawHead(paint, pod, at(layout.head), rect.height >= 190 ? 15 : 13, now);
  drawSecond(paint, pod, open, at(layout.second), layout.network !== undefined);
  if (layout.network) drawNetwork(paint, open, layout.network, rect);
  for (const [index, { container, rect: card, rows }] of layout.cards.entries()) {
    const hidden = index === layout.cards.length - 1 ? layout.hidden : 0;
    drawCard(
      paint,
      container,
      at(card),
      rows.map((one) => ({ ...one, rect: at(one.rect) })),
      hidden,
      now,
    );
  }
  if (layout.through) drawThrough(paint, layout.through.containers, at(layout.through.rect));
  drawVolumes(paint, layout, rect);
}

function drawHead(paint: Paint, pod: PodBox, rect: Rect, size: TypeSize, now: number): void {
  const { palette } = paint;
  const { facts } = pod;
  const y = rect.y + rect.height / 2;
  const left = facts.terminating && leftOf({ what: 'kill', from: 0, until: facts.terminating.until }, now).seconds;
  const word = left ? `${facts.word} ${nt('near.seconds', { seconds: left })}` : facts.word;
  const status = write(paint, word, rect.x + rect.width, y, rect.width * 0.5, {
    size,
    weight: 500,
    colour: palette[facts.tone],
    align: 'right',
  });
  write(paint, pod.name, rect.x, y, rect.width - status - 12, {
    size,
    mono: true,
    weight: 600,
    colour: palette.text,
    shorten: 'middle',
  });
}

/** The address where it has no bar of its own, the restarts and how many containers are ready. */
function drawSecond(paint: Paint, { facts, node }: PodBox, open: OpenPod, rect: Rect, hasBar: boolean): void {
  const y = rect.y + rect.height / 2;
  const quiet = { size: 12, colour: paint.palette.textQuiet, mono: true } as const;
  const counts = [
    facts.restarts > 0 ? `↻${facts.restarts}` : '',
    `${facts.readyContainers}/${facts.containerCount} ready`,
  ];
  const right = write(paint, counts.join('  ').trim(), rect.x + rect.width, y, rect.width, {
    ...quiet,
    align: 'right',
  });
  const ports = open.containers.flatMap(({ listening }) => listening.map((port) => `:${port}`)).join(' ');
  const text = hasBar ? (node ?? '') : `${open.ip || '–'} ${ports}`.trim();
  write(paint, text, rect.x, y, rect.width - right - 12, quiet);
}

/** Init containers that are through: `init` and each with its mark. */
function drawThrough(paint: Paint, containers: PodLayout['cards'][number]['container'][], rect: Rect): void {
  const { palette } = paint;
  const y = rect.y + rect.height / 2;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  let x = rect.x + write(paint, 'init', rect.x, y, rect.width, { ...quiet, weight: 600 }) + 10;
  for (const container of containers) {
    const words = `${container.name} ${container.word}`;
    const room = rect.x + rect.width - x - 14;
    if (room < 40) return;
    drawContainerMark(paint, container, x + 4, y, 4);
    x += 14 + write(paint, words, x + 14, y, room, quiet) + 12;
    if (textWidth(paint, words, quiet) > room) return;
  }
}
