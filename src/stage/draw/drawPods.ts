import type { Rect } from '../../scene/geometry.ts';
import type { PodBox } from '../../scene/scene.ts';
import { drawContainerMark } from './drawContainerMark.ts';
import { check, cross, disc, type Glyph, square } from './glyphs.ts';
import { gappedRect, inset, isVisible, onScreen, type Paint, roundRect } from './paint.ts';
import { lineHeight, textWidth, write } from './text.ts';

/** Draws the Pods that are to be seen, at the present level of detail. Bodies first, all of one look in one path. */
export function drawPods(paint: Paint, pods: readonly PodBox[]): void {
  const seen: { pod: PodBox; rect: Rect }[] = [];
  for (const pod of pods) if (isVisible(paint, pod)) seen.push({ pod, rect: onScreen(paint, pod) });
  drawBodies(paint, seen);
  if (paint.level !== 'far') for (const { pod, rect } of seen) drawInner(paint, pod, rect);
}

/** One Pod, as while it moves. */
export function drawPod(paint: Paint, pod: PodBox, rect: Rect): void {
  drawBodies(paint, [{ pod, rect }]);
  if (paint.level !== 'far') drawInner(paint, pod, rect);
}

/** What is written in a Pod; the words of middle zoom until what draws it near has come. */
function drawInner(paint: Paint, pod: PodBox, rect: Rect): void {
  if (paint.level === 'near' && paint.drawNear) paint.drawNear(paint, pod, rect);
  else drawWords(paint, pod, rect);
}

/** Pods on their way, where they are in the world at this instant; with their words where there are few enough to read. */
export function drawFlying(paint: Paint, flying: readonly { pod: PodBox; rect: Rect }[]): void {
  const seen = flying
    .filter(({ rect }) => isVisible(paint, rect))
    .map(({ pod, rect }) => ({ pod, rect: onScreen(paint, rect) }));
  drawBodies(paint, seen);
  if (paint.level !== 'far') for (const { pod, rect } of seen) drawWords(paint, pod, rect);
}

/** Radius of a Pod's corners at a width on the screen. */
export const podRadius = (width: number): number => Math.min(10, Math.max(1.5, width * 0.05));

type Looks = Map<string, { pod: PodBox; rect: Rect }[]>;

function drawBodies(paint: Paint, seen: readonly { pod: PodBox; rect: Rect }[]): void {
  const looks: Looks = new Map();
  for (const one of seen) {
    const { phase, ready, tone } = one.pod.facts;
    const look = `${phase} ${tone} ${ready}`;
    const list = looks.get(look);
    if (list) list.push(one);
    else looks.set(look, [one]);
  }
  for (const list of looks.values()) drawLook(paint, list);
}

function drawLook(paint: Paint, list: readonly { pod: PodBox; rect: Rect }[]): void {
  const first = list[0];
  if (!first) return;
  const { context, palette, level } = paint;
  const { phase, ready, tone } = first.pod.facts;
  const far = level === 'far';
  const radius = podRadius(first.rect.width);
  const colour = palette[tone];
  const edge = far ? 1 : 1.5;
  context.beginPath();
  for (const { rect } of list) roundRect(context, rect, radius);
  if (phase !== 'Pending') {
    context.fillStyle =
      far && phase === 'Running' && ready && tone === 'good' ? palette.goodSolid : palette[`${tone}Fill`];
    if (far && (phase === 'Succeeded' || phase === 'Failed')) context.fillStyle = colour;
    context.fill();
  }
  if (far && phase === 'Running' && ready) return;
  context.strokeStyle = colour;
  context.lineWidth = edge;
  context.beginPath();
  if (phase === 'Pending') context.setLineDash(far ? [3, 2] : [5, 4]);
  for (const { rect } of list) {
    const inner = inset(rect, edge / 2);
    if (ready || phase !== 'Running') roundRect(context, inner, radius);
    else gappedRect(context, inner, radius);
  }
  if (phase === 'Running' && !ready) context.globalAlpha = 0.75;
  context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
  if (phase === 'Unknown') hatch(paint, list);
  if (far) drawFarMarks(paint, list);
}

/** At far zoom: check, cross, and for Pods in trouble the mark of their first container that is not well. */
function drawFarMarks({ context, palette }: Paint, list: readonly { pod: PodBox; rect: Rect }[]): void {
  const facts = list[0]?.pod.facts;
  if (!facts || facts.terminating) return;
  const glyphOf = (pod: PodBox): Glyph | undefined => {
    if (facts.phase === 'Succeeded') return check;
    if (facts.phase === 'Failed') return cross;
    const bad = pod.facts.containers.find((one) => one.tone !== 'good');
    return facts.phase === 'Unknown' ? undefined : bad?.state === 'terminated' ? square : disc;
  };
  const ended = facts.phase === 'Succeeded' || facts.phase === 'Failed';
  context.beginPath();
  for (const { pod, rect } of list) {
    const r = Math.min(rect.height * 0.24, 6);
    if (r >= 1.5) glyphOf(pod)?.(context, rect.x + rect.width / 2, rect.y + rect.height / 2, r);
  }
  context.strokeStyle = ended ? palette.room : palette[facts.tone];
  context.lineWidth = 1.5;
  context.stroke();
}

