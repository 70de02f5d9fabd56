import type { PodGroups } from './group.ts';
import type { Arrangement } from './measures.ts';
import { nodeFacts } from './nodeFacts.ts';
import { podFacts, type Tone } from './podFacts.ts';
import { slotRect } from './room.ts';
import type { NodeBox, Places, PodBox, SceneInput } from './scene.ts';

/** Places nodes as rooms in a grid whose upper left corner is `x`, `y`, and their Pods in the slots of the rooms. */
export function placeNodes(
  input: SceneInput,
  groups: PodGroups,
  places: Places,
  { columns, gutter, room }: Arrangement,
  x: number,
  y: number,
): NodeBox[] {
  const boxes: NodeBox[] = [];
  for (const [name, node] of input.nodes) {
    const place = places.nodes.get(name) ?? 0;
    const column = place % columns;
    const row = Math.floor(place / columns);
    const corner = { x: x + column * (room.width + gutter.x), y: y + row * (room.height + gutter.y) };
    const tones: Record<Tone, number> = { good: 0, waiting: 0, done: 0, bad: 0, quiet: 0 };
    const slots = places.pods.get(name);
    const pods = (groups.byNode.get(name) ?? []).map((pod): PodBox => {
      const facts = podFacts(pod);
      tones[facts.tone]++;
      return podBox(pod, name, slotRect(corner, room.head, slots?.get(pod.metadata.uid) ?? 0));
    });
    boxes.push({
      kind: 'node',
      id: `node/${name}`,
      key: name,
      uid: node.metadata.uid,
      name,
      facts: nodeFacts(node),
      ...corner,
      ...room,
      scale: 1,
      column,
      row,
      pods,
      tones,
    });
  }
  return boxes;
}

/** The box of a Pod at a place. */
export function podBox(
  pod: Parameters<typeof podFacts>[0],
  node: string | undefined,
  rect: { x: number; y: number; width: number; height: number },
): PodBox {
  const { metadata } = pod;
  return {
    kind: 'pod',
    id: `pod/${metadata.uid}`,
    key: `${metadata.namespace}/${metadata.name}`,
    uid: metadata.uid,
    name: metadata.name,
    facts: podFacts(pod),
    node,
    ...rect,
    scale: 1,
  };
}
