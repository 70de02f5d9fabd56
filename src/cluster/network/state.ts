import type { Milliseconds } from '../world/queue.ts';

/** Addresses given out, clients outside the cluster, and their requests on the way. Plain data: part of the world. */
export interface NetworkState {
  /** Service IPs in use, in order of allocation, to the key of their Service. */
  serviceIPs: Map<string, string>;
  /** Node ports in use, to the key of their Service. */
  nodePorts: Map<number, string>;
  /** By name. */
  clients: Map<string, TrafficClient>;
  /** When each client sends, by its name; those that are silent are left out. */
  senders: Map<string, Sender>;
  /** Of the last change of a Service, Ingress or EndpointSlice: routes worked out since then hold. */
  routesRevision: number;
  nextRequest: number;
  /** The last requests, oldest first; enough of them for the picture. */
  requests: TrafficRequest[];
}

/** Somebody outside the cluster who keeps asking. */
export interface TrafficClient {
  name: string;
  /** 0 is silence. */
  perSecond: number;
  /** What it asks for, in turn. */
  targets: { host: string; path: string }[];
}

/** The rhythm of a client: request number n leaves at `since + n * 1000 / perSecond`. */
export interface Sender {
  since: Milliseconds;
  sent: number;
  /** Which target is next; goes on when the rhythm changes. */
  target: number;
  /** Raised when the rhythm changes: messages of before are void. */
  round: number;
}

/** One request, as it went. All is known when it is sent; when each hop happens tells the times. */
export interface TrafficRequest {
  id: number;
  client: string;
  host: string;
  path: string;
  sentAt: Milliseconds;
  hops: TrafficHop[];
  answeredAt: Milliseconds;
  /** HTTP status; 0 where no connection came about. */
  status: number;
  /** What went wrong, in a few words; absent where all went well. */
  error?: string;
}

/** A stop of a request, in the order client, ingress, service, pod. */
export interface TrafficHop {
  /** The moment at which it arrives there. */
  at: Milliseconds;
  kind: 'client' | 'ingress' | 'service' | 'pod';
  /** Key of the object (`namespace/name`); the client's name. For Pods the uid is in `uid`. */
  key: string;
  uid?: string;
}

/** What the page is told of traffic: once a frame at most. */
export interface TrafficBatch {
  requests: TrafficRequest[];
  clients: TrafficClient[];
}

export function createNetworkState(): NetworkState {
  return {
    serviceIPs: new Map(),
    nodePorts: new Map(),
    clients: new Map(),
    senders: new Map(),
    routesRevision: 0,
    nextRequest: 1,
    requests: [],
  };
}
