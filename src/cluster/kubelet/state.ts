import type { Pod, Probe, Stored } from '../../api/objects.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { BackOff } from './backOff.ts';
import type { EvictionState } from './eviction/synchronize.ts';
import type { FailedPull } from './images.ts';
import { begin, type MachineName, type MomentOf } from './machines/advance.ts';
import type { ProbeKind } from './machines/probe.ts';
import type { NodeToAdd } from './node.ts';
import type { ResourcesByName } from './resources/allocated.ts';
import type { KubeletPodStatus } from './status/podStatus.ts';

/** XState's state value: a name, or an object of names where states are nested or parallel. */
export type StateValue = string | { [key: string]: StateValue | undefined };

/** One machine as it stands: small plain data, kept in the world. */
export interface MachineMoment<Context = object, Name extends MachineName = MachineName> {
  /** Which of machines/registry.ts. */
  machine: Name;
  value: StateValue;
  context: Context;
  /** When it came to this state. */
  since: Milliseconds;
}

/** The machines of a Pod, for whoever shows or explains it. */
export interface PodMachines {
  pod: MachineMoment;
  /** By name of the container: its own machine, then its image pull, then its probes. */
  containers: Record<string, MachineMoment[]>;
}

/** Everything that the kubelet of one node knows and the API does not: plain data, part of the world. */
export interface KubeletState {
  /** What it registers its node with. */
  machine: NodeToAdd;
  node: MomentOf<'node'>;
  /** Raised with each start of the kubelet: messages of an earlier life are dropped. */
  boot: number;
  /** When, within each second, it looks at the runtime (PLEG), and when it looks which workers are due. */
  relistPhase: Milliseconds;
  tickPhase: Milliseconds;
  /** By uid of the Pod. */
  workers: Map<string, PodWorker>;
  /** Image pulls that failed, by `uid_image`. Source: kubelet images.imageManager. */
  imageBackOffs: Map<string, FailedPull>;
  /** When the node's status was last posted. */
  statusPostedAt: Milliseconds;
  /** Its version where it is not the usual one: `v1.36.3`. */
  version?: string;
  /** All takes so many times longer here; absent: as usual. */
  slowness?: number;
  /** What the eviction manager remembers; absent while nothing was ever short. */
  eviction?: EvictionState;
  /** What is taken of the node outside of Kubernetes, in bytes. */
  outside?: { memory: number; disk: number };
  /** `spec.unschedulable` as last told of in an Event. */
  wasCordoned: boolean;
}

/** What the kubelet keeps of one Pod. Source: pkg/kubelet/pod_workers.go, prober, status manager. */
export interface PodWorker {
  /** The Pod as last seen; it may be gone from the API while its containers still stop. */
  pod: Stored<Pod>;
  /** Its object is gone from the API. */
  isGone: boolean;
  machine: MomentOf<'pod'>;
  /** Init containers first, then the others, each in the order of the spec. */
  containers: Record<string, ContainerRecord>;
  startTime: Milliseconds;
  sandbox?: { ip: string };
  /** The address as the status tells it: from the sync after the one that made the sandbox. */
  shownIP?: string;
  /** What the status manager holds: written, or to be written when the API is reached again. */
  status?: KubeletPodStatus;
  isStatusUnsent?: boolean;
  /** What the worker is about; absent while it sleeps. */
  work?: Work;
  /** Raised with each step: answers to an earlier one are dropped. */
  step: number;
  /** Something happened while it worked. */
  isUpdatePending: boolean;
  lastSyncEnd: Milliseconds;
  /** When PLEG is to see a change at its containers. */
  relistAt: Milliseconds;
  /** When it is to look again. */
  wakeAt: Milliseconds;
  /** What was admitted for its containers, where the spec wants something else that is pending. */
  allocated?: ResourcesByName;
  resizePending?: { reason: 'Deferred' | 'Infeasible'; message: string; since: Milliseconds };
  /** What its containers run with, where something else has been admitted. */
  actual?: ResourcesByName;
  resizeSince?: Milliseconds;
  /** Grace of the deletion as last seen; a shorter one takes effect at once. */
  graceSeconds?: number;
}

/** One pass of a worker, step by step. */
export interface Work {
  kind: 'sync' | 'terminating' | 'terminated';
  /** Containers still to be started in this sync, in order. */
  toStart: string[];
  /** Containers that are being stopped. */
  stopping: string[];
  /** Sidecars that wait until the others have stopped; the last goes first. */
  thenStop: string[];
  /** A volume could not be mounted: how long is waited before the next try. */
  mountRetry?: Milliseconds;
  /** All containers are stopped, to begin anew from the first init container. */
  isResetting?: boolean;
  /** The containers are being given other limits. */
  isResizing?: boolean;
  /** What is being started, and how far it is. */
  starting?: { name: string; stage: 'pulling' | 'creating' | 'starting' | 'postStart' };
  /** Containers that were killed in this sync. */
  killed: string[];
  hasStarted: boolean;
  /** Something failed that is tried again with back-off. */
  hasFailed: boolean;
  /** When the shortest of the back-offs found in this sync is over. */
  backOffUntil?: Milliseconds;
  /** Deletion came in between: the rest of a sync is dropped. */
  isCancelled: boolean;
}

export interface ContainerRecord {
  container: MomentOf<'container'>;
  imagePull: MomentOf<'imagePull'>;
  probes: Partial<Record<ProbeKind, ProbeRecord>>;
  /** Crash loops: grows with each restart. */
  backOff?: BackOff;
  /** The user that the image names by a number, where that is not root. */
  imageUser?: number;
  /** The image of the spec that the container was made with. */
  madeWith?: string;
  /** Its end, which the next relist will notice. */
  exit?: { exitCode: number; signal?: number; reason?: string; at: Milliseconds };
  /** It was removed for all to begin anew, and is not known any more until it has been made again. */
  isReset?: true;
  /** It is being stopped. */
  stop?: { since: Milliseconds; grace: Milliseconds };
  /** Its postStart hook failed, so: it is being stopped, and this will be said of it. */
  postStartError?: string;
  /** The one before, kept for `kubectl logs --previous` until the one of now has ended. */
  previousID?: string;
}

/** A prober's worker beside its machine. */
export interface ProbeRecord {
  machine: MomentOf<'probe'>;
  spec: Probe;
  /** Its ticks are at this instant plus whole periods. */
  ticksFrom: Milliseconds;
  /** The probe that is due, or whose answer is awaited; others are dropped. */
  turn: number;
  isRunning: boolean;
}

/** A kubelet at its first start on a node; `phases` from the seeded chance. */
export function createKubeletState(
  machine: NodeToAdd,
  now: Milliseconds,
  relistPhase: Milliseconds,
  tickPhase: Milliseconds,
): KubeletState {
  return {
    machine,
    node: begin('node', now),
    boot: 1,
    relistPhase,
    tickPhase,
    workers: new Map(),
    imageBackOffs: new Map(),
    statusPostedAt: now,
    wasCordoned: false,
  };
}

/** The machines of a Pod that some kubelet works on, found by its uid. */
export function podMachines(world: World, podUid: string): PodMachines | undefined {
  for (const kubelet of world.kubelets.values()) {
    const worker = kubelet.workers.get(podUid);
    if (!worker) continue;
    const containers: Record<string, MachineMoment[]> = {};
    for (const [name, record] of Object.entries(worker.containers)) {
      const probes = Object.values(record.probes).map((probe) => probe.machine);
      containers[name] = [record.container, record.imagePull, ...probes];
    }
    return { pod: worker.machine, containers };
  }
  return undefined;
}
