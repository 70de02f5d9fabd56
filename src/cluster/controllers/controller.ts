import type { ObjectToWrite, Pod, Stored } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import type { ApiRequest } from '../apiserver/request.ts';
import type { EventToRecord } from '../events/record.ts';
import type { PodUsage } from '../kubelet/usage.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { Change, Store } from '../world/store.ts';

/** A call of the API that a controller wants. */
export interface RequestWrite {
  request: ApiRequest;
  /** HTTP codes of refusals that are as good as success: 404 for a deletion. */
  tolerate?: readonly number[];
  /** So much later than usual after the write before: where the real controller looks something up in between. */
  after?: Milliseconds;
  /** Calls that the real controller makes side by side: after a refusal the rest of the batch is still tried. */
  batch?: number;
  /** The Event that tells of it, recorded where the call went well. */
  event?: EventToRecord;
}

/** A write that a controller wants: a call of the API, or an Event about something. */
export type Write = RequestWrite | { event: EventToRecord };

/** What one pass of a controller decided. */
export interface Plan {
  /**
   * Done one after another, each after the time of an API call (Events cost none: the real recorder works beside);
   * the first refusal ends the pass, which is then tried again with back-off. Several updates of one object within
   * a pass may all carry the resourceVersion that the pass has seen.
   */
  writes: Write[];
  /** Look at this key again so long after the beginning of the pass, whatever happens. */
  requeueAfter?: Milliseconds;
  /** The pass has failed, whatever its writes come to: it is tried again with back-off. */
  failed?: boolean;
  /** How long the real controller computes, where there is much to look at; the writes begin after it. */
  thinks?: Milliseconds;
}

/** What a controller may look at. Reading is free; deciding must depend on nothing else. */
export interface View {
  now: Milliseconds;
  store: Store;
  /** What a Pod uses, as the metrics API says it; absent where no metrics are served. */
  podUsage?(pod: Stored<Pod>): PodUsage | undefined;
  /** What the controller keeps between passes: what its `createMemory` made. Plain data. */
  memory: unknown;
  /** A name for a new object, `base` with five letters of the seeded chance behind it. */
  generateName(base: string): string;
}

/** A control loop: a reconciler as in Kubernetes, one file each, listed in registry.ts. */
export interface Controller {
  /** As it appears in events and causes: `replicaset-controller`. */
  name: string;
  /** Plural names of the resources whose changes it is told of. */
  watches: readonly string[];
  /** Which of its objects (by key) a change may concern; called for every change of what it watches, so cheap. */
  keysFor(change: Change, store: Store, memory: unknown): readonly string[];
  /** The keys of changes are looked at only after so long, which may depend on the change. */
  delay?: Milliseconds | ((change: Change) => Milliseconds);
  /**
   * One pass over one key: compares what is with what should be. Data in, plan out; nothing is changed but, where the
   * controller has one, its own memory.
   */
  reconcile(view: View, key: string): Plan;
  /** The first step of its back-off, and the longest; default 5 ms and 1000 s. */
  firstBackOff?: Milliseconds;
  longestBackOff?: Milliseconds;
  /** What else to write when a call of a pass over the key was refused, before the pass is tried again. */
  refused?(view: View, key: string, request: ApiRequest, failure: Failure): Write[];
  /** The memory at the beginning; plain data. */
  createMemory?(): unknown;
  /** Notes a change in the memory at once; called for every change of what it watches, so cheap. */
  remember?(memory: unknown, change: Change): void;
}

export type { ObjectToWrite };
