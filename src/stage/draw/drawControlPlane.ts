import { controlPlane } from '../../scene/measures.ts';
import type { PartBox, Scene } from '../../scene/scene.ts';
import type { StageWords } from '../words.ts';
import { drawHeading, drawPlate } from './drawFront.ts';
import { drum } from './glyphs.ts';
import { inset, isVisible, onScreen, type Paint, roundRect } from './paint.ts';
import { write } from './text.ts';

/** Draws kubectl, the API server with etcd, the controller manager, the scheduler and its tray. */
export function drawControlPlane(paint: Paint, scene: Scene, words: StageWords): void {
  const server = scene.boxes.get('part/apiServer');
  for (const part of scene.parts) {
    if (!isVisible(paint, part)) continue;
    if (part.stopped) drawStopped(paint, part, words);
    else drawPart(paint, part);
  }
  const heading = controlPlane.heading * scene.arrangement.scale;
  if (server) {
    const last = scene.parts.at(-1) ?? server;
    drawHeading(paint, { x: server.x, y: 0, width: last.x - server.x, height: heading }, words.controlPlane);
  }
  if (scene.tray.width > 0) drawTray(paint, scene, words, heading);
}

/** A part whose process does not run: pale, with a broken edge, and the word for it. */
function drawStopped(paint: Paint, part: PartBox, words: StageWords): void {
  const { context, palette, camera } = paint;
  context.globalAlpha = 0.5;
  drawPart(paint, part);
  context.globalAlpha = 1;
  const rect = onScreen(paint, part);
  context.beginPath();
  roundRect(context, inset(rect, 0.75), Math.min(12, 10 * part.scale * camera.k));
  context.setLineDash([10, 6, 2, 6]);
  context.strokeStyle = palette.bad;
  context.lineWidth = 1.5;
  context.stroke();
  context.setLineDash([]);
  if (rect.height < 46 * paint.typeScale) return;
  const style = { size: 12, weight: 600, colour: palette.bad } as const;
  write(paint, words.stopped, rect.x + 12, rect.y + 12 * paint.typeScale, rect.width - 16, style);
}

function drawPart(paint: Paint, part: PartBox): void {
  const { context, palette, camera } = paint;
  const rect = onScreen(paint, part);
  drawPlate(paint, rect, Math.min(12, 10 * part.scale * camera.k));
  const middle = rect.y + rect.height / 2;
  if (rect.height < 13 * paint.typeScale) return;
  const style = {
    size: rect.height > 60 ? 13 : 12,
    weight: 600,
    mono: part.part === 'kubectl',
    colour: palette.text,
  } as const;
  if (part.part !== 'apiServer') {
    // The long names wrap at the hyphen rather than lose letters.
    const [first = '', ...rest] = part.name.split(/(?<=^kube-)/);
    const second = rest.join('');
    const line = 16 * paint.typeScale;
    if (second === '' || rect.height < 2 * line + 4)
      write(paint, second || first, rect.x + 12, middle, rect.width - 20, style);
    else {
      write(paint, first, rect.x + 12, middle - line / 2, rect.width - 20, {
        ...style,
        size: 12,
        weight: 400,
        colour: palette.textQuiet,
      });
      write(paint, second, rect.x + 12, middle + line / 2, rect.width - 20, style);
    }
    return;
  }
  const store = onScreen(paint, {
    x: part.x + part.width * 0.7,
    y: part.y + part.height * 0.14,
    width: part.width * 0.265,
    height: part.height * 0.72,
  });
  write(paint, rect.width < 150 ? 'apiserver' : part.name, rect.x + 12, middle, store.x - rect.x - 18, style);
  context.beginPath();
  roundRect(context, inset(store, 0.5), 6);
  context.fillStyle = palette.background;
  context.fill();
  context.beginPath();
  const wide = store.width > 62;
  drum(context, wide ? store.x + 16 : store.x + store.width / 2, middle, Math.min(8, store.height * 0.28));
  context.strokeStyle = palette.pulse;
  context.lineWidth = 1.25;
  context.stroke();
  if (wide)
    write(paint, 'etcd', store.x + 29, middle, store.width - 32, { size: 12, mono: true, colour: palette.textQuiet });
}

function drawTray(paint: Paint, scene: Scene, words: StageWords, heading: number): void {
  const { context, palette, camera } = paint;
  const { tray } = scene;
  if (!isVisible(paint, tray)) return;
  const rect = onScreen(paint, tray);
  const waiting = tray.pods.length + tray.hidden;
  context.beginPath();
  roundRect(context, inset(rect, 0.5), Math.min(12, 10 * scene.arrangement.scale * camera.k));
  context.strokeStyle = waiting > 0 ? palette.waiting : palette.roomEdge;
  context.setLineDash([4, 4]);
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
  const text = waiting > 0 ? `${words.unscheduled}: ${waiting}` : words.unscheduled;
  drawHeading(paint, { x: tray.x, y: tray.y - heading, width: tray.width, height: heading }, text);
  if (tray.hidden > 0)
    write(paint, words.more(tray.hidden), rect.x + rect.width - 10, rect.y - 10 * paint.typeScale, rect.width * 0.4, {
      size: 12,
      weight: 500,
      colour: palette.waiting,
      align: 'right',
    });
}
