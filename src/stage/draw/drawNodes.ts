import type { Tone } from '../../scene/podFacts.ts';
import { roomSizes, slotRect } from '../../scene/room.ts';
import { kubeletPlug } from '../../scene/route.ts';
import type { NodeBox, Scene } from '../../scene/scene.ts';
import type { StageWords } from '../words.ts';
import { drawPlate } from './drawFront.ts';
import { cross, diamond, disc, type Glyph, square } from './glyphs.ts';
import { inset, inWorld, isVisible, onScreen, type Paint, roundRect } from './paint.ts';
import { textWidth, write } from './text.ts';

/** Draws the nodes' rooms with their empty slots; Pods come later. */
export function drawNodes(paint: Paint, scene: Scene, words: StageWords): void {
  const seen = scene.nodes.filter((node) => isVisible(paint, node));
  drawRooms(paint, seen);
  drawSlots(paint, scene, seen);
  for (const node of seen) drawHead(paint, node, words);
}

const radiusOf = (width: number): number => Math.min(16, Math.max(3, width * 0.03));

function drawRooms(paint: Paint, nodes: readonly NodeBox[]): void {
  const { context, palette } = paint;
  for (const node of nodes) {
    const rect = onScreen(paint, node);
    const radius = radiusOf(rect.width);
    const head = Math.round(node.head * paint.camera.k);
    context.beginPath();
    roundRect(context, rect, radius);
    context.fillStyle = palette.room;
    context.fill();
    context.beginPath();
    context.roundRect(rect.x, rect.y, rect.width, Math.min(head, rect.height), [radius, radius, 0, 0]);
    context.fillStyle = palette.roomHead;
    context.fill();
    if (node.facts.cordoned) stripe(paint, { ...rect, height: head });
    const lost = isDown(node);
    context.beginPath();
    roundRect(context, inset(rect, 0.5), radius);
    context.lineWidth = lost ? 1.5 : 1;
    context.strokeStyle = lost ? palette.quiet : node.facts.cordoned ? palette.waiting : palette.roomEdge;
    if (lost) context.setLineDash([10, 6, 2, 6]);
    context.stroke();
    context.setLineDash([]);
  }
}

/** The upper edge of a cordoned node is striped, as a barrier is. */
function stripe({ context, palette }: Paint, head: { x: number; y: number; width: number; height: number }): void {
  const height = Math.min(6, Math.max(2, head.height * 0.12));
  context.save();
  context.beginPath();
  context.roundRect(head.x, head.y, head.width, head.height, [radiusOf(head.width), radiusOf(head.width), 0, 0]);
  context.clip();
  context.beginPath();
  for (let x = head.x - height; x < head.x + head.width + height; x += 2 * height) {
    context.moveTo(x, head.y + height);
    context.lineTo(x + height, head.y);
  }
  context.strokeStyle = palette.waiting;
  context.lineWidth = height * 0.6;
  context.stroke();
  context.restore();
}

function drawSlots(paint: Paint, scene: Scene, nodes: readonly NodeBox[]): void {
  const size = roomSizes[scene.places.roomSize];
  if (!size || paint.camera.k < 0.1) return;
  const { context, palette } = paint;
  const slots = size.columns * size.rows;
  inWorld(paint, () => {
    context.beginPath();
    for (const node of nodes) {
      const taken = new Set(scene.places.pods.get(node.key)?.values());
      if (taken.size >= slots) continue;
      for (let slot = 0; slot < slots; slot++) {
        if (!taken.has(slot)) roundRect(context, slotRect(node, node.head, slot), paint.level === 'far' ? 0 : 8);
      }
    }
    context.fillStyle = palette.slot;
    context.fill();
  });
}

/** Nothing on it is looked after: it is lost, or soon will be. */
const isDown = ({ facts, faults }: NodeBox): boolean =>
  facts.ready !== 'True' || faults.some((fault) => fault !== 'slow' && fault !== 'upgrading');

const tones: readonly { tone: Tone; glyph: Glyph; hollow?: true }[] = [
  { tone: 'bad', glyph: cross, hollow: true },
  { tone: 'waiting', glyph: disc, hollow: true },
  { tone: 'quiet', glyph: diamond, hollow: true },
  { tone: 'done', glyph: square },
  { tone: 'good', glyph: disc },
];

/** A head lower than this, in CSS pixels, has no room for a name. */
const smallestHead = 11;

