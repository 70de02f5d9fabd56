import type { ContainerStatus, Pod } from '../../../api/objects.ts';
import { isSidecar, restartsAfter, statusOf } from './spec.ts';

export type Phase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/**
 * The phase that container statuses (init and main together) make. `isTerminal`: the kubelet has decided that nothing
 * is started again; `isInitialized`: a main container has been seen. Source: getPhase of pkg/kubelet/kubelet_pods.go.
 */
export function phaseOf(
  pod: Pick<Pod, 'spec' | 'metadata'>,
  statuses: readonly ContainerStatus[],
  isTerminal: boolean,
  isInitialized: boolean,
): Phase {
  const init = countInit(pod, statuses);
  const sidecars = countSidecars(pod, statuses);
  const main = countMain(pod, statuses);
  const waiting = sidecars.waiting + main.waiting;
  const running = sidecars.running + main.running;
  const unknown = sidecars.unknown + main.unknown;

  if (init.failed > 0) return 'Failed';
  if (init.pending > 0 || (sidecars.pending > 0 && !isInitialized) || waiting > 0) return 'Pending';
  if (running > 0 && unknown === 0) return 'Running';
  if (running > 0 || main.stopped === 0 || unknown > 0) return 'Pending';

  const isStatic = pod.metadata?.annotations?.['kubernetes.io/config.source'] === 'file';
  const outcome: Phase = main.stopped === main.succeeded ? 'Succeeded' : 'Failed';
  if (isTerminal && !isStatic) return outcome;
  return main.restarting > 0 ? 'Running' : outcome;
}

function countInit(pod: Pick<Pod, 'spec'>, statuses: readonly ContainerStatus[]) {
  const count = { pending: 0, failed: 0 };
  for (const container of pod.spec?.initContainers ?? []) {
    if (isSidecar(container)) continue;
    const status = statusOf(statuses, container.name);
    const ended = status?.state?.terminated ?? (status?.state?.waiting && status.lastState?.terminated);
    if (!ended || status?.state?.running) count.pending++;
    else if (ended.exitCode !== 0 && !restartsAfter(container, pod, ended, 'init')) count.failed++;
  }
  return count;
}

function countSidecars(pod: Pick<Pod, 'spec'>, statuses: readonly ContainerStatus[]) {
  const count = { pending: 0, running: 0, waiting: 0, unknown: 0 };
  for (const container of pod.spec?.initContainers ?? []) {
    if (!isSidecar(container)) continue;
    const status = statusOf(statuses, container.name);
    if (status?.state?.running) {
      if (!status.started) count.pending++;
      count.running++;
    } else if (status?.state?.terminated) continue;
    else if (status?.state?.waiting) {
      if (status.lastState?.terminated) continue;
      count.pending++;
      count.waiting++;
    } else {
      if (status) count.pending++;
      count.unknown++;
    }
  }
  return count;
}

function countMain(pod: Pick<Pod, 'spec'>, statuses: readonly ContainerStatus[]) {
  const count = { running: 0, waiting: 0, unknown: 0, stopped: 0, succeeded: 0, restarting: 0 };
  for (const container of pod.spec?.containers ?? []) {
    const status = statusOf(statuses, container.name);
    const state = status?.state;
    const ended = state?.terminated ?? (state?.waiting && status?.lastState?.terminated);
    if (state?.running) count.running++;
    else if (ended) {
      count.stopped++;
      if (state?.terminated && ended.exitCode === 0) count.succeeded++;
      if (restartsAfter(container, pod, ended, 'main')) count.restarting++;
    } else if (state?.waiting) count.waiting++;
    else count.unknown++;
  }
  return count;
}
