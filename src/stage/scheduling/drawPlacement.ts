import type { Rect } from '../../scene/geometry.ts';
import type { NodeBox, Scene } from '../../scene/scene.ts';
import type { NodeVerdict } from '../../scene/scheduling/verdicts.ts';
import { check, cross } from '../draw/glyphs.ts';
import { inset, isVisible, onScreen, type Paint, roundRect } from '../draw/paint.ts';
import { lineHeight, type TextStyle, textWidth, write } from '../draw/text.ts';
import { footerOf } from './drawNodeFooter.ts';
import { resultText } from './verdictText.ts';

/** A Pod that is held over the nodes, as far as it is drawn. */
export interface DrawnPlacement {
  name: string;
  /** By node; undefined while the scheduler has not answered. */
  verdicts: ReadonlyMap<string, NodeVerdict> | undefined;
  over: string | undefined;
  /** Where the pointer holds the Pod, in CSS pixels. */
  hand: { x: number; y: number } | undefined;
}

/** Lights up the nodes that would take the Pod, dims the others with their reasons, and draws the Pod in the hand. */
export function drawPlacement(paint: Paint, scene: Scene, placement: DrawnPlacement): void {
  for (const node of scene.nodes) {
    if (!isVisible(paint, node)) continue;
    const verdict = placement.verdicts?.get(node.key);
    if (verdict) drawVerdict(paint, node, verdict);
    if (placement.over === node.key) outline(paint, node, paint.palette.accent, 3);
  }
  if (placement.hand) drawHand(paint, placement.name, placement.hand);
}

function outline(paint: Paint, node: NodeBox, colour: string, width: number): void {
  const { context } = paint;
  const rect = onScreen(paint, node);
  context.beginPath();
  roundRect(context, inset(rect, -width / 2), Math.min(16, Math.max(3, rect.width * 0.03)));
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function drawVerdict(paint: Paint, node: NodeBox, verdict: NodeVerdict): void {
  const { context, palette } = paint;
  if (verdict.outcome === 'refused' || verdict.outcome === 'notLooked') {
    const rect = onScreen(paint, { ...node, y: node.y + node.head, height: node.height - node.head });
    context.globalAlpha = 0.88;
    veil(paint, rect);
    context.globalAlpha = 1;
    drawReason(paint, rect, verdict);
    return;
  }
  const best = verdict.outcome === 'chosen' || verdict.outcome === 'tied';
  outline(paint, node, palette.good, best ? 2.5 : 1.5);
  const foot = footOnScreen(paint, node);
  if (!foot) return;
  // Letters reach a little above the foot.
  veil(paint, { ...foot, y: foot.y - 5, height: foot.height + 5 });
  const rect = inset(foot, 4);
  context.beginPath();
  roundRect(context, rect, 6);
  context.fillStyle = palette.goodFill;
  context.fill();
  const style: TextStyle = { size: 13, weight: best ? 600 : 400, colour: palette.good };
  const text = resultText(verdict);
  const width = Math.min(rect.width - 44, textWidth(paint, text, style));
  if (width < 24) return;
  const left = rect.x + (rect.width - width - 18) / 2;
  const middle = rect.y + rect.height / 2;
  glyph(paint, check, left + 5, middle, palette.good);
  write(paint, text, left + 18, middle, width + 1, style);
}

/** Where the words about a node go; from far away they take some of the Pods' room, and from farther there are none. */
function footOnScreen(paint: Paint, node: NodeBox): Rect | undefined {
  const foot = onScreen(paint, footerOf(node));
  const least = lineHeight(paint, 13) + 8;
  if (foot.height >= least) return foot;
  const room = onScreen(paint, node);
  return room.height < 4 * least || room.width < 110 * paint.typeScale
    ? undefined
    : { ...foot, y: room.y + room.height - least, height: least };
}

function glyph({ context }: Paint, shape: typeof check, x: number, y: number, colour: string): void {
  context.beginPath();
  shape(context, x, y, 5);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke();
}

/** Covers what is within a room's edges, down to its rounded corners. */
function veil({ context, palette }: Paint, { x, y, width, height }: Rect): void {
  const radius = Math.max(0, Math.min(16, Math.max(3, width * 0.03)) - 1);
  context.beginPath();
  context.roundRect(x + 1, y, width - 2, height - 1, [0, 0, radius, radius]);
  context.fillStyle = palette.room;
  context.fill();
}

/** The ground that words stand on, so that nothing below them is read along. */
function plate({ context, palette }: Paint, rect: Rect): void {
  context.beginPath();
  roundRect(context, rect, 8);
  context.fillStyle = palette.room;
  context.fill();
}

/** A text in lines of at most this width, broken between words. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The reason in the middle of the room; where there is no room for words the cross says it. */
function drawReason(paint: Paint, rect: Rect, verdict: NodeVerdict): void {
  const { palette } = paint;
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const line = lineHeight(paint, 13);
  const { plugin, reasons = [] } = verdict.rejection ?? {};
  const room = rect.width - 16;
  const colour = verdict.outcome === 'refused' ? palette.bad : palette.textQuiet;
  const bold: TextStyle = { size: 13, weight: 600, colour, align: 'center' };
  const widthOf = (text: string): number => textWidth(paint, text, bold);
  const lines: [string, TextStyle][] = [
    ...reasons.flatMap((reason) => wrapped(reason, room, widthOf)).map((text): [string, TextStyle] => [text, bold]),
    [plugin ?? resultText(verdict), { size: 12, colour: palette.textQuiet, align: 'center' }],
  ];
  const shown = lines.slice(0, Math.max(0, Math.floor((rect.height - 24) / line)));
  const top = y - ((shown.length - 1) * line) / 2;
  if (room < 90 || shown.length === 0) {
    if (verdict.outcome === 'refused') glyph(paint, cross, x, y, palette.bad);
    return;
  }
  const widest = Math.max(...shown.map(([text, style]) => textWidth(paint, text, style)));
  plate(paint, {
    x: x - Math.min(room, widest) / 2 - 8,
    y: top - line * 1.5 - 4,
    width: Math.min(room, widest) + 16,
    height: (shown.length + 1.5) * line + 6,
  });
  if (verdict.outcome === 'refused') glyph(paint, cross, x, top - line, palette.bad);
  for (const [index, [text, style]] of shown.entries()) write(paint, text, x, top + index * line + 4, room, style);
}

function drawHand(paint: Paint, name: string, { x, y }: { x: number; y: number }): void {
  const { context, palette } = paint;
  const style: TextStyle = { size: 12, mono: true, weight: 600, colour: palette.text, shorten: 'middle' };
  const width = Math.min(200, textWidth(paint, name, style)) + 24;
  const rect = { x: x + 10, y: y + 10, width, height: lineHeight(paint, 12) + 16 };
  context.beginPath();
  roundRect(context, rect, 6);
  context.globalAlpha = 0.94;
  context.fillStyle = palette.box;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.strokeStyle = palette.accent;
  context.stroke();
  context.setLineDash([]);
  write(paint, name, rect.x + 12, rect.y + rect.height / 2, width - 22, style);
}
