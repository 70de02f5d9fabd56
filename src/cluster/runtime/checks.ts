import { type Milliseconds, push } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { Check, RuntimeMessage } from './contract.ts';
import { connectionTo, httpRequest, listenerAt } from './http.ts';
import { serverOf } from './programs/server.ts';

/** Asks a port as a probe or hook does; the answer is `checkEnded`, at the latest after `timeout`. */
export function check(
  world: World,
  node: string,
  podUid: string,
  id: string,
  what: Check,
  timeout: Milliseconds,
): void {
  const { after, success, output } = answerTo(world, what, timeout);
  const message: RuntimeMessage = { type: 'checkEnded', node, podUid, id, success, output };
  push(world.queue, world.now + after, 'kubelet', message);
}

function answerTo(world: World, what: Check, timeout: Milliseconds): Answer {
  switch (what.kind) {
    case 'http':
      return httpCheck(world, what, timeout);
    case 'tcp':
      return tcpCheck(world, what, timeout);
    case 'grpc':
      return grpcCheck(world, what, timeout);
  }
}

interface Answer {
  after: Milliseconds;
  success: boolean;
  output: string;
}

const connectTime: Milliseconds = 1;

const refused = ({ host, port }: Check): string => `dial tcp ${host}:${port}: connect: connection refused`;

/** The texts are as recorded (lifecycle, Probes). Source: k8s.io/kubernetes pkg/probe/http, pkg/probe/tcp. */
function tcpCheck(world: World, what: Check, timeout: Milliseconds): Answer {
  switch (connectionTo(world, what.host, what.port)) {
    case 'open':
      return { after: connectTime, success: true, output: '' };
    case 'connection refused':
      return { after: connectTime, success: false, output: refused(what) };
    case 'timeout':
      return { after: timeout, success: false, output: `dial tcp ${what.host}:${what.port}: i/o timeout` };
  }
}

function httpCheck(world: World, what: Extract<Check, { kind: 'http' }>, timeout: Milliseconds): Answer {
  const { host, port, path, scheme } = what;
  const get = `Get "${scheme.toLowerCase()}://${host}:${port}${path.startsWith('/') ? path : `/${path}`}": `;
  const hostHeader = what.headers?.find((header) => header.name.toLowerCase() === 'host')?.value ?? host;
  const result = httpRequest(world, { ip: host, port, host: hostHeader, path });
  if ('error' in result && result.error === 'connection refused')
    return { after: connectTime, success: false, output: get + refused(what) };
  if ('error' in result && result.error === 'closed')
    return { after: connectTime, success: false, output: `${get}EOF` };
  if ('error' in result || result.latency > timeout) {
    const why = 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)';
    return { after: timeout, success: false, output: get + why };
  }
  if (scheme === 'HTTPS')
    return {
      after: connectTime,
      success: false,
      output: `${get}http: server gave HTTP response to HTTPS client`,
    };
  const { status, body, latency } = result;
  const success = status >= 200 && status < 400;
  return {
    after: Math.max(1, latency),
    success,
    output: success ? body : `HTTP probe failed with statuscode: ${status}`,
  };
}

/** Source: pkg/probe/grpc. The client waits for a connection until its time is over, refused or not. */
function grpcCheck(world: World, { host, port }: Extract<Check, { kind: 'grpc' }>, timeout: Milliseconds): Answer {
  const found = listenerAt(world, host, port);
  const server =
    'error' in found || found.process.program !== 'server' ? undefined : serverOf(found.machine, found.process);
  if (!server?.grpcHealth) {
    const why = `timeout: failed to connect service "${host}:${port}" within ${timeout / 1000}s`;
    return { after: timeout, success: false, output: `${why}: context deadline exceeded` };
  }
  if (server.latency > timeout)
    return { after: timeout, success: false, output: `timeout: health rpc did not complete within ${timeout / 1000}s` };
  const success = server.grpcHealth === 'SERVING';
  const output = success ? 'service healthy' : `service unhealthy (responded with "${server.grpcHealth}")`;
  return { after: Math.max(1, server.latency), success, output };
}