function hatch({ context, palette }: Paint, list: readonly { rect: Rect }[]): void {
  context.save();
  context.beginPath();
  for (const { rect } of list) context.rect(rect.x, rect.y, rect.width, rect.height);
  context.clip();
  context.beginPath();
  for (const { rect } of list)
    for (let at = -rect.height; at < rect.width; at += 7) {
      context.moveTo(rect.x + at, rect.y + rect.height);
      context.lineTo(rect.x + at + rect.height, rect.y);
    }
  context.strokeStyle = palette.quiet;
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

const longestAddress = '10.244.10.100 1/1';

/** Middle zoom: name, IP and ready count, STATUS and restarts; the IP goes first where there is no room. */
function drawWords(paint: Paint, pod: PodBox, rect: Rect): void {
  const { palette } = paint;
  const { facts } = pod;
  const line = lineHeight(paint, 12);
  const pad = rect.width > 130 ? 9 : 6;
  const lines = Math.min(3, Math.floor((rect.height - 4) / line));
  if (lines < 1 || rect.width < 40) return;
  const left = rect.x + pad;
  const right = rect.x + rect.width - pad;
  const width = right - left;
  const spread = Math.min(line * 1.3, (rect.height - 6) / lines);
  const middleOf = (index: number): number => rect.y + rect.height / 2 + (index - (lines - 1) / 2) * spread;
  const quiet = { size: 12, mono: true, colour: palette.textQuiet } as const;
  const gone = facts.tone === 'done' || facts.tone === 'quiet';
  write(paint, pod.name, left, middleOf(0), width, {
    size: 12,
    mono: true,
    weight: 500,
    colour: gone ? palette.textQuiet : palette.text,
    shorten: 'middle',
  });
  const count = `${facts.readyContainers}/${facts.containerCount}`;
  const ip = facts.ip || '–';
  // Where IPs and counts do not fit beside each other, all counts go to the STATUS: half an address tells nothing.
  const beside = lines === 3 && textWidth(paint, longestAddress, quiet) <= width;
  if (lines === 3) write(paint, ip, left, middleOf(1), width, quiet);
  if (beside) write(paint, count, right, middleOf(1), width, { ...quiet, align: 'right' });
  if (lines > 1) drawStatus(paint, pod, left, right, middleOf(lines - 1), beside ? '' : count);
}

function drawStatus(paint: Paint, pod: PodBox, left: number, right: number, y: number, count: string): void {
  const { palette } = paint;
  const { facts } = pod;
  const restarts = facts.restarts > 0 ? `↻${facts.restarts}` : '';
  const style = { size: 12, mono: true, colour: palette.textQuiet, align: 'right' } as const;
  const room = right - left;
  // Where both do not fit, that it restarted is the news.
  const tails = [[restarts, count].filter(Boolean).join(' '), restarts || count];
  const tail = tails.find((text) => room > textWidth(paint, text, style) + 64);
  const taken = tail ? write(paint, tail, right, y, room, style) : 0;
  const marks = drawMarks(paint, pod, left, y, room * 0.4);
  write(paint, facts.word, left + marks, y, room - marks - taken - 6, {
    size: 12,
    weight: 500,
    colour: palette[facts.tone],
  });
}

/** The marks of the containers, beside each other; gives back how wide they came out. */
function drawMarks(paint: Paint, pod: PodBox, x: number, y: number, width: number): number {
  const { phase } = pod.facts;
  const { context, palette } = paint;
  if (phase === 'Succeeded' || phase === 'Failed') {
    context.beginPath();
    (phase === 'Succeeded' ? check : cross)(context, x + 5, y, (phase === 'Succeeded' ? 4.5 : 3.5) * paint.typeScale);
    context.strokeStyle = palette[pod.facts.tone];
    context.lineWidth = 1.75;
    context.stroke();
    return 9 + 6 * paint.typeScale;
  }
  const r = 4 * paint.typeScale;
  const step = 11 * paint.typeScale;
  const shown = pod.facts.containers.slice(0, Math.max(1, Math.floor(width / step)));
  for (const [index, container] of shown.entries()) drawContainerMark(paint, container, x + r + index * step, y, r);
  return shown.length * step + 4;
}
