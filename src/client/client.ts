import type { KubernetesObject } from '../api/objects.ts';
import type { Failure } from '../api/status.ts';
import type { RawAnswer } from '../cluster/apiserver/raw.ts';
import type { ApiRequest, ApiResponse } from '../cluster/apiserver/request.ts';
import type { Cause, ChangeType } from '../cluster/world/store.ts';

/** Nobody listens where the API server should be. Its message is what kubectl prints. */
export class Unreachable extends Error {}

/** What a watch tells. `cause` and `at` are known only of a simulated cluster. */
export interface WatchEvent {
  type: ChangeType;
  resource: string;
  object: KubernetesObject;
  /** Milliseconds since 1970, in the cluster's time. */
  at?: number;
  cause?: Cause;
}

/** What a subscriber of a watch is called with. */
export interface WatchHandler {
  /** The watch begins, or begins anew (the cluster went to another instant): all that the client knew is void. */
  reset(objects: { resource: string; object: KubernetesObject }[], revision: number): void;
  /** Changes in order; at most one call for each frame of the page. */
  batch(events: WatchEvent[]): void;
}

/**
 * A Kubernetes cluster as a client sees it. The page and kubectl know this interface and nothing behind it. Failures of
 * the cluster are answers (`Failure`); a promise is rejected only where the cluster cannot be reached.
 */
export interface ClusterClient {
  request(request: ApiRequest): Promise<ApiResponse>;
  /** What the server answers to a GET of any path, `kubectl get --raw`. */
  raw(path: string, accept?: string): Promise<RawAnswer>;
  /** Watches the given resources in all namespaces; returns how to stop. */
  watch(resources: readonly string[], handler: WatchHandler): () => void;
  /** What a container wrote, `kubectl logs`. */
  logs(request: LogRequest): Promise<LogAnswer>;
  /** Runs a command in a container to its end, `kubectl exec`. */
  exec(request: ExecRequest): Promise<ExecAnswer>;
  /** Begins a command whose input stays open, `kubectl exec -it`. */
  openExec(request: ExecRequest): Promise<ExecSession | Failure>;
  /** How the line to the cluster stands, now and whenever it changes; returns how to stop listening. */
  watchConnection(listener: (connection: Connection) => void): () => void;
  /** The clock of a simulated cluster; a real one has none. */
  clock?: ClusterClock;
  /** What only a simulated cluster can tell. */
  tank?: ClusterTank;
}

/** How the client stands to the cluster. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  /** The cluster stopped and is being brought back as it was last saved. */
  | { state: 'restarting'; reason: string }
  /** It cannot be brought back without the user. */
  | { state: 'broken'; reason: string };

export interface LogRequest {
  namespace: string;
  pod: string;
  container?: string;
  tailLines?: number;
  previous?: boolean;
  limitBytes?: number;
  /** Puts the time of writing before each line. */
  timestamps?: boolean;
  /** Only what was written in the last so many seconds, or since an instant (milliseconds since 1970). */
  sinceSeconds?: number;
  sinceTime?: number;
}
export type LogAnswer = { text: string } | Failure;

export interface ExecRequest {
  namespace: string;
  pod: string;
  container?: string;
  command: string[];
  /** Standard input as a whole; without it, empty. */
  stdin?: string;
}
export type ExecAnswer = { stdout: string; stderr: string; exitCode: number } | Failure;

/** A command that runs in a container and is spoken with. */
export interface ExecSession {
  /** Types a text, newline included; closes the input where there is none. */
  type(text?: string): Promise<void>;
  /** All that it has printed so far; the exit code once it has ended. Undefined where it is gone: the cluster went to another instant. */
  read(): Promise<{ stdout: string; stderr: string; exitCode?: number } | undefined>;
}

/** The instant, and how time runs. */
export interface ClockState {
  /** Milliseconds since 1970. */
  now: number;
  /** When the scenario began. */
  start: number;
  /** The latest instant that was reached and can be gone forward to again. */
  latest: number;
  /** The earliest instant that can be gone back to. */
  earliest: number;
  running: boolean;
  /** Virtual seconds in a second of the wall clock, 0.1 to 1000. */
  speed: number;
}

/** How to run a simulated cluster's time. */
export interface ClusterClock {
  state(): ClockState;
  subscribe(listener: (state: ClockState) => void): () => void;
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  /** Runs one event of the queue. */
  stepEvent(): Promise<void>;
  /** Runs until an object changes. */
  stepChange(): Promise<void>;
  /** Goes back to just before the last change. */
  stepBack(): Promise<void>;
  /** Goes to an instant, forward or back. What was done after it is forgotten once something else is done there. */
  seek(time: number): Promise<void>;
  /** Resolves when the cluster's time has advanced by so many milliseconds, for clients that wait. */
  sleep(milliseconds: number): Promise<void>;
}

/** The glass of the tank: what a simulated cluster shows that a real one cannot, and what can be done to it from outside. */
export interface ClusterTank {
  /** The requests of clients on their way through the cluster, once a frame: those sent since the last call. */
  watchTraffic(listener: (traffic: TrafficBatch) => void): () => void;
  /** The statecharts of a Pod and its containers as they stand, by the Pod's uid. Undefined where no kubelet has it. */
  machines(podUid: string): Promise<PodMachines | undefined>;
  /** What the scheduler tried for a Pod, by its uid: its last attempts, oldest first. Empty for a Pod it never saw. */
  attempts(podUid: string): Promise<SchedulingAttempt[]>;
  /** What the scheduler would decide about a Pod now, if some things were different; the cluster stays as it is. */
  whatIf(about: WhatIfPod, changes?: WhatIfChanges): Promise<WhatIfAnswer>;
  /** What is going on inside of Pods, by their uids; those that no kubelet has are left out. */
  inside(podUids: readonly string[]): Promise<PodInside[]>;
  /** Which parts of the cluster are stopped, slow or being upgraded. */
  parts(): Promise<TankParts>;
  /** Does something to the cluster that no API call does. */
  act(action: TankAction): Promise<void>;
}

export type { TankAction } from '../cluster/actions.ts';
export type { ControlPlanePart, TankParts } from '../cluster/controlPlane.ts';
export type { ContainerInside, PodInside, ProbeInside, VolumeInside } from '../cluster/inside/state.ts';
export type { PodMachines } from '../cluster/kubelet/state.ts';
export type { TrafficBatch } from '../cluster/network/state.ts';
export type { DeclaredImage } from '../cluster/runtime/images/declared.ts';
export type { AttemptOutcome, SchedulingAttempt } from '../cluster/scheduler/attempts.ts';
export type { Decision, NodeDecision, NodeScore, Preemption, Verdict } from '../cluster/scheduler/decision.ts';
export type { WhatIfAnswer, WhatIfChanges, WhatIfPod } from '../cluster/scheduler/whatIf.ts';

import type { TankAction } from '../cluster/actions.ts';
import type { TankParts } from '../cluster/controlPlane.ts';
import type { PodInside } from '../cluster/inside/state.ts';
import type { PodMachines } from '../cluster/kubelet/state.ts';
import type { TrafficBatch } from '../cluster/network/state.ts';
import type { SchedulingAttempt } from '../cluster/scheduler/attempts.ts';
import type { WhatIfAnswer, WhatIfChanges, WhatIfPod } from '../cluster/scheduler/whatIf.ts';
