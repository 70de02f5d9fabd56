import type { Container, Pod } from '../../../api/objects.ts';
import { type Role, restartsAfter } from '../status/spec.ts';

/** A container as the runtime knows it: the latest of its name. */
export interface KnownContainer {
  name: string;
  id: string;
  state: 'created' | 'running' | 'exited' | 'unknown';
  exitCode: number;
  reason?: string;
  /** Its spec is not the one that it was made with. */
  specChanged?: boolean;
}

export interface KnownSandbox {
  id: string;
  state: 'READY' | 'NOTREADY';
  attempt: number;
  ip?: string;
  /** True where it is in the node's own network. */
  hostNetwork?: boolean;
}

export type ProbeResult = 'Success' | 'Failure' | 'Unknown';

/** What the kubelet knows of a Pod when it decides what to do next. */
export interface Known {
  pod: Pick<Pod, 'spec'> & { metadata?: Pod['metadata'] };
  /** The newest first. */
  sandboxes: readonly KnownSandbox[];
  /** The newest first where a name occurs twice. */
  containers: readonly KnownContainer[];
  /** Standing results by container id; absent where nothing has been asked yet. */
  liveness?: Readonly<Record<string, ProbeResult>>;
  startup?: Readonly<Record<string, ProbeResult>>;
  /** A rule RestartAllContainers has been met. */
  restartAllContainers?: boolean;
}

export interface ContainerToKill {
  id: string;
  name: string;
  message: string;
  reason: '' | 'Unknown' | 'LivenessProbe' | 'StartupProbe';
}

/** What one sync is to do; numbers are places in the lists of the spec. */
export interface PodActions {
  /** Nothing is left to run, or all begins anew: stop all that is there. */
  killPod: boolean;
  createSandbox: boolean;
  sandboxID: string;
  /** The next sandbox's attempt, or that of now. */
  attempt: number;
  initContainersToStart: number[];
  containersToStart: number[];
  ephemeralContainersToStart?: number[];
  containersToKill: ContainerToKill[];
  /** Containers that are removed before all begin anew, killed first where they run. */
  containersToReset?: { id: string; name: string; kill: boolean }[];
}

export const knownNamed = ({ containers }: Known, name: string): KnownContainer | undefined =>
  containers.find((container) => container.name === name);

/** Whether containers of this Pod are started again at all. Source: shouldRestartOnFailure. */
export const restartsOnFailure = ({ pod }: Known): boolean => pod.spec?.restartPolicy !== 'Never';

/** Whether a container that does not run is to run. Source: kubecontainer.ShouldContainerBeRestarted. */
export function shouldBeRestarted(known: Known, container: Container, role: Role): boolean {
  if (known.pod.metadata?.deletionTimestamp) return false;
  const status = knownNamed(known, container.name);
  if (!status) return true;
  if (status.state === 'running') return false;
  if (status.state !== 'exited') return true;
  return restartsAfter(container, known.pod, status, role);
}

/** Whether a killed container comes back by its policy; its rules say nothing of a kill. */
export const restartsAfterKill = (known: Known, { restartPolicy }: Container): boolean =>
  restartPolicy ? restartPolicy !== 'Never' : restartsOnFailure(known);

/** Says of a container in the state unknown that it is killed, so that it never runs twice. */
export const killUnknown = ({ id, name, state }: KnownContainer, what: string): ContainerToKill => ({
  id,
  name,
  message: `${what} is in "${state}" state, try killing it before restart`,
  reason: 'Unknown',
});
