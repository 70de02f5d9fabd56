import { t } from '../../i18n/i18n.ts';
import { nt } from '../../i18n/near.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { CardRow } from '../../scene/near/cardRows.ts';
import { leftOf, type OpenContainer } from '../../scene/near/openPod.ts';
import { drawContainerMark } from '../draw/drawContainerMark.ts';
import { type Paint, roundRect } from '../draw/paint.ts';
import { type TextStyle, textWidth, write } from '../draw/text.ts';
import { drawGauge } from './drawGauge.ts';
import { drawProbe } from './drawProbe.ts';
import { countdownText, exitText } from './nearTexts.ts';

/** A container's card, line by line. `hidden`: how many containers there was no room for. */
export function drawCard(
  paint: Paint,
  container: OpenContainer,
  card: Rect,
  rows: readonly { row: CardRow; rect: Rect }[],
  hidden: number,
  now: number,
): void {
  const { context, palette } = paint;
  context.beginPath();
  roundRect(context, card, 6);
  context.fillStyle = palette.room;
  context.fill();
  context.lineWidth = container.state === 'running' ? 1.5 : 1;
  context.strokeStyle = container.state === 'running' ? palette[container.tone] : palette.roomEdge;
  if (container.state === 'waiting') context.setLineDash([4, 3]);
  context.stroke();
  context.setLineDash([]);
  for (const { row, rect } of rows) drawRow(paint, container, row, rect, rows.length === 1, hidden, now);
}

function drawRow(
  paint: Paint,
  container: OpenContainer,
  row: CardRow,
  rect: Rect,
  isOnly: boolean,
  hidden: number,
  now: number,
): void {
  const { palette } = paint;
  const y = rect.y + rect.height / 2;
  const quiet: TextStyle = { size: 12, mono: true, colour: palette.textQuiet };
  switch (row.kind) {
    case 'title':
      drawTitle(paint, container, rect, isOnly, hidden);
      return;
    case 'image': {
      const restarts = container.restarts > 0 ? `↻${container.restarts}` : '';
      const taken = write(paint, restarts, rect.x + rect.width, y, rect.width / 3, { ...quiet, align: 'right' });
      write(paint, container.image, rect.x, y, rect.width - taken - 8, { ...quiet, shorten: 'middle' });
      return;
    }
    case 'countdown':
      drawCountdown(paint, container, rect, now);
      return;
    case 'exit': {
      const tone = container.exitCode === 0 ? palette.textQuiet : palette.bad;
      write(paint, exitText(container.exitCode ?? 0), rect.x, y, rect.width, { size: 12, colour: tone });
      return;
    }
    case 'ports':
      write(paint, portsText(container), rect.x, y, rect.width, quiet);
      return;
    case 'probe':
      drawProbe(paint, row.probe, rect, now);
      return;
    case 'memory':
    case 'cpu':
      drawGauge(paint, row.kind, row.gauge, rect);
      return;
    case 'process':
      write(paint, nt('near.process', { pid: row.pid, command: row.command }), rect.x, y, rect.width, quiet);
      return;
    case 'talk':
      write(paint, `localhost:${row.port} → ${row.to}`, rect.x, y, rect.width, { ...quiet, colour: palette.answer });
      return;
    case 'mount': {
      const text = `${row.path} ← ${row.volume}${row.readOnly ? ' ro' : ''}`;
      write(paint, text, rect.x, y, rect.width, quiet);
      return;
    }
    case 'log':
      drawLogLine(paint, row.text, rect);
  }
}

/** Mark, role, name and state. */
function drawTitle(paint: Paint, container: OpenContainer, rect: Rect, isOnly: boolean, hidden: number): void {
  const { palette } = paint;
  const y = rect.y + rect.height / 2;
  const { tone, name, role } = container;
  const more = hidden > 0 ? t('stage.more', { count: hidden }) : '';
  const isUnready = container.state === 'running' && !container.ready && container.role !== 'ephemeral';
  const word = [
    isUnready ? nt('near.notReady') : container.word,
    isOnly && container.restarts > 0 ? `↻${container.restarts}` : '',
    more,
  ];
  drawContainerMark(paint, container, rect.x + 4, y, 4.5);
  const state = write(paint, word.filter(Boolean).join(' · '), rect.x + rect.width, y, rect.width * 0.55, {
    size: 12,
    weight: 500,
    colour: palette[tone],
    align: 'right',
  });
  const left = rect.x + 16;
  const room = rect.width - 28 - state;
  const label = role === 'main' ? '' : `${role} `;
  const nameWidth = textWidth(paint, name, { size: 12, weight: 600, mono: true, colour: '' });
  const wide = textWidth(paint, label, { size: 12, colour: '' }) + 8 + nameWidth <= room;
  const taken = wide && label ? write(paint, label, left, y, room, { size: 12, colour: palette.textQuiet }) + 6 : 0;
  write(paint, name, left + taken, y, room - taken, {
    size: 12,
    weight: 600,
    mono: true,
    colour: palette.text,
    shorten: 'middle',
  });
}

/** A time that runs down: a disc of which ever less is filled, and the seconds. */
function drawCountdown(paint: Paint, { countdown }: OpenContainer, rect: Rect, now: number): void {
  if (!countdown) return;
  const { context, palette } = paint;
  const { share } = leftOf(countdown, now);
  const y = rect.y + rect.height / 2;
  const colour = countdown.what === 'kill' ? palette.quiet : palette.waiting;
  const r = 5;
  context.beginPath();
  context.arc(rect.x + r, y, r, 0, 2 * Math.PI);
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.stroke();
  context.beginPath();
  context.moveTo(rect.x + r, y);
  context.arc(rect.x + r, y, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  const text = countdownText(countdown, now);
  write(paint, text, rect.x + 2 * r + 6, y, rect.width - 2 * r - 6, { size: 12, weight: 500, colour });
}

function portsText({ listening, declared }: OpenContainer): string {
  const silent = declared.filter((port) => !listening.includes(port)).map((port) => `:${port} (–)`);
  return [...listening.map((port) => `:${port}`), ...silent].join(' ');
}

/** A line of the log, behind a bar as on a terminal's edge. */
function drawLogLine(paint: Paint, text: string, rect: Rect): void {
  const { context, palette } = paint;
  context.fillStyle = palette.roomEdge;
  context.fillRect(rect.x, rect.y, 2, rect.height + 1);
  const style: TextStyle = { size: 12, mono: true, colour: palette.textQuiet };
  write(paint, text, rect.x + 8, rect.y + rect.height / 2, rect.width - 8, style);
}
