import type { World } from '../world/world.ts';
import { type Bands, freeNumber, holdExactly } from './bands.ts';

/** 10.96.0.0/12, the service network of kubeadm: network address, and how many addresses there are. */
const network = ((10 << 24) | (96 << 16)) >>> 0;
const size = 2 ** 20;
/** Source: KEP-3070, min(max(16, size/16), 256) addresses are kept. */
const bands: Bands = { first: network + 1, dynamic: network + 1 + 256, last: network + size - 2 };

const textOf = (address: number): string =>
  [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join('.');

/** The address of the network itself, which no Service has: what a dry run gives. */
export const networkAddress = textOf(network);

function isInNetwork(text: string): boolean {
  const bytes = text.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return false;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return address >= bands.first && address <= bands.last;
}

/** Why an address cannot be had, in the API server's words; undefined where it can. */
export function refusedServiceIP(world: World, wanted: string): string | undefined {
  if (!isInNetwork(wanted)) return 'the provided network does not match the current range';
  return world.network.serviceIPs.has(wanted) ? 'provided IP is already allocated' : undefined;
}

/** A free address by chance; undefined where none is left. */
export function freeServiceIP({ chance, network: { serviceIPs } }: World): string | undefined {
  const address = freeNumber(chance, bands, (candidate) => serviceIPs.has(textOf(candidate)));
  return address === undefined ? undefined : textOf(address);
}

/** Gives a Service exactly these addresses. */
export const holdServiceIPs = (world: World, key: string, addresses: readonly string[]): void =>
  holdExactly(world.network.serviceIPs, key, addresses);