/** Name and STATUS of the node, and how many of its Pods fare how; the counts are the last to go. */
function drawHead(paint: Paint, node: NodeBox, words: StageWords): void {
  const { palette, context } = paint;
  const rect = onScreen(paint, { ...node, height: node.head });
  const size = rect.height >= 84 ? 20 : rect.height >= 40 ? 15 : rect.height >= 26 ? 13 : 12;
  // By the exact height: rounded to device pixels, some rows of nodes would have names and others none.
  if (node.head * paint.camera.k < smallestHead * paint.typeScale || rect.width < 40) return;
  const pad = rectPadding(paint);
  const middle = rect.y + rect.height / 2;
  let right = rect.x + rect.width - pad;
  const left = rect.x + pad;
  const full = rect.width > 200;
  if (rect.width < 120) {
    drawSmallHead(paint, node, left, right, middle);
    return;
  }
  for (const { tone, glyph, hollow } of [...tones].reverse()) {
    const count = node.tones[tone];
    if (count === 0) continue;
    const text = String(count);
    const style = {
      size: 12,
      colour: palette[tone === 'good' ? 'textQuiet' : tone],
      align: 'right',
      weight: 500,
    } as const;
    const need = textWidth(paint, text, style) + 16;
    if (right - need < left + (full ? 80 : 40)) break;
    write(paint, text, right, middle, need, style);
    context.beginPath();
    glyph(context, right - need + 9, middle, 3.25);
    context.fillStyle = context.strokeStyle = palette[tone];
    context.lineWidth = 1.5;
    if (hollow) context.stroke();
    else context.fill();
    right -= need + (full ? 8 : 3);
  }
  const taken = write(paint, node.name, left, middle, right - left - 6, {
    size,
    mono: true,
    weight: 600,
    colour: node.facts.ready === 'True' ? palette.text : palette.textQuiet,
    shorten: 'middle',
  });
  const next = left + taken + 10;
  const { facts, faults } = node;
  const well = facts.ready === 'True' && !facts.cordoned && facts.pressures.length === 0 && faults.length === 0;
  const told = well ? facts.ip : [...faults.map(words.fault), facts.word, ...facts.pressures].join(' · ');
  const room = right - next - 8;
  if (textWidth(paint, told, { size: 12, mono: well, colour: '' }) > room && (well || room < 60)) return;
  const colour = well ? palette.textQuiet : isDown(node) ? palette.bad : palette.waiting;
  write(paint, told, next, middle, room, { size: 12, mono: well, weight: well ? 400 : 500, colour });
}

const rectPadding = ({ camera }: Paint): number => Math.max(6, Math.min(20 * camera.k, 20));

/** A head with room for little: the name, and behind it the failing Pods, else all Pods, where the number still fits. */
function drawSmallHead(paint: Paint, node: NodeBox, left: number, right: number, middle: number): void {
  const { palette } = paint;
  const well = node.facts.ready === 'True';
  const style = {
    size: 12,
    mono: true,
    weight: 600,
    colour: well ? palette.text : palette.textQuiet,
    shorten: 'middle',
  } as const;
  const { bad } = node.tones;
  const count = {
    size: 12,
    align: 'right',
    weight: bad > 0 ? 600 : 400,
    colour: palette[bad > 0 ? 'bad' : 'textQuiet'],
  } as const;
  const text = bad > 0 ? `×${bad}` : String(node.pods.length);
  const need = textWidth(paint, text, count);
  // By the exact width: rounded to device pixels, some nodes of a size would have a count and others none.
  const width = node.width * paint.camera.k - (rectPadding(paint) * 2 + 1);
  const fits = textWidth(paint, node.name, style) + need + 4 <= width;
  if (fits) write(paint, text, right, middle, need + 1, count);
  write(paint, node.name, left, middle, right - left - (fits ? need + 4 : 0), style);
}

/** What is on a node that nobody hears of pales: it is the last that was known. */
export function drawVeils(paint: Paint, scene: Scene): void {
  const { context, palette } = paint;
  for (const node of scene.nodes) {
    if (node.facts.ready === 'True' || !isVisible(paint, node)) continue;
    const rect = onScreen(paint, { ...node, y: node.y + node.head, height: node.height - node.head });
    context.globalAlpha = 0.45;
    context.fillStyle = palette.room;
    context.fillRect(rect.x + 2, rect.y, rect.width - 4, rect.height - Math.max(2, radiusOf(rect.width) / 2));
    context.globalAlpha = 1;
  }
}

/** While the head of a large node is above the picture, its name stays at the upper edge. */
export function drawPinnedNames(paint: Paint, scene: Scene): void {
  const { palette } = paint;
  if (paint.level === 'far') return;
  for (const node of scene.nodes) {
    if (!isVisible(paint, node)) continue;
    const rect = onScreen(paint, node);
    const headBottom = rect.y + node.head * paint.camera.k;
    if (headBottom > 12 || rect.y + rect.height < 60) continue;
    const style = { size: 12, mono: true, weight: 600, colour: palette.text } as const;
    const width = textWidth(paint, node.name, style);
    const height = 24 * paint.typeScale;
    const x = Math.max(8, rect.x + 8);
    if (x + width + 20 > rect.x + rect.width) continue;
    drawPlate(paint, { x, y: 8, width: width + 20, height }, 6);
    write(paint, node.name, x + 10, 8 + height / 2, width + 4, style);
  }
}

/** The kubelets: where each node's wire comes in. */
export function drawPlugs(paint: Paint, scene: Scene): void {
  const { context, palette, camera } = paint;
  const r = Math.min(4, Math.max(1.5, 5 * camera.k));
  const dead = new Path2D();
  context.beginPath();
  for (const node of scene.nodes) {
    if (!isVisible(paint, node)) continue;
    const plug = kubeletPlug(node);
    const [x, y] = [plug.x * camera.k + camera.x, plug.y * camera.k + camera.y];
    if (node.faults.includes('poweredOff') || node.faults.includes('kubeletStopped')) square(dead, x, y, r);
    else if (node.faults.includes('cutOff')) cross(dead, x, y, r * 1.3);
    else disc(context, x, y, r);
  }
  context.fillStyle = palette.background;
  context.fill();
  context.strokeStyle = palette.pulse;
  context.lineWidth = 1.25;
  context.stroke();
  // Nobody speaks here: the kubelet is stopped or without power (a square), or cut off (a cross).
  context.strokeStyle = palette.bad;
  context.lineWidth = 2;
  context.stroke(dead);
}
