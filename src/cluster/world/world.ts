import type { StreamsState } from '../apiserver/streams.ts';
import type { ControllerManagerState } from '../controllers/runner.ts';
import type { ControlPlanePart } from '../controlPlane.ts';
import type { EventRecorderState } from '../events/correlate.ts';
import type { KubeletState } from '../kubelet/state.ts';
import type { NetworkState } from '../network/state.ts';
import type { ImageDescription } from '../runtime/images/image.ts';
import type { FileEntry, RuntimeState } from '../runtime/state.ts';
import type { SchedulerState } from '../scheduler/state.ts';
import type { Upgrade } from '../upgrade/state.ts';
import type { Chance } from './chance.ts';
import type { EventQueue, Milliseconds } from './queue.ts';
import type { Store } from './store.ts';

/**
 * Everything there is at an instant, as plain data: no closures, promises, class instances or timers inside. The same
 * seed and the same commands give the same world, to the byte. Components change it in place through the functions of
 * their folder; stored Kubernetes objects alone are never changed, only replaced.
 */
export interface World {
  /** Raised when a saved world of before cannot be read any more. */
  format: 1;
  now: Milliseconds;
  /** How many events have run: with it an instant is exact, even among events of the same time. */
  steps: number;
  /** The revision up to which the components have been told of writes. */
  told: number;
  chance: Chance;
  queue: EventQueue;
  store: Store;
  events: EventRecorderState;
  controllerManager: ControllerManagerState;
  scheduler: SchedulerState;
  /** By node name. */
  kubelets: Map<string, KubeletState>;
  /** Containers and images of each node, and the processes in them, by node name. */
  runtimes: Map<string, RuntimeState>;
  network: NetworkState;
  /** Who routes to an address of a Pod: the node that gave it out last. */
  podAddresses: Map<string, string>;
  /** Whether a metrics-server runs: without one there is no metrics.k8s.io. */
  servesMetrics: boolean;
  /** Processes of the control plane that are stopped. */
  stoppedParts: Set<ControlPlanePart>;
  /** Nodes that are being upgraded, by name. */
  upgrades: Map<string, Upgrade>;
  streams: StreamsState;
  /** Disks that outlive Pods: of nodes (`host/NODE`) and of PersistentVolumes (`pv/UID`); absent while nobody has used one. */
  disks?: Map<string, Map<string, FileEntry>>;
  /** Images that a learner has declared, by full name; absent where there is none. */
  images?: Map<string, ImageDescription>;
}

/** What one may ask for when a world is made. */
export interface WorldOptions {
  seed: number;
  /** The wall-clock time at which the world begins; default 2026-01-01T00:00:00Z. */
  start?: Milliseconds;
}
