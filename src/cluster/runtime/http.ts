import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { HttpRequest, HttpResult } from './contract.ts';
import { machineOf } from './machines.ts';
import type { Machine } from './processes/machine.ts';
import type { Container, Process, RuntimeState, Socket } from './state.ts';
import { noteWork } from './work.ts';

/** The node that has an address, of one of its Pods or its own, and who listens there. */
function socketAt(
  world: World,
  ip: string,
  port: number,
): { node: string; runtime: RuntimeState; socket: Socket | undefined } | undefined {
  const place = world.podAddresses.get(ip);
  const runtime = place === undefined ? undefined : world.runtimes.get(place);
  const sandbox = runtime?.sandboxes.get(runtime.addresses.get(ip) ?? '');
  if (place !== undefined && runtime && sandbox) return { node: place, runtime, socket: sandbox.sockets.get(port) };
  for (const [node, host] of world.runtimes)
    if (host.hostAddress === ip) return { node, runtime: host, socket: host.hostSockets.get(port) };
  return undefined;
}

/** Whether a connection to a Pod's or node's address comes about. */
export function connectionTo(world: World, ip: string, port: number): 'open' | 'connection refused' | 'timeout' {
  const found = socketAt(world, ip, port);
  if (!found) return 'timeout';
  return found.socket ? 'open' : 'connection refused';
}

type Listener = { machine: Machine; process: Process } | { error: 'timeout' | 'connection refused' };

/** The process that listens at an address, with what is around it. */
export function listenerAt(world: World, ip: string, port: number): Listener {
  const found = socketAt(world, ip, port);
  if (!found) return { error: 'timeout' };
  const container = found.socket && found.runtime.containers.get(found.socket.container);
  const process = container?.processes.get(found.socket?.process ?? -1);
  if (!container || !process) return { error: 'connection refused' };
  return { machine: machineOf(world, found.node, container), process };
}

/** What a server answers to a text in a protocol of its own; `closed` where it does not speak it. */
export function converse(world: World, { ip, port }: { ip: string; port: number }, text: string): string {
  const found = listenerAt(world, ip, port);
  if ('error' in found) return 'closed';
  const { machine, process } = found;
  return machine.programOf(process.program)?.converse?.(machine, process, text) ?? 'closed';
}

/** What answers at a Pod's or node's address. Services are not known here: see destination of ../network/route.ts. */
export function httpRequest(world: World, { ip, port, host, path }: HttpRequest): HttpResult {
  const found = listenerAt(world, ip, port);
  if ('error' in found) return found;
  const { machine, process } = found;
  const { container } = machine;
  const answer = machine.programOf(process.program)?.respond?.(machine, process, { host, path });
  // Something listens that does not speak HTTP: the client waits for an answer in vain.
  if (!answer || answer === 'closed') return { error: answer ?? 'timeout' };
  const { work = 0, ...result } = answer;
  return { ...result, latency: result.latency + waitForProcessor(container, world.now, work) };
}

/** Lets a container do some work behind what it has to do already; how much later that makes the answer. */
function waitForProcessor(container: Container, now: Milliseconds, work: Milliseconds): Milliseconds {
  if (work === 0) return 0;
  noteWork(container, now, work);
  const share = Math.min(container.config.cpuLimit ?? 1000, 1000) / 1000;
  const end = Math.max(now, container.busyUntil ?? 0) + work / share;
  container.busyUntil = end;
  return Math.round(end - now - work);
}
