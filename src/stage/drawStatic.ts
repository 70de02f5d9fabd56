import type { Scene } from '../scene/scene.ts';
import { byOwners } from './byOwners.ts';
import { drawControlPlane } from './draw/drawControlPlane.ts';
import { drawFront } from './draw/drawFront.ts';
import { drawNodes, drawPinnedNames, drawPlugs, drawVeils } from './draw/drawNodes.ts';
import { drawPods } from './draw/drawPods.ts';
import { drawTracks } from './draw/drawTracks.ts';
import type { Paint } from './draw/paint.ts';
import type { StageWords } from './words.ts';

/** Draws all that stands still; Pods in `moving` are left to the other canvas. */
export function drawStatic(paint: Paint, scene: Scene, moving: ReadonlySet<string>, words: StageWords): void {
  const owners = scene.owners && byOwners();
  if (owners) {
    owners.drawOwners(paint, scene, moving, words);
    return;
  }
  const { context, palette, ratio } = paint;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, paint.width, paint.height);
  drawNodes(paint, scene, words);
  drawTracks(paint, scene);
  drawPlugs(paint, scene);
  drawFront(paint, scene, words);
  drawControlPlane(paint, scene, words);
  const still = moving.size === 0 ? scene.pods : scene.pods.filter((pod) => !moving.has(pod.id));
  drawPods(paint, still);
  drawVeils(paint, scene);
  drawPinnedNames(paint, scene);
}
