import { httpRequest } from '../runtime/runtime.ts';
import { nextNumber, pick } from '../world/chance.ts';
import { type Milliseconds, push } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { Sender, TrafficClient, TrafficRequest } from './state.ts';
import { wayOf } from './table.ts';

/** How many requests are kept for the picture. */
const keptRequests = 600;

/** One way over the internet, and one way from machine to machine within the cluster. */
const outside: Milliseconds = 20;
const inside: Milliseconds = 1;
/** How long the ingress controller tries to connect. Source: ingress-nginx proxy-connect-timeout. */
const connectTimeout: Milliseconds = 5000;

/** A client's next request is due. */
export interface SendMessage {
  type: 'send';
  client: string;
  round: number;
}

/** Adds a client outside the cluster, or replaces the one of this name; it begins to send at once. */
export function addClient(world: World, client: TrafficClient): void {
  world.network.clients.set(client.name, client);
  start(world, client);
}

/** Sets how many requests a client sends in a second; 0 silences it. Throws where there is no such client. */
export function setRequestRate(world: World, name: string, perSecond: number): void {
  const client = world.network.clients.get(name);
  if (!client) throw new Error(`no client ${name}`);
  if (!(perSecond >= 0 && Number.isFinite(perSecond))) throw new Error(`a client cannot send ${perSecond} a second`);
  const changed = { ...client, perSecond };
  world.network.clients.set(name, changed);
  start(world, changed);
}

/** Begins a rhythm, at a phase by chance, so that clients do not all send in the same instant. */
function start(world: World, { name, perSecond }: TrafficClient): void {
  const old = world.network.senders.get(name);
  const sender: Sender = { since: world.now, sent: 0, target: old?.target ?? 0, round: (old?.round ?? 0) + 1 };
  world.network.senders.set(name, sender);
  if (perSecond === 0) return;
  sender.since = world.now + Math.floor((nextNumber(world.chance) * 1000) / perSecond);
  push(world.queue, sender.since, 'network', { type: 'send', client: name, round: sender.round } satisfies SendMessage);
}

/** Sends what is due and asks for the next: the whole course of a request is worked out when it leaves. */
export function send(world: World, message: SendMessage): void {
  const client = world.network.clients.get(message.client);
  const sender = world.network.senders.get(message.client);
  if (!client || sender?.round !== message.round) return;
  const target = client.targets[sender.target % client.targets.length];
  sender.target++;
  sender.sent++;
  const due = sender.since + Math.floor((sender.sent * 1000) / client.perSecond);
  push(world.queue, due, 'network', message);
  if (!target) return;
  const { requests } = world.network;
  requests.push(follow(world, client.name, target.host, target.path));
  if (requests.length > keptRequests) requests.shift();
}

/**
 * The course of one request: the client, the ingress controller, the Service, one of its ready endpoints by chance. The
 * status is the Pod's, or the controller's own as nginx gives it: 404 no rule, 503 no ready endpoint, 502 connection
 * refused, 504 no answer.
 */
function follow(world: World, client: string, host: string, path: string): TrafficRequest {
  const sentAt = world.now;
  const atIngress = sentAt + outside;
  const way = wayOf(world, host, path);
  const request: TrafficRequest = {
    id: world.network.nextRequest++,
    client,
    host,
    path,
    sentAt,
    hops: [
      { at: sentAt, kind: 'client', key: client },
      { at: atIngress, kind: 'ingress', key: way.ingress ?? '' },
    ],
    answeredAt: atIngress + outside,
    status: 404,
  };
  if (way.service === undefined) return { ...request, error: 'no rule for this host and path' };
  request.hops.push({ at: atIngress + inside, kind: 'service', key: way.service });
  if (way.endpoints.length === 0) return { ...request, status: 503, error: 'no ready endpoint' };
  const { ip, port, pod } = pick(world.chance, way.endpoints);
  const atPod = atIngress + 2 * inside;
  request.hops.push({ at: atPod, kind: 'pod', key: pod?.key ?? ip, ...(pod && { uid: pod.uid }) });
  const answer = httpRequest(world, { ip, port, host, path });
  if ('status' in answer) {
    request.status = answer.status;
    request.answeredAt = atPod + answer.latency + 2 * inside + outside;
  } else if (answer.error === 'timeout') {
    request.status = 504;
    request.error = 'no answer in time';
    request.answeredAt = atIngress + connectTimeout + outside;
  } else {
    request.status = 502;
    request.error = answer.error;
    request.answeredAt = atPod + 2 * inside + outside;
  }
  return request;
}
