import type { Box, Scene } from './scene.ts';

/**
 * The ids of what belongs to a box: before and behind it on the way of requests, a node's Pods, a Pod's node.
 * The box itself is among them. Empty for a box that is not there.
 */
export function relatedTo(scene: Scene, id: string): Set<string> {
  const box = scene.boxes.get(id);
  const related = new Set<string>();
  if (!box) return related;
  follow(scene, id, related, 'from', 'to');
  follow(scene, id, related, 'to', 'from');
  for (const one of [...related]) addSurroundings(scene, scene.boxes.get(one), one === id, related);
  return related;
}

function follow(scene: Scene, start: string, related: Set<string>, here: 'from' | 'to', there: 'from' | 'to'): void {
  const found = new Set([start]);
  for (const one of found) for (const link of scene.links) if (link[here] === one) found.add(link[there]);
  for (const one of found) related.add(one);
}

function addSurroundings(scene: Scene, box: Box | undefined, itself: boolean, related: Set<string>): void {
  if (box?.kind === 'pod' && box.node !== undefined) related.add(`node/${box.node}`);
  if (box?.kind === 'node' && itself) for (const pod of box.pods) related.add(pod.id);
  if (box?.kind === 'part') for (const part of scene.parts) related.add(part.id);
}
