import type { ObjectToWrite } from '../../api/objects.ts';
import type { ApiRequest } from '../apiserver/request.ts';
import type { EventToRecord } from '../events/record.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { Change, Store } from '../world/store.ts';

/** A write that a controller wants: a call of the API, or an Event about something. */
export type Write = { request: ApiRequest } | { event: EventToRecord };

/** What one pass of a controller decided. */
export interface Plan {
  /** Done one after another, each after the time of an API call; the first refusal ends the pass, which is then tried again with back-off. */
  writes: Write[];
  /** Look at this key again after so long, whatever happens. */
  requeueAfter?: Milliseconds;
}

/** What a controller may look at. Reading is free; deciding must depend on nothing else. */
export interface View {
  now: Milliseconds;
  store: Store;
  /** A name for a new object, `base` with five letters of the seeded chance behind it. */
  generateName(base: string): string;
}

/** A control loop: a reconciler as in Kubernetes, one file each, listed in registry.ts. */
export interface Controller {
  /** As it appears in events and causes: `replicaset-controller`. */
  name: string;
  /** Which of its objects (by key) a change may concern; called for every change, so cheap. */
  keysFor(change: Change, store: Store): string[];
  /** One pass over one key: compares what is with what should be. Pure: data in, plan out. */
  reconcile(view: View, key: string): Plan;
}

export type { ObjectToWrite };
