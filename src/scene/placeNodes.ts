import type { Pod, Stored } from '../api/objects.ts';
import { faultsOf, nextEviction } from './faults.ts';
import type { Rect } from './geometry.ts';
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
      const box = podBox(pod, name, slotRect(corner, room.head, slots?.get(pod.metadata.uid) ?? 0));
      tones[box.facts.tone]++;
      return box;
    });
    const eviction = nextEviction(node, groups.byNode.get(name) ?? []);
    boxes.push({
      kind: 'node',
      id: `node/${name}`,
      key: name,
      uid: node.metadata.uid,
      name,
      facts: nodeFacts(node),
      faults: faultsOf(name, input.parts),
      ...(eviction && { eviction }),
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

const known = new WeakMap<Stored<Pod>, PodBox>();

/** The box of a Pod at a place; the same one again for as long as neither the Pod nor its place changes. */
export function podBox(pod: Stored<Pod>, node: string | undefined, rect: Rect): PodBox {
  const before = known.get(pod);
  if (before && before.x === rect.x && before.y === rect.y && before.node === node) return before;
  const { name, namespace, uid } = pod.metadata;
  const box: PodBox = {
    kind: 'pod',
    id: `pod/${uid}`,
    key: `${namespace}/${name}`,
    uid,
    name,
    facts: podFacts(pod),
    node,
    x: rect.x,
    y: rect.y,
    width: rect.width,
    height: rect.height,
    scale: 1,
  };
  known.set(pod, box);
  return box;
}
