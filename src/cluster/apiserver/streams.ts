import type { ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { badRequest, type Failure, isFailure, notFound } from '../../api/status.ts';
import type { Component } from '../component.ts';
import type { RuntimeMessage } from '../runtime/contract.ts';
import { exec, logs } from '../runtime/runtime.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** Commands that clients run in containers (`exec`), on their way. Plain data: part of the world. */
export interface StreamsState {
  nextExec: number;
  /** The last ones that have ended, by id, for the clients that wait for them. */
  ended: Map<string, ExecResult>;
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
    ended.set(id, { stdout: message.stdout, stderr: message.stderr, exitCode });
    const oldest = ended.keys().next();
    if (ended.size > keptResults && !oldest.done) ended.delete(oldest.value);
  },
};

/** What a container wrote, as `pods/NAME/log` answers. */
export function readLogs(
  world: World,
  reference: ContainerReference & { previous?: boolean; tailLines?: number },
): { text: string } | Failure {
  const found = findContainer(world, reference);
  if (isFailure(found)) return found;
  const { node, name, status } = found;
  const ended = status?.lastState?.terminated ?? undefined;
  if (reference.previous && !ended?.containerID)
    return badRequest(`previous terminated container "${name}" in pod "${reference.pod}" not found`);
  const id = reference.previous ? ended?.containerID : (status?.containerID ?? ended?.containerID);
  if (!id)
    return badRequest(`container "${name}" in pod "${reference.pod}" is waiting to start: ${whyWaiting(status)}`);
  const options = reference.tailLines === undefined ? {} : { tailLines: reference.tailLines };
  return { text: logs(world, node, bare(id), options) };
}

/** Starts a command in a running container; its result comes under the id in `world.streams.ended`. */
export function startExec(world: World, reference: ContainerReference, command: string[]): { id: string } | Failure {
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
  exec(world, node, bare(status.containerID), command, { replyTo: 'streams', id, podUid: uid });
  return { id };
}

function findContainer(
  world: World,
  { namespace, pod: podName, container }: ContainerReference,
): { node: string; name: string; uid: string; status: ContainerStatus | undefined } | Failure {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', `${namespace}/${podName}`);
  if (!pod?.spec) return notFound(resourceOf('pods'), podName);
  const names = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].map(({ name }) => name);
  const name = container ?? pod.spec.containers[0]?.name ?? '';
  if (!names.includes(name)) return badRequest(`container ${name} is not valid for pod ${podName}`);
  if (!pod.spec.nodeName) return badRequest(`pod ${podName} does not have a host assigned`);
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
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
