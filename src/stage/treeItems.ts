import type { NodeBox, OwnerBox, PodBox, Scene } from '../scene/scene.ts';
import type { Selected } from '../store/selection.ts';
import type { InsideTold } from './near/tellInside.ts';
import { referenceOf } from './reference.ts';
import { sayBox, sayContainer } from './say.ts';

/** One thing in the mirrored tree. */
export interface TreeItem {
  id: string;
  text: string;
  /** What selecting it selects. */
  reference: Selected | undefined;
  children: TreeItem[];
}

/** More Pods than this are not listed: those without problems are left out, and the tree says so. */
export const mostListed = 500;

const urgency: Record<PodBox['facts']['tone'], number> = { bad: 0, waiting: 1, quiet: 2, done: 3, good: 4 };

/**
 * Everything on the stage as a tree: cluster parts, clients, ingresses, Services, nodes (or owners) with Pods with
 * containers. `about` says more of a node, `tell` says of an opened Pod what is in it.
 */
export function treeItems(
  scene: Scene,
  {
    about = () => '',
    tell = () => undefined,
  }: { about?: (node: NodeBox) => string; tell?: (pod: PodBox) => InsideTold | undefined } = {},
): { items: TreeItem[]; shown: number; total: number } {
  const listed = new Set(
    scene.pods.length <= mostListed
      ? scene.pods
      : [...scene.pods].sort((a, b) => urgency[a.facts.tone] - urgency[b.facts.tone]).slice(0, mostListed),
  );
  const leaf = (box: Parameters<typeof sayBox>[0], children: TreeItem[] = []): TreeItem => ({
    id: box.id,
    text: sayBox(box),
    reference: referenceOf(box),
    children,
  });
  const podItem = (pod: PodBox): TreeItem => {
    const inside = tell(pod);
    const containers = pod.facts.containers.map((container) => {
      const id = `${pod.id}/${container.name}`;
      const reference = { resource: 'pods', key: pod.key, uid: pod.uid, container: container.name };
      return {
        id,
        text: sayContainer(container),
        reference,
        children: notes(`${id}/inside`, reference, inside?.containers.get(container.name)),
      };
    });
    return leaf(pod, [...containers, ...notes(`${pod.id}/inside`, referenceOf(pod), inside?.pod)]);
  };
  const pods = (list: readonly PodBox[]): TreeItem[] => list.filter((pod) => listed.has(pod)).map(podItem);
  const ownerItem = (owner: OwnerBox): TreeItem => {
    const owned = scene.owners?.boxes.filter((one) => one.parent === owner.id) ?? [];
    return leaf(owner, [...owned.map(ownerItem), ...pods(owner.pods)]);
  };
  const items = [
    ...scene.parts.map((part) => leaf(part, part.part === 'scheduler' ? pods(scene.tray.pods) : [])),
    ...scene.clients.map((client) => leaf(client)),
    ...scene.ingresses.map((ingress) => leaf(ingress)),
    ...scene.services.map((service) => leaf(service)),
    ...scene.nodes.map((node) => {
      const item = leaf(node, pods(node.pods));
      const more = about(node);
      return more ? { ...item, text: `${item.text}, ${more}` } : item;
    }),
    ...(scene.owners?.boxes ?? []).filter((owner) => owner.parent === undefined).map(ownerItem),
  ];
  return { items, shown: listed.size, total: scene.pods.length };
}

/** Lines that belong to something; selecting one selects that. */
function notes(id: string, reference: TreeItem['reference'], texts: readonly string[] = []): TreeItem[] {
  return texts.map((text, index) => ({ id: `${id}/${index}`, text, reference, children: [] }));
}
