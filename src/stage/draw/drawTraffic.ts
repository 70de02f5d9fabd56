import type { Particle } from '../../scene/particles.ts';
import type { Pulse } from '../../scene/pulses.ts';
import { type Rate, shortNumber } from '../../scene/rates.ts';
import type { Scene } from '../../scene/scene.ts';
import type { StageWords } from '../words.ts';
import { boxLines, lastLine } from './drawFront.ts';
import { addPath } from './drawTracks.ts';
import { diamond, disc } from './glyphs.ts';
import { inWorld, isVisible, onScreen, type Paint } from './paint.ts';
import { textWidth, write } from './text.ts';

/** Draws requests and answers as discs, errors as diamonds with their code: each kind in one path. */
export function drawParticles(paint: Paint, particles: readonly Particle[]): void {
  const { context, palette, camera, level } = paint;
  const size = level === 'far' ? 2.25 : 3.25;
  const paths = { request: new Path2D(), answer: new Path2D(), error: new Path2D() };
  const errors: { x: number; y: number; code: string }[] = [];
  for (const particle of particles) {
    const x = particle.x * camera.k + camera.x;
    const y = particle.y * camera.k + camera.y;
    if (x < -10 || y < -10 || x > paint.width + 10 || y > paint.height + 10) continue;
    const path = paths[particle.kind];
    if (particle.kind === 'error') {
      const r = size + 1.75;
      path.moveTo(x, y - r);
      path.lineTo(x + r, y);
      path.lineTo(x, y + r);
      path.lineTo(x - r, y);
      path.closePath();
      if (level !== 'far' && errors.length < 24)
        errors.push({
          x,
          y,
          code: particle.request.status === 0 ? (particle.request.error ?? '!') : String(particle.request.status),
        });
    } else {
      const r = particle.kind === 'request' ? size : size * 0.72;
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
  // A thin rim of the ground's colour keeps discs apart from lines and from each other.
  context.strokeStyle = palette.background;
  context.lineWidth = 2;
  context.stroke(paths.request);
  context.stroke(paths.error);
  context.fillStyle = palette.answer;
  context.fill(paths.answer);
  context.fillStyle = palette.request;
  context.fill(paths.request);
  context.fillStyle = palette.bad;
  context.fill(paths.error);
  for (const { x, y, code } of errors)
    write(paint, code, x + 8, y - 9, 90, { size: 12, weight: 600, mono: true, colour: palette.bad });
}

/** Draws the control plane's messages as short bright pieces of their wires. */
export function drawPulses(paint: Paint, pulses: readonly Pulse[]): void {
  if (pulses.length === 0) return;
  const { context, palette, camera } = paint;
  inWorld(paint, () => {
    context.beginPath();
    for (const pulse of pulses) addPath(context, pulse);
    context.lineCap = 'round';
    context.strokeStyle = palette.pulse;
    context.lineWidth = 2.5 / camera.k;
    context.stroke();
    context.lineCap = 'butt';
  });
}

/** Writes how many requests and errors a second go through each box in front of the nodes, at the right of its last line. */
export function drawRates(paint: Paint, scene: Scene, rates: ReadonlyMap<string, Rate>, words: StageWords): void {
  const { context, palette } = paint;
  for (const [id, rate] of rates) {
    const box = scene.boxes.get(id);
    if (
      !box ||
      box.kind === 'node' ||
      box.kind === 'pod' ||
      box.kind === 'part' ||
      box.kind === 'owner' ||
      !isVisible(paint, box)
    )
      continue;
    const rect = onScreen(paint, box);
    const inside = boxLines(paint, rect, box.kind === 'client' ? 2 : 3);
    if (inside.lines < 2 || (box.kind !== 'client' && inside.lines < 3)) continue;
    const y = inside.middleOf(inside.lines - 1);
    const style = { size: 12, mono: true, weight: 500, colour: palette.answer, align: 'right' } as const;
    let right = inside.right;
    const taken = textWidth(paint, lastLine(box, words), { size: 12, colour: '' });
    const room = inside.right - inside.left - (taken === 0 ? 0 : taken + 6);
    const text = words.perSecond(shortNumber(rate.requests));
    const errors = rate.errors >= 0.05 ? shortNumber(rate.errors) : '';
    const least = textWidth(paint, text, style);
    if (least > room) continue;
    const numbered = least + textWidth(paint, errors, style) + 20 <= room;
    if (errors !== '' && least + 16 <= room) {
      right -= numbered ? write(paint, errors, right, y, room, { ...style, colour: palette.bad }) + 7 : 4;
      context.beginPath();
      diamond(context, right, y, 4);
      context.fillStyle = palette.bad;
      context.fill();
      right -= 10;
    }
    write(paint, text, right, y, right - inside.left, style);
  }
}

/** Where movement is left out: an arrow at the end of each way in front of the nodes that is in use. */
export function drawArrows(paint: Paint, scene: Scene, rates: ReadonlyMap<string, Rate>): void {
  const { context, palette, camera } = paint;
  context.beginPath();
  for (const id of rates.keys()) {
    const box = scene.boxes.get(id);
    if (!box || box.kind === 'client') continue;
    const x = box.x * camera.k + camera.x - 2;
    const y = (box.y + box.height / 2) * camera.k + camera.y;
    context.moveTo(x, y);
    context.lineTo(x - 8, y - 4.5);
    context.lineTo(x - 8, y + 4.5);
    context.closePath();
  }
  context.fillStyle = palette.answer;
  context.fill();
}

/** The API server lights up for a moment where a message has come in. */
export function drawArrivals(paint: Paint, scene: Scene, share: number): void {
  const server = scene.boxes.get('part/apiServer');
  if (!server || share <= 0) return;
  const { context, palette } = paint;
  const rect = onScreen(paint, server);
  context.beginPath();
  disc(context, rect.x + rect.width / 2, rect.y + rect.height, 3 + 2 * share);
  context.fillStyle = palette.pulse;
  context.globalAlpha = share;
  context.fill();
  context.globalAlpha = 1;
}
