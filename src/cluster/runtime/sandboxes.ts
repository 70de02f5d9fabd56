import type { Node, Stored } from '../../api/objects.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { killContainer } from './containers.ts';
import { hostAddressOf, runtimeOf } from './machines.ts';
import type { FileEntry } from './state.ts';

/** Makes a Pod's sandbox: its network namespace with an address of the node's podCIDR, or the node's own network. */
export function createSandbox(
  world: World,
  node: string,
  { podUid, hostNetwork }: { podUid: string; hostNetwork: boolean },
): { ip: string } {
  const runtime = runtimeOf(world, node);
  const before = runtime.sandboxes.get(podUid);
  if (before) return { ip: before.ip };
  if (hostNetwork) runtime.hostAddress = hostAddressOf(world, node);
  const ip = hostNetwork ? (runtime.hostAddress ?? '') : nextAddress(world, node);
  runtime.sandboxes.set(podUid, {
    ip,
    hostNetwork,
    containers: [],
    hasLinks: false,
    sockets: new Map(),
    volumes: new Map(),
  });
  if (!hostNetwork) {
    runtime.addresses.set(ip, podUid);
    world.podAddresses.set(ip, node);
  }
  return { ip };
}

/**
 * Addresses ascend through the podCIDR and begin anew at its end, so that one is not reused soon: as host-local IPAM.
 * The first is the network's, the second the bridge's, the last the broadcast's.
 */
function nextAddress(world: World, node: string): string {
  const runtime = runtimeOf(world, node);
  const cidr = getObject<Stored<Node>>(world.store, 'nodes', node)?.spec?.podCIDR ?? '10.244.0.0/24';
  const [network = '', prefix = '24'] = cidr.split('/');
  const base = network.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(prefix));
  for (let tries = 0; tries < size; tries++) {
    if (runtime.nextHost < 2 || runtime.nextHost >= size - 1) runtime.nextHost = 2;
    const ip = dotted(base + runtime.nextHost++);
    if (!runtime.addresses.has(ip)) return ip;
  }
  throw new Error(`no address is left in ${cidr} of ${node}`);
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

/**
 * Takes a Pod's sandbox away with its volumes and address. Containers that still run are killed; they stay, with what
 * they wrote, until they are removed: `kubectl logs` works on a Pod that has completed.
 */
export function removeSandbox(world: World, node: string, podUid: string): void {
  const runtime = runtimeOf(world, node);
  const sandbox = runtime.sandboxes.get(podUid);
  if (!sandbox) return;
  for (const id of sandbox.containers) killContainer(world, node, id);
  runtime.sandboxes.delete(podUid);
  if (sandbox.hostNetwork) return;
  runtime.addresses.delete(sandbox.ip);
  if (world.podAddresses.get(sandbox.ip) === node) world.podAddresses.delete(sandbox.ip);
}

/** Takes the files of a volume as they are now for another one, which later changes do not reach. */
export function copyVolume(world: World, node: string, podUid: string, from: string, to: string): void {
  const volumes = runtimeOf(world, node).sandboxes.get(podUid)?.volumes;
  volumes?.set(to, new Map(volumes.get(from)));
}

/**
 * Writes a volume's files anew where they are others than before: path within the volume to text. Containers that
 * mount it see them at once.
 */
export function writeVolume(
  world: World,
  node: string,
  podUid: string,
  volume: string,
  files: Record<string, string>,
): void {
  const sandbox = runtimeOf(world, node).sandboxes.get(podUid);
  if (!sandbox) return;
  const before = sandbox.volumes.get(volume);
  if (before && holds(before, files)) return;
  const entries = new Map<string, FileEntry>();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/').filter((part) => part !== '');
    for (let depth = 1; depth < parts.length; depth++)
      entries.set(`/${parts.slice(0, depth).join('/')}`, { type: 'directory', at: world.now });
    entries.set(`/${parts.join('/')}`, { type: 'file', text, at: world.now });
  }
  sandbox.volumes.set(volume, entries);
}

function holds(entries: ReadonlyMap<string, FileEntry>, files: Record<string, string>): boolean {
  const texts = [...entries.values()].filter(({ type }) => type === 'file').length;
  const paths = Object.keys(files);
  if (paths.length !== texts) return false;
  return paths.every((path) => {
    const entry = entries.get(`/${path.split('/').filter(Boolean).join('/')}`);
    return entry?.type === 'file' && entry.text === files[path];
  });
}
