import { create } from 'zustand';
import type { TrafficBatch } from '../client/client.ts';
import type { TrafficClient, TrafficRequest } from '../cluster/network/state.ts';
import { createRing } from './ring.ts';

/** The last requests of clients, oldest first. Read it in a frame; it does not announce itself. */
export const trafficRequests = createRing<TrafficRequest>(4096);

/** Who asks, and how often. */
export const useTrafficClients = create<{ clients: readonly TrafficClient[] }>()(() => ({ clients: [] }));

/** The id of the last request that was taken in. Ids only grow; a stretch that is played again has the same ones. */
let lastId = 0;

export function takeTraffic(batch: TrafficBatch): void {
  for (const request of batch.requests) {
    if (request.id <= lastId) continue;
    trafficRequests.push(request);
    lastId = request.id;
  }
  const known = useTrafficClients.getState().clients;
  const same =
    known.length === batch.clients.length &&
    known.every((client, index) => {
      const other = batch.clients[index];
      return other?.name === client.name && other.perSecond === client.perSecond;
    });
  if (!same) useTrafficClients.setState({ clients: batch.clients });
}

/** Forgets what was sent after an instant: the cluster went back to it. */
export function forgetTrafficAfter(time: number): void {
  trafficRequests.keep((request) => request.sentAt <= time);
  lastId = 0;
  trafficRequests.forEach((request) => {
    lastId = Math.max(lastId, request.id);
  });
}
