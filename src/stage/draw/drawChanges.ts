import { countdown } from '../../scene/faults.ts';
import type { Rect } from '../../scene/geometry.ts';
import type { NodeBox, PodBox } from '../../scene/scene.ts';
import { graceLeft, shrunk, type Transition, type TransitionState } from '../../scene/transitions.ts';
import type { StageWords } from '../words.ts';
import { drawPlate } from './drawFront.ts';
import { drawPod, podRadius } from './drawPods.ts';
import { inset, isVisible, onScreen, type Paint, roundRect } from './paint.ts';
import { lineHeight, textWidth, write } from './text.ts';

/** Draws a Pod on its way in, out or across, or restarting in its place. */
export function drawTransition(paint: Paint, { kind, pod }: Transition, state: TransitionState): void {
  const { context, palette } = paint;
  const rect = onScreen(paint, state.rect);
  context.globalAlpha = state.opacity;
  drawPod(paint, pod, rect);
  if (kind === 'restart') {
    const out = 10 * state.progress;
    context.globalAlpha = 1 - state.progress;
    context.beginPath();
    roundRect(context, inset(rect, -out), podRadius(rect.width) + out);
    context.strokeStyle = palette[pod.facts.tone];
    context.lineWidth = 2.5;
    context.stroke();
    context.globalAlpha = 1;
    drawCounter(paint, pod.facts.restarts, rect, state.progress);
  }
  context.globalAlpha = 1;
}

/** The restart counter on the Pod's corner, turning from the number before to the present one: the same Pod, once more. */
function drawCounter(paint: Paint, restarts: number, pod: Rect, progress: number): void {
  const { context, palette } = paint;
  const height = 18 * paint.typeScale;
  const style = { size: 12, mono: true, weight: 600, align: 'right', colour: palette.text } as const;
  const width = textWidth(paint, String(restarts), style) + 26 * paint.typeScale;
  // Above the Pod, clear of its name and of the ring around what is selected.
  const plate = { x: pod.x + pod.width - width, y: pod.y - height - 5, width, height };
  drawPlate(paint, plate, height / 2);
  const [x, y] = [plate.x + 11 * paint.typeScale, plate.y + height / 2];
  const turn = 2 * Math.PI * progress;
  const r = 4 * paint.typeScale;
  context.beginPath();
  context.arc(x, y, r, turn + 0.6, turn + 2 * Math.PI - 0.4);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.75;
  context.stroke();
  context.save();
  context.beginPath();
  context.rect(plate.x, plate.y + 1, width, height - 2);
  context.clip();
  const right = plate.x + width - 8;
  write(paint, String(restarts - 1), right, y - height * progress, width, style);
  write(paint, String(restarts), right, y + height * (1 - progress), width, style);
  context.restore();
}

/** Below a node that nobody hears of: when its next Pods are evicted. `gutter` is the way to the next node, in world pixels. */
export function drawEviction(paint: Paint, node: NodeBox, gutter: number, now: number, words: StageWords): void {
  if (!node.eviction) return;
  const { palette } = paint;
  const rect = onScreen(paint, node);
  const { pods, at } = node.eviction;
  const style = { size: 12, weight: 600, colour: palette.bad } as const;
  const time = countdown(at - now);
  const room = rect.width - 24;
  const text = [words.evicts(pods, time), time].find((one) => textWidth(paint, one, style) <= room);
  if (text === undefined) return;
  const width = textWidth(paint, text, style) + 16;
  const height = 20 * paint.typeScale;
  // Below the node where the way to the next one is wide enough, clear of the ring around what is selected.
  const below = gutter * paint.camera.k >= height + 6 ? 6 : -height / 2;
  const plate = { x: rect.x + (rect.width - width) / 2, y: rect.y + rect.height + below, width, height };
  drawPlate(paint, plate, 6);
  write(paint, text, plate.x + 8, plate.y + height / 2, width, style);
}

/** Draws a Pod that is being deleted: it shrinks within its own outline while its grace period runs down. */
export function drawTerminating(paint: Paint, pod: PodBox, now: number): void {
  const left = graceLeft(pod, now);
  if (!left || !isVisible(paint, pod)) return;
  const { context, palette } = paint;
  const rect = onScreen(paint, pod);
  const radius = podRadius(rect.width);
  context.beginPath();
  roundRect(context, inset(rect, 0.5), radius);
  context.strokeStyle = palette.quiet;
  context.setLineDash([2, 3]);
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
  const isOpen = paint.level === 'near' && paint.drawNear !== undefined;
  // An opened Pod is full of text: what is left of its time is a share of its width there.
  const inner: Rect = isOpen
    ? { ...rect, width: rect.width * left.share }
    : shrunk(rect, 0.3 * (1 - left.share) + 0.02);
  context.beginPath();
  roundRect(context, inner, radius);
  context.globalAlpha = isOpen ? 0.18 : 0.28;
  context.fillStyle = palette.quiet;
  context.fill();
  context.globalAlpha = 1;
  if (paint.level === 'far') return;
  if (paint.level === 'near' && paint.drawNear) {
    paint.drawNear(paint, pod, rect);
    return;
  }
  const middle = rect.y + rect.height / 2;
  const line = lineHeight(paint, 12);
  const width = rect.width - 14;
  const x = rect.x + rect.width / 2;
  const style = { size: 12, align: 'center', colour: palette.text } as const;
  const words = left.share > 0 ? `${pod.facts.word} ${left.seconds}s` : pod.facts.word;
  if (rect.height < 2 * line + 4) {
    write(paint, words, x, middle, width, { ...style, weight: 500 });
    return;
  }
  write(paint, pod.name, x, middle - line / 2, width, { ...style, mono: true, shorten: 'middle' });
  write(paint, words, x, middle + line / 2, width, { ...style, weight: 500 });
}
