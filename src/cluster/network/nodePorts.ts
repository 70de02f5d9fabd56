import { nextInteger } from '../world/chance.ts';
import type { World } from '../world/world.ts';

/** The node ports of kubeadm's API server. */
const first = 30000;
const last = 32767;
/** The first ports are kept for those who ask for one. Source: KEP-3668, min(max(16, size/32), 128). */
const reserved = 86;

/** Whether a Service may have the node port that it asks for: not another's. `key` is its own. */
export function isNodePortTaken(world: World, key: string, port: number): boolean {
  const holder = world.network.nodePorts.get(port);
  return holder !== undefined && holder !== key;
}

/** Why a number is no node port, in the API server's words. */
export const refusedNodePort = (port: number): string | undefined =>
  port < first || port > last
    ? `provided port is not in the valid range. The range of valid ports is ${first}-${last}`
    : undefined;

/** A free node port by chance, not one of `besides`. Throws where none is left. */
export function freeNodePort(world: World, besides: ReadonlySet<number>): number {
  const isFree = (port: number) => !world.network.nodePorts.has(port) && !besides.has(port);
  const start = nextInteger(world.chance, first + reserved, last);
  for (let offset = 0; offset <= last - first; offset++) {
    const port = start + offset <= last ? start + offset : first + (start + offset - last - 1);
    if (isFree(port)) return port;
  }
  throw new Error('all node ports are taken');
}

/** Gives a Service exactly these node ports. */
export function holdNodePorts(world: World, key: string, ports: ReadonlySet<number>): void {
  for (const [port, holder] of world.network.nodePorts)
    if (holder === key && !ports.has(port)) world.network.nodePorts.delete(port);
  for (const port of ports) world.network.nodePorts.set(port, key);
}
