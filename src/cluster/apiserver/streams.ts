import type { ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { badRequest, type Failure, isFailure, notFound } from '../../api/status.ts';
import type { Component } from '../component.ts';
import type { RuntimeMessage } from '../runtime/contract.ts';
import { exec, execOutput, logs, typeInput } from '../runtime/runtime.ts';
import type { Milliseconds } from '../world/queue.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** Commands that clients run in containers (`exec`), on their way. Plain data: part of the world. */
export interface StreamsState {
  nextExec: number;
  /** The last ones that have ended, by id, for the clients that wait for them. */
  ended: Map<string, ExecResult>;
  /** Where those run whose input is open, by id. */
  open?: Map<string, { node: string; container: string }>;
}

export interface ExecResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Which container of which Pod; without a name the only one, or the first. */
export interface ContainerReference {
  namespace: string;
  pod: string;
  container?: string | undefined;
}

export function createStreamsState(): StreamsState {
  return { nextExec: 1, ended: new Map() };
}

const keptResults = 50;

/** Takes the ends of commands in containers for the clients that wait for them. */
export const streams: Component = {
  name: 'streams',
  handle(world: World, message: Extract<RuntimeMessage, { type: 'execEnded' }>) {
    const { id, exitCode } = message;
    const { ended } = world.streams;
    world.streams.open?.delete(id);
    ended.set(id, { stdout: message.stdout, stderr: message.stderr, exitCode });
    const oldest = ended.keys().next();
    if (ended.size > keptResults && !oldest.done) ended.delete(oldest.value);
  },
};

/** The options of a Pod's log. Source: PodLogOptions. */
export interface LogOptions {
  previous?: boolean;
  tailLines?: number;
  limitBytes?: number;
  timestamps?: boolean;
  /** Only what was written in the last so many seconds, or since an instant (milliseconds since 1970). */
  sinceSeconds?: number;
  sinceTime?: Milliseconds;
}

/** What a container wrote, as `pods/NAME/log` answers. */
export function readLogs(world: World, reference: ContainerReference & LogOptions): { text: string } | Failure {
  const found = findContainer(world, reference);
  if (isFailure(found)) return found;
  const { node, name, status } = found;
  const ended = status?.lastState?.terminated ?? undefined;
  if (reference.previous && !ended?.containerID)
    return badRequest(`previous terminated container "${name}" in pod "${reference.pod}" not found`);
  const id = reference.previous ? ended?.containerID : (status?.containerID ?? ended?.containerID);
  if (!id)
    return badRequest(`container "${name}" in pod "${reference.pod}" is waiting to start: ${whyWaiting(status)}`);
  const { tailLines, limitBytes, timestamps, sinceSeconds, sinceTime } = reference;
  const since = sinceTime ?? (sinceSeconds === undefined ? undefined : world.now - sinceSeconds * 1000);
  const options = {
    ...(tailLines !== undefined && { tailLines }),
    ...(limitBytes !== undefined && { limitBytes }),
    ...(timestamps && { timestamps }),
    ...(since !== undefined && { since }),
  };
  return { text: logs(world, node, bare(id), options) };
}

/** Starts a command in a running container; its result comes under the id in `world.streams.ended`. */
export function startExec(
  world: World,
  reference: ContainerReference,
  command: string[],
  { stdin, staysOpen, terminal }: ExecInput = {},
): { id: string } | Failure {
  const found = findContainer(world, reference);
  if (isFailure(found)) return found;
  const { node, name, status, uid } = found;
  if (!status?.state?.running || !status.containerID)
    return {
      ...badRequest(`unable to upgrade connection: container not found ("${name}")`),
      code: 500,
      reason: 'InternalError',
    };
  const id = `exec-${world.streams.nextExec++}`;
  const container = bare(status.containerID);
  if (staysOpen) {
    world.streams.open ??= new Map();
    world.streams.open.set(id, { node, container });
  }
  exec(world, node, container, command, {
    replyTo: 'streams',
    id,
    podUid: uid,
    ...(staysOpen ? { input: stdin ?? '', staysOpen } : stdin !== undefined && { input: stdin }),
    ...(terminal && { terminal }),
  });
  return { id };
}

/** What comes to a command from the client. */
export interface ExecInput {
  /** Standard input; as a whole, unless it stays open. */
  stdin?: string;
  staysOpen?: boolean;
  /** The client is a terminal. */
  terminal?: boolean;
}

/** Types into a command whose input is open; without a text, closes it. Nothing happens where it has ended. */
export function typeInto(world: World, id: string, text: string | undefined): void {
  const place = world.streams.open?.get(id);
  if (place) typeInput(world, place.node, place.container, id, text);
}

/** What a command has printed so far, and its exit code where it has ended; undefined where it is not known any more. */
export function readExec(world: World, id: string): { stdout: string; stderr: string; exitCode?: number } | undefined {
  const place = world.streams.open?.get(id);
  return world.streams.ended.get(id) ?? (place && execOutput(world, place.node, place.container, id));
}

function findContainer(
  world: World,
  { namespace, pod: podName, container }: ContainerReference,
): { node: string; name: string; uid: string; status: ContainerStatus | undefined } | Failure {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', `${namespace}/${podName}`);
  if (!pod?.spec) return notFound(resourceOf('pods'), podName);
  const { initContainers = [], containers, ephemeralContainers = [] } = pod.spec;
  const names = [...initContainers, ...containers, ...ephemeralContainers].map(({ name }) => name);
  const name = container ?? pod.spec.containers[0]?.name ?? '';
  if (!names.includes(name)) return badRequest(`container ${name} is not valid for pod ${podName}`);
  if (!pod.spec.nodeName) return badRequest(`pod ${podName} does not have a host assigned`);
  const { initContainerStatuses = [], containerStatuses = [], ephemeralContainerStatuses = [] } = pod.status ?? {};
  const statuses = [...initContainerStatuses, ...containerStatuses, ...ephemeralContainerStatuses];
  const status = statuses.find((candidate) => candidate.name === name);
  return { node: pod.spec.nodeName, name, uid: pod.metadata.uid, status };
}

/** The texts of the kubelet's validateContainerLogStatus. */
function whyWaiting(status: ContainerStatus | undefined): string {
  const reason = status?.state?.waiting?.reason ?? 'ContainerCreating';
  if (reason === 'ImagePullBackOff' || reason === 'ErrImagePull') return 'trying and failing to pull image';
  return reason === 'InvalidImageName' || reason === 'ErrImageNeverPull' ? `image can't be pulled` : reason;
}

/** The id without `containerd://`. */
function bare(containerID: string): string {
  return containerID.replace(/^\w+:\/\//, '');
}
