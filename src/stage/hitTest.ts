import { contains, type Point } from '../scene/geometry.ts';
import type { Box, Scene } from '../scene/scene.ts';

/** The topmost box at a point of the world. Rooms are the index: only the Pods of the room that was hit are looked at. */
export function boxAt(scene: Scene, point: Point): Box | undefined {
  const node = scene.nodes.find((one) => contains(one, point));
  if (node) return node.pods.find((pod) => contains(pod, point)) ?? node;
  const owner = scene.owners?.boxes.find((one) => one.ground && contains(one.ground, point));
  if (owner) return owner.pods.find((pod) => contains(pod, point));
  const hit = (list: readonly Box[]): Box | undefined => list.find((box) => contains(box, point));
  return (
    hit(scene.owners?.boxes ?? []) ??
    hit(scene.tray.pods) ??
    hit(scene.services) ??
    hit(scene.ingresses) ??
    hit(scene.clients) ??
    hit(scene.parts)
  );
}
