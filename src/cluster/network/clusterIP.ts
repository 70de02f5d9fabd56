import { nextInteger } from '../world/chance.ts';
import type { World } from '../world/world.ts';

/** 10.96.0.0/12, the service network of kubeadm: network address, and how many addresses there are. */
const network = ((10 << 24) | (96 << 16)) >>> 0;
const size = 2 ** 20;
/** The first addresses are kept for those who ask for one. Source: KEP-3070, min(max(16, size/16), 256). */
const reserved = 256;

const textOf = (address: number): string =>
  [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].join('.');

function offsetOf(text: string): number | undefined {
  const bytes = text.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const offset = (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) - network;
  return offset > 0 && offset < size - 1 ? offset : undefined;
}

/**
 * Why a Service cannot have the address that it asks for, in the API server's words; undefined where it can.
 * `key` is the Service's own: what it holds already is no obstacle.
 */
export function refusedServiceIP(world: World, key: string, wanted: string): string | undefined {
  if (offsetOf(wanted) === undefined) {
    return `failed to allocate IP ${wanted}: the provided network does not match the current range`;
  }
  const holder = world.network.serviceIPs.get(wanted);
  if (holder === undefined || holder === key) return undefined;
  return `failed to allocate IP ${wanted}: provided IP is already allocated`;
}

/** A free address by chance. */
export function freeServiceIP(world: World): string {
  for (;;) {
    const address = textOf(network + nextInteger(world.chance, reserved, size - 2));
    if (!world.network.serviceIPs.has(address)) return address;
  }
}

/** Gives a Service exactly this address, or none. */
export function holdServiceIP(world: World, key: string, address: string | undefined): void {
  for (const [held, holder] of world.network.serviceIPs)
    if (holder === key && held !== address) world.network.serviceIPs.delete(held);
  if (address !== undefined) world.network.serviceIPs.set(address, key);
}
