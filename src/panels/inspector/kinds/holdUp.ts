import type { Pod } from '../../../api/objects.ts';

/** What keeps a Pod from being ready, in the words of the cluster. */
export interface HoldUp {
  reason: string;
  message: string;
}

const harmless = new Set(['ContainerCreating', 'PodInitializing']);

/** The most telling reason why a Pod is not up: the Pod's own, the scheduler's, then a container's. */
export function holdUp(pod: Pod): HoldUp | undefined {
  const { status } = pod;
  if (status?.reason && status.message) return { reason: status.reason, message: status.message };
  const unscheduled = status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
  if (unscheduled?.reason && unscheduled.message) {
    return { reason: unscheduled.reason, message: unscheduled.message };
  }
  for (const container of [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]) {
    const { waiting, terminated } = container.state ?? {};
    if (waiting?.reason && !harmless.has(waiting.reason)) {
      const last = container.lastState?.terminated;
      const before =
        last && waiting.reason === 'CrashLoopBackOff' ? ` (${last.reason}, exit code ${last.exitCode})` : '';
      return { reason: `${container.name}: ${waiting.reason}${before}`, message: waiting.message ?? '' };
    }
    if (terminated && terminated.exitCode !== 0) {
      const reason = `${container.name}: ${terminated.reason ?? 'Error'}`;
      return { reason, message: terminated.message ?? `exit code ${terminated.exitCode}` };
    }
  }
  return undefined;
}
