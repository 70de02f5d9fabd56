import { logs, readContainerFile, removeContainer } from '../runtime/runtime.ts';
import type { Milliseconds } from '../world/queue.ts';
import { push } from '../world/queue.ts';
import type { Termination } from './machines/container.ts';
import type { KubeletMessage } from './messages.ts';
import { stopProbes } from './probes.ts';
import { type ContainerScope, containersIn, type PodScope, tellContainer } from './scope.ts';
import type { KubeletState } from './state.ts';
import { restartsAfter } from './status/spec.ts';

// PLEG, the pod lifecycle event generator, looks at all containers once a second, at a moment of its own on each node.
// Only looks at which there is something to see are put into the queue.

/** The last look at or before `now`. */
export function lastRelist({ relistPhase }: KubeletState, now: Milliseconds): Milliseconds {
  return now - ((((now - relistPhase) % 1000) + 1000) % 1000);
}

/** The next look after `now`. */
export function nextRelist(kubelet: KubeletState, now: Milliseconds): Milliseconds {
  return lastRelist(kubelet, now) + 1000;
}

/** Something changed at the Pod's containers: the next look will see it. */
export function noteForRelist({ world, node, kubelet, worker }: PodScope): void {
  const at = nextRelist(kubelet, world.now);
  if (worker.relistAt === at) return;
  worker.relistAt = at;
  const message: KubeletMessage = { type: 'relist', node, uid: worker.pod.metadata.uid, at };
  push(world.queue, at, 'kubelet', message);
}

/** Notices which containers of the Pod have ended. */
export function noticeExits(scope: PodScope): void {
  for (const container of containersIn(scope)) if (container.record.exit) noticeExit(scope, container);
}

/** Tells the machines of a container that it has ended. */
export function noticeExit(scope: PodScope, container: ContainerScope): void {
  const { record } = container;
  if (!record.exit) return;
  const termination = terminationOf(scope, container, record.exit);
  const message = record.postStartError;
  const restarts = restartsAfter(container.spec, scope.worker.pod, termination, container.role);
  if (message === undefined) tellContainer(scope, record, { type: 'EXITED', termination });
  else tellContainer(scope, record, { type: 'POST_START_FAILED', message, termination, restarts });
  delete record.postStartError;
  // One dead container of a name is kept: this one. Source: pod_container_deletor.go, maxPerPodContainer 1.
  if (record.previousID) removeContainer(scope.world, scope.node, record.previousID);
  delete record.previousID;
  delete record.exit;
  delete record.stop;
  stopProbes(scope, record);
}

function terminationOf(
  scope: PodScope,
  { spec, record }: ContainerScope,
  exit: NonNullable<ContainerScope['record']['exit']>,
): Termination {
  const { containerID, startedAt } = record.container.context;
  const message = containerID && terminationMessage(scope, spec, containerID, exit.exitCode);
  return {
    ...(containerID && { containerID }),
    exitCode: exit.exitCode,
    reason: exit.reason ?? (exit.exitCode === 0 ? 'Completed' : 'Error'),
    ...(message && { message }),
    ...(startedAt !== undefined && { startedAt }),
    finishedAt: exit.at,
  };
}

/** What the container left in its termination log, or the end of its log. Source: kuberuntime getTerminationMessage. */
function terminationMessage(
  { world, node }: PodScope,
  spec: ContainerScope['spec'],
  containerID: string,
  exitCode: number,
): string | undefined {
  const path = spec.terminationMessagePath ?? '/dev/termination-log';
  const text = readContainerFile(world, node, containerID, path);
  if (text) return text.slice(-4096);
  if (spec.terminationMessagePolicy !== 'FallbackToLogsOnError' || exitCode === 0) return undefined;
  return logs(world, node, containerID, { tailLines: 80 }).slice(-2048);
}
