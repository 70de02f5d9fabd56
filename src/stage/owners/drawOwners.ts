import type { Rect } from '../../scene/geometry.ts';
import { groundSizes } from '../../scene/owners/places.ts';
import { podRect } from '../../scene/owners/plot.ts';
import type { OwnerBox, OwnersPicture, PodBox, Scene } from '../../scene/scene.ts';
import { drawControlPlane } from '../draw/drawControlPlane.ts';
import { drawPods } from '../draw/drawPods.ts';
import { drawTracks } from '../draw/drawTracks.ts';
import { inWorld, isVisible, onScreen, type Paint, roundRect } from '../draw/paint.ts';
import { write } from '../draw/text.ts';
import type { StageWords } from '../words.ts';
import { drawCards } from './drawCards.ts';
import { ownersText } from './texts.ts';

/** Draws all that stands still in the arrangement by owners; Pods in `moving` are left to the other canvas. */
export function drawOwners(paint: Paint, scene: Scene, moving: ReadonlySet<string>, words: StageWords): void {
  const { context, palette, ratio } = paint;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, paint.width, paint.height);
  const { owners } = scene;
  if (!owners) return;
  drawTracks(paint, scene);
  drawControlPlane(paint, scene, words);
  const seen = owners.boxes.filter(
    (owner) => isVisible(paint, owner) || (owner.ground && isVisible(paint, owner.ground)),
  );
  drawGrounds(paint, owners, seen);
  drawLines(paint, scene, seen);
  drawCards(paint, seen);
  const still = moving.size === 0 ? scene.pods : scene.pods.filter((pod) => !moving.has(pod.id));
  drawPods(paint, still);
  drawLost(paint, owners, scene.pods);
  for (const owner of seen) drawMore(paint, owner);
  if (owners.hidden > 0) drawCap(paint, scene.pods.length, owners.hidden);
}

/** The empty slots, faintly: room for Pods to come. */
function drawGrounds(paint: Paint, { places }: OwnersPicture, owners: readonly OwnerBox[]): void {
  if (paint.camera.k < 0.1) return;
  const { context, palette } = paint;
  inWorld(paint, () => {
    context.beginPath();
    for (const owner of owners) {
      const { ground } = owner;
      if (!ground) continue;
      const root = owner.parent?.slice('owner/'.length) ?? owner.uid;
      const size = groundSizes[places.sizes[places.workloads.get(root) ?? 0]?.ground ?? 0];
      const taken = new Set(places.pods.get(owner.uid)?.values());
      const slots = (size?.columns ?? 0) * (size?.rows ?? 0);
      for (let slot = 0; slot < slots; slot++)
        if (!taken.has(slot)) roundRect(context, podRect(ground, slot), paint.level === 'far' ? 0 : 8);
    }
    context.fillStyle = palette.slot;
    context.fill();
  });
}

/** The lines of ownership: from a root's card down to those of its branches, and from a card along its Pods. */
function drawLines(paint: Paint, scene: Scene, owners: readonly OwnerBox[]): void {
  const { context, palette, camera } = paint;
  inWorld(paint, () => {
    context.beginPath();
    for (const owner of owners) {
      const parent = owner.parent === undefined ? undefined : scene.boxes.get(owner.parent);
      if (parent) {
        const x = owner.x + 24;
        context.moveTo(x, parent.y + parent.height);
        context.lineTo(x, owner.y);
      }
      addRail(context, owner);
    }
    context.strokeStyle = palette.boxEdge;
    context.lineWidth = Math.min(3, 1.25 / camera.k);
    context.stroke();
  });
}

/** A line down beside the Pods, with a branch to each row of them. */
function addRail(path: CanvasRenderingContext2D, owner: OwnerBox): void {
  const rows = new Set(owner.pods.map((pod) => pod.y + pod.height / 2));
  if (rows.size === 0 || !owner.ground) return;
  const x = owner.ground.x + 6;
  path.moveTo(x, owner.y + owner.height);
  path.lineTo(x, Math.max(...rows));
  for (const y of rows) {
    path.moveTo(x, y);
    path.lineTo(owner.ground.x + 18, y);
  }
}

/** Pods on a node that nobody hears of pale: what is shown of them is the last that was known. */
function drawLost(paint: Paint, { lostNodes }: OwnersPicture, pods: readonly PodBox[]): void {
  if (lostNodes.size === 0) return;
  const { context, palette } = paint;
  const lost = pods.filter((pod) => pod.node !== undefined && lostNodes.has(pod.node) && isVisible(paint, pod));
  const path = (grow: number): void => {
    context.beginPath();
    for (const pod of lost) {
      const { x, y, width, height } = onScreen(paint, pod);
      roundRect(context, { x: x - grow, y: y - grow, width: width + 2 * grow, height: height + 2 * grow }, 8);
    }
  };
  path(0);
  context.globalAlpha = 0.45;
  context.fillStyle = palette.background;
  context.fill();
  context.globalAlpha = 1;
  path(paint.level === 'far' ? 1 : 2.5);
  context.setLineDash([8, 4, 2, 4]);
  context.strokeStyle = palette.quiet;
  context.lineWidth = 1.5;
  context.stroke();
  context.setLineDash([]);
}

function drawCap(paint: Paint, shown: number, hidden: number): void {
  const text = ownersText('capped', { shown, total: shown + hidden });
  write(paint, text, paint.width / 2, paint.height - 16, paint.width - 240, {
    size: 12,
    colour: paint.palette.textQuiet,
    align: 'center',
  });
}

function drawMore(paint: Paint, owner: OwnerBox): void {
  if (owner.hidden === 0 || !owner.ground) return;
  const rect: Rect = onScreen(paint, owner.ground);
  write(paint, ownersText('more', { count: owner.hidden }), rect.x, rect.y + rect.height + 12, rect.width, {
    size: 12,
    weight: 500,
    colour: paint.palette.waiting,
  });
}
