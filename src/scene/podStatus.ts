import type { ContainerStatus, Pod, Stored } from '../api/objects.ts';

/**
 * The word in the STATUS column of `kubectl get pods`.
 * Source: kubernetes/pkg/printers/internalversion/printers.go, printPod.
 */
export function podStatus(pod: Stored<Pod>): string {
  const status = pod.status ?? {};
  let word = status.reason || status.phase || 'Unknown';
  if (status.conditions?.some((one) => one.type === 'PodScheduled' && one.reason === 'SchedulingGated'))
    word = 'SchedulingGated';
  const initializing = initStatus(pod);
  if (initializing !== undefined) word = initializing;
  const initialized = status.conditions?.some((one) => one.type === 'Initialized' && one.status === 'True');
  if (initializing === undefined || initialized) word = containersStatus(pod, word);
  if (pod.metadata.deletionTimestamp === undefined) return word;
  if (status.reason === 'NodeLost') return 'Unknown';
  return status.phase === 'Succeeded' || status.phase === 'Failed' ? word : 'Terminating';
}

/** `Init:0/1` and the like while init containers run; undefined once they are through. */
function initStatus(pod: Stored<Pod>): string | undefined {
  const specs = pod.spec?.initContainers ?? [];
  const statuses = pod.status?.initContainerStatuses ?? [];
  for (const [index, status] of statuses.entries()) {
    const sidecar = specs.find((one) => one.name === status.name)?.restartPolicy === 'Always';
    const { terminated, waiting } = status.state ?? {};
    if (terminated?.exitCode === 0 || (sidecar && status.started)) continue;
    if (terminated) return `Init:${terminated.reason || exitWord(terminated)}`;
    if (waiting?.reason && waiting.reason !== 'PodInitializing') return `Init:${waiting.reason}`;
    return `Init:${index}/${specs.length}`;
  }
  return undefined;
}

function containersStatus(pod: Stored<Pod>, before: string): string {
  let word = before;
  let running = false;
  for (const status of [...(pod.status?.containerStatuses ?? [])].reverse()) {
    const { terminated, waiting } = status.state ?? {};
    if (waiting?.reason) word = waiting.reason;
    else if (terminated) word = terminated.reason || exitWord(terminated);
    else if (status.ready && status.state?.running) running = true;
  }
  if (word !== 'Completed' || !running) return word;
  return pod.status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ? 'Running' : 'NotReady';
}

type Terminated = NonNullable<NonNullable<ContainerStatus['state']>['terminated']>;

function exitWord(terminated: Terminated): string {
  return terminated.signal ? `Signal:${terminated.signal}` : `ExitCode:${terminated.exitCode}`;
}
