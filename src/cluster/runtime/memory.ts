import type { Node, Stored } from '../../api/objects.ts';
import { toBytes } from '../../api/quantity.ts';
import { getObject } from '../world/store.ts';
import type { Machine } from './processes/machine.ts';

/** Where a node does not say how much memory it has. */
const usual = 16 * 2 ** 30;

/** The most memory that a container can have, in bytes: its limit, or all that its node has. */
export function mostMemory({ world, node, container }: Pick<Machine, 'world' | 'node' | 'container'>): number {
  const capacity = getObject<Stored<Node>>(world.store, 'nodes', node)?.status?.capacity?.memory;
  const ofNode = capacity === undefined ? usual : toBytes(capacity);
  return Math.min(container.config.memoryLimit ?? ofNode, ofNode);
}
