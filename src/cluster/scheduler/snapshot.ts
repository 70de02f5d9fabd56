import type { Node, Pod, Stored } from '../../api/objects.ts';
import type { Selector } from '../../api/selectors/labels.ts';
import { getObject, listIndexed, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { orderOfNodes } from './nodeOrder.ts';
import { placeOf } from './place.ts';
import type { NodeView, Snapshot } from './plugin.ts';
import { kindOf, spreadOf } from './spread.ts';

/** The views of the nodes by the list of their names, which is replaced whenever a node comes, goes or moves. */
const viewsByOrder = new WeakMap<readonly string[], { list: NodeView[]; byName: Map<string, NodeView> }>();

function viewsOf(world: World) {
  const order = world.scheduler.nodeOrder.length > 0 ? world.scheduler.nodeOrder : orderOfNodes(world);
  let views = viewsByOrder.get(order);
  if (!views) {
    const list: NodeView[] = [];
    const byName = new Map<string, NodeView>();
    for (const name of order) {
      const node = getObject<Stored<Node>>(world.store, 'nodes', name);
      const info = world.scheduler.nodes.get(name);
      if (!node || !info) continue;
      const view = { node, info };
      list.push(view);
      byName.set(name, view);
    }
    views = { list, byName };
    viewsByOrder.set(order, views);
  }
  return views;
}

/** Shows a node as it is now to the decisions to come. */
export function refreshView({ scheduler }: World, node: Stored<Node>): void {
  const view = viewsByOrder.get(scheduler.nodeOrder)?.byName.get(node.metadata.name);
  if (view) view.node = node;
}

const nobody: readonly Stored<Pod>[] = [];

/** What a decision at this instant looks at. `remember`: counts that it needs are kept for the next one. */
export function snapshotOf(world: World, remember: boolean): Snapshot {
  const { store, scheduler: state } = world;
  const { list, byName } = viewsOf(world);
  const pod = (key: string) => getObject<Stored<Pod>>(store, 'pods', key);
  const counts = (namespace: string, selector: Selector, terminating: boolean) =>
    spreadOf(world, namespace, selector, terminating, (one) => placeOf(world, one), remember);
  return {
    nodes: list,
    start: state.nextStartNode,
    view: (name) => byName.get(name),
    podsOn(name) {
      const bound = listIndexed<Stored<Pod>>(store, 'podsByNode', name);
      const assumed = [...state.assumed].flatMap(([key, node]) => (node === name ? (pod(key) ?? []) : []));
      // A Pod whose binding is written but not told of yet is in both.
      return [...new Set([...bound, ...assumed])].filter((one) => placeOf(world, one) === name);
    },
    nominatedOn(name) {
      if (state.nominated.size === 0) return nobody;
      return [...state.nominated].flatMap(([key, node]) => (node === name ? (pod(key) ?? []) : []));
    },
    matching: (namespace, selector) => counts(namespace, selector, true),
    spread: (namespace, selector) => counts(namespace, selector, false),
    affinityGroups: () => state.affinityGroups.values(),
    kindOf: (one) => kindOf(world, one),
    labelsOfNamespace: (name) => getObject(store, 'namespaces', name)?.metadata.labels,
    object: (resource, key) => getObject(store, resource, key),
    objects: (resource) => listObjects(store, resource),
  };
}
