import type { World } from '../world/world.ts';
import { type Bands, freeNumber, holdExactly } from './bands.ts';

/** The node ports of kubeadm's API server; min(max(16, size/32), 128) are kept. Source: KEP-3668. */
const bands: Bands = { first: 30000, dynamic: 30000 + 86, last: 32767 };

/**
 * Why a port cannot be had, in the API server's words; undefined where it can. `besides`: the ports that the same write
 * takes. A dry run does not look at the range.
 */
export function refusedNodePort(
  world: World,
  besides: ReadonlySet<number>,
  port: number,
  dryRun: boolean,
): string | undefined {
  if (!dryRun && (port < bands.first || port > bands.last))
    return `provided port is not in the valid range. The range of valid ports is ${bands.first}-${bands.last}`;
  return world.network.nodePorts.has(port) || besides.has(port) ? 'provided port is already allocated' : undefined;
}

/** A free node port by chance, not one of `besides`; undefined where none is left. */
export const freeNodePort = ({ chance, network }: World, besides: ReadonlySet<number>): number | undefined =>
  freeNumber(chance, bands, (port) => network.nodePorts.has(port) || besides.has(port));

/** Gives a Service exactly these node ports. */
export const holdNodePorts = (world: World, key: string, ports: readonly number[]): void =>
  holdExactly(world.network.nodePorts, key, ports);
