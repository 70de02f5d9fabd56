import type { ClockState, ClusterClient, WatchEvent } from '../client/client.ts';
import { setClock, useClock } from './clock.ts';
import { applyToCluster, resetCluster, setConnection, watchedResources } from './cluster.ts';
import { forgetMessagesAfter, takeMessage } from './messages.ts';
import { forgetMomentsAfter, takeMoment } from './moments.ts';
import { findPods, forgetPodMomentsAfter, takePodMoment } from './podHistory.ts';
import { followTankParts } from './tankParts.ts';
import { forgetTrafficAfter, takeTraffic } from './traffic.ts';

/** Fills the stores from a cluster, from now on. Returns how to stop. */
export function connect(client: ClusterClient): () => void {
  const stops = [
    client.watchConnection(setConnection),
    client.watch(watchedResources, {
      reset(objects, revision) {
        const now = client.clock?.state().now;
        if (now !== undefined) {
          forgetAfter(now);
          findPods(objects, now);
        }
        resetCluster(objects, revision);
      },
      batch(events) {
        for (const event of events) note(event);
        applyToCluster(events);
      },
    }),
  ];
  if (client.clock) {
    takeClock(client.clock.state());
    stops.push(client.clock.subscribe(takeClock));
  }
  if (client.tank) stops.push(client.tank.watchTraffic(takeTraffic), followTankParts(client));
  return () => {
    for (const stop of stops) stop();
  };
}

function note(event: WatchEvent): void {
  const { at, cause } = event;
  if (at === undefined) return;
  takeMoment({ ...event, at });
  if (event.resource === 'pods') takePodMoment({ ...event, at });
  if (cause) takeMessage({ ...event, at, cause });
}

function takeClock(state: ClockState): void {
  if (state.now < useClock.getState().now) forgetAfter(state.now);
  if (state.latest < useClock.getState().latest) {
    forgetMomentsAfter(state.latest);
    forgetPodMomentsAfter(state.latest);
  }
  setClock(state);
}

function forgetAfter(now: number): void {
  forgetTrafficAfter(now);
  forgetMessagesAfter(now);
}
