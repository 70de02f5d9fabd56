import type { Node, Stored } from '../../api/objects.ts';
import type { NodeBox } from '../../scene/scene.ts';
import { type NodeRoom, nodeRoom } from '../../scene/scheduling/nodeTags.ts';
import { useCluster } from '../../store/cluster.ts';

const known = new WeakMap<NodeBox, NodeRoom>();

/** What is free on a node. Boxes are made anew with every change of the cluster: adding up once for each is enough. */
export function roomOf(box: NodeBox, node: Stored<Node>): NodeRoom {
  let room = known.get(box);
  if (!room) {
    const { pods } = useCluster.getState();
    room = nodeRoom(
      node,
      box.pods.flatMap(({ key }) => pods.get(key) ?? []),
    );
    known.set(box, room);
  }
  return room;
}
