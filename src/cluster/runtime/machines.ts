import type { Node, Stored } from '../../api/objects.ts';
import { destination, resolve } from '../network/route.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { connectionTo, converse, httpRequest } from './http.ts';
import { assumedImage } from './images/catalogue.ts';
import { filesOf } from './images/files.ts';
import type { Connection, Machine } from './processes/machine.ts';
import { commandNames, programOf } from './programs/registry.ts';
import { type Container, createRuntimeState, type RuntimeState, type Sandbox } from './state.ts';

/** The runtime of a node; made where there is none yet. */
export function runtimeOf(world: World, node: string): RuntimeState {
  let runtime = world.runtimes.get(node);
  if (!runtime) {
    runtime = createRuntimeState();
    world.runtimes.set(node, runtime);
  }
  return runtime;
}

/** Puts together what the processes of a container may touch. */
export function machineOf(world: World, node: string, container: Container): Machine {
  const runtime = runtimeOf(world, node);
  const { config } = container;
  const image = assumedImage(world, container.image);
  const sandbox: Sandbox = runtime.sandboxes.get(config.podUid) ?? {
    ip: '',
    hostNetwork: config.hostNetwork,
    containers: [],
    hasLinks: false,
    sockets: new Map(),
    volumes: new Map(),
  };
  const machine: Machine = {
    world,
    node,
    runtime,
    sandbox,
    container,
    image,
    files: filesOf(image, commandNames),
    programOf,
    hostname: config.hostname ?? (config.hostNetwork ? node : config.podName),
    connect: (host, port) => connect(machine, host, port),
  };
  return machine;
}

/** Names and service addresses are those of the cluster; `localhost` is the Pod itself. */
function connect(machine: Machine, host: string, port: number): Connection {
  const { world, sandbox, container } = machine;
  const named = resolve(world, host, container.config.namespace);
  if (named === undefined) return { error: 'bad address' };
  const isLocal = named.startsWith('127.');
  const ip = isLocal ? sandbox.ip : named;
  const target = destination(world, ip, port, world.chance);
  // kube-proxy rejects connections to a service that has no endpoint.
  if (!target) return { error: 'connection refused', ip: named };
  const result = connectionTo(world, target.ip, target.port);
  if (result !== 'open') return { error: result, ip: named };
  if (isLocal) noteTalk(machine, port);
  return {
    ip: named,
    port,
    open: true,
    request: (path) => httpRequest(world, { ...target, host, path }),
    say: (text) => converse(world, target, text),
  };
}

/** Keeps in mind that a container spoke to another of its Pod through localhost; two containers cannot listen on one port. */
function noteTalk({ world, runtime, sandbox, container }: Machine, port: number): void {
  const sockets = sandbox.hostNetwork ? runtime.hostSockets : sandbox.sockets;
  const listener = sockets.get(port)?.container;
  if (listener === undefined || listener === container.id || !sandbox.containers.includes(listener)) return;
  const from = container.config.name;
  const to = runtime.containers.get(listener)?.config.name ?? '';
  sandbox.talks ??= new Map();
  sandbox.talks.set(`${from}>${to}:${port}`, { from, to, port, at: world.now });
}

/** The node's own address, from its status; empty where it has none. */
export function hostAddressOf(world: World, node: string): string {
  const status = getObject<Stored<Node>>(world.store, 'nodes', node)?.status;
  return status?.addresses?.find((address) => address.type === 'InternalIP')?.address ?? '';
}
