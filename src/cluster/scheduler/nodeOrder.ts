import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';

const zoneLabels = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'] as const;

/**
 * Works out the order of the nodes where it is void: a node has come, gone or moved. Done before a decision and not at
 * every such change, since nodes often come many at once.
 */
export function orderNodes(world: World): void {
  const { scheduler: state } = world;
  if (state.nodeOrder.length === 0 && state.nodes.size > 0) state.nodeOrder = orderOfNodes(world);
}

/** The names of the nodes, one of each zone in turn, zones and nodes in order of appearance. Source: node_tree.go. */
export function orderOfNodes(world: World): string[] {
  const zones = new Map<string, string[]>();
  let nodes = 0;
  for (const name of world.scheduler.nodes.keys()) {
    const node = getObject(world.store, 'nodes', name);
    if (!node) continue;
    nodes++;
    const labels = node.metadata.labels;
    const zone = zoneLabels.map((label) => labels?.[label] ?? '').join('\0');
    const names = zones.get(zone);
    if (names) names.push(name);
    else zones.set(zone, [name]);
  }
  const order: string[] = [];
  for (let row = 0; order.length < nodes; row++) {
    for (const names of zones.values()) {
      const name = names[row];
      if (name !== undefined) order.push(name);
    }
  }
  return order;
}
