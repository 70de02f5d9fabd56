import type { Rect } from '../../scene/geometry.ts';
import type { ClientBox, IngressBox, Scene, ServiceBox } from '../../scene/scene.ts';
import type { StageWords } from '../words.ts';
import { fork, type Glyph, gate, person } from './glyphs.ts';
import { inset, isVisible, onScreen, type Paint, roundRect } from './paint.ts';
import { lineHeight, type TextStyle, textWidth, write } from './text.ts';

/** Draws clients, ingresses and Services, and the names of the columns. */
export function drawFront(paint: Paint, scene: Scene, words: StageWords): void {
  for (const client of scene.clients)
    if (isVisible(paint, client)) drawBox(paint, client, person, [{ text: client.name, name: true }, { text: '' }]);
  for (const ingress of scene.ingresses)
    if (isVisible(paint, ingress))
      drawBox(paint, ingress, gate, [
        { text: ingress.name, name: true },
        { text: ingress.hosts.join(', '), mono: true },
        { text: words.paths(ingress.paths) },
      ]);
  for (const service of scene.services) if (isVisible(paint, service)) drawService(paint, service, words);
  for (const heading of scene.headings) {
    const shown = { clients: scene.clients, ingress: scene.ingresses, services: scene.services, nodes: scene.nodes }[
      heading.column
    ];
    if (shown.length > 0) drawHeading(paint, heading, words[heading.column]);
  }
}

/** What stands above a group of boxes. */
export function drawHeading(paint: Paint, rect: Rect, text: string): void {
  const on = onScreen(paint, rect);
  if (on.height < 12) return;
  const middle = on.y + Math.min(on.height / 2, 10 * paint.typeScale);
  write(paint, text, on.x + 1, middle, on.width, { size: 12, weight: 500, colour: paint.palette.textQuiet });
}

interface Line {
  text: string;
  name?: true;
  mono?: true;
  colour?: string;
}

function drawService(paint: Paint, service: ServiceBox, words: StageWords): void {
  const { palette } = paint;
  const total = service.endpoints.length;
  const none = service.ready === 0;
  const address = service.clusterIP === 'None' ? 'headless' : `${service.clusterIP}:${service.ports}`;
  drawBox(paint, service, fork, [
    { text: service.name, name: true },
    { text: address, mono: true },
    { text: words.readyOf(service.ready, total), colour: none ? palette.waiting : palette.textQuiet },
  ]);
}

/** What the last line of a box says; the rates stand to the right of it. */
export function lastLine(box: ClientBox | IngressBox | ServiceBox, words: StageWords): string {
  if (box.kind === 'client') return '';
  return box.kind === 'ingress' ? words.paths(box.paths) : words.readyOf(box.ready, box.endpoints.length);
}

/** The inner measures of a box in front of the nodes, as they are on the screen. Shared with the rates drawn over it. */
export function boxLines(
  paint: Paint,
  rect: Rect,
  count: number,
): { lines: number; middleOf(index: number): number; left: number; right: number } {
  const line = lineHeight(paint, 12);
  const lines = Math.max(1, Math.min(count, Math.floor((rect.height - 2) / line)));
  const spread = Math.min(line * 1.2, (rect.height - 6) / lines);
  return {
    lines,
    middleOf: (index) => rect.y + rect.height / 2 + (index - (lines - 1) / 2) * spread,
    left: rect.x + 10,
    right: rect.x + rect.width - 10,
  };
}

function drawBox(paint: Paint, box: ClientBox | IngressBox | ServiceBox, glyph: Glyph, lines: readonly Line[]): void {
  const { palette } = paint;
  const rect = onScreen(paint, box);
  drawPlate(paint, rect, Math.min(12, 10 * box.scale * paint.camera.k));
  const inside = boxLines(paint, rect, lines.length);
  if (rect.height < 13 * paint.typeScale) return;
  const width = inside.right - inside.left;
  for (const [index, line] of lines.slice(0, inside.lines).entries()) {
    const style: TextStyle = {
      size: line.name && rect.height > 60 ? 13 : 12,
      weight: line.name ? 600 : 400,
      mono: line.mono === true || line.name === true,
      colour: line.colour ?? (line.name ? palette.text : palette.textQuiet),
      shorten: line.name ? 'middle' : 'end',
    };
    // The glyph stands before the name, where the name leaves it room.
    const indent = line.name && textWidth(paint, line.text, style) + glyphRoom <= width ? glyphRoom : 0;
    if (indent > 0) drawGlyph(paint, glyph, inside.left + 7, inside.middleOf(index));
    write(paint, line.text, inside.left + indent, inside.middleOf(index), width - indent, style);
  }
}

const glyphRoom = 22;

function drawGlyph({ context, palette }: Paint, glyph: Glyph, x: number, y: number): void {
  context.beginPath();
  glyph(context, x, y, 6);
  context.strokeStyle = palette.textQuiet;
  context.lineWidth = 1.5;
  context.lineJoin = context.lineCap = 'round';
  context.stroke();
  context.lineJoin = 'miter';
  context.lineCap = 'butt';
}

/** The plate of a box. */
export function drawPlate({ context, palette }: Paint, rect: Rect, radius: number): void {
  context.beginPath();
  roundRect(context, inset(rect, 0.5), radius);
  context.fillStyle = palette.box;
  context.fill();
  context.strokeStyle = palette.boxEdge;
  context.lineWidth = 1;
  context.stroke();
}
