import type { ContainerState, ContainerStatus, Pod } from '../objects.ts';

/** What READY, STATUS and RESTARTS say of a Pod. */
export interface PodSummary {
  /** `1/2` */
  ready: string;
  status: string;
  restarts: number;
  /** When a container last ended before it was started again. */
  lastRestart?: string;
}

/** READY, STATUS and RESTARTS of a Pod. Source: k8s.io/kubernetes printersinternal.printPod. */
export function summarizePod(pod: Pod): PodSummary {
  const spec = pod.spec;
  const status = pod.status ?? {};
  const sidecars = new Set(
    (spec?.initContainers ?? []).filter((c) => c.restartPolicy === 'Always').map((container) => container.name),
  );
  const total = (spec?.containers?.length ?? 0) + sidecars.size;
  const gated = status.conditions?.some((c) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated');
  let reason = gated ? 'SchedulingGated' : status.reason || (status.phase ?? '');

  const init = summarizeInit(status.initContainerStatuses ?? [], sidecars, spec?.initContainers?.length ?? 0);
  let { ready } = init;
  let counted = init.passed;
  if (init.reason !== undefined) reason = init.reason;
  if (init.reason === undefined || isPodConditionTrue(pod, 'Initialized')) {
    const main = status.containerStatuses ?? [];
    let running = false;
    for (const container of [...main].reverse()) {
      const ended = stateReason(container.state);
      if (ended) reason = ended;
      else if (container.ready && container.state?.running) {
        running = true;
        ready++;
      }
    }
    // Success does not hide that another container failed, nor that one still runs.
    if (reason === 'Completed') {
      const failed = main.find((container) => container.state?.terminated?.exitCode);
      if (failed) reason = stateReason(failed.state) ?? reason;
      else if (running) reason = isPodConditionTrue(pod, 'Ready') ? 'Running' : 'NotReady';
    }
    counted = [...init.passed.filter((container) => sidecars.has(container.name)), ...main];
  }
  if (pod.metadata?.deletionTimestamp) {
    if (status.reason === 'NodeLost') reason = 'Unknown';
    else if (status.phase !== 'Succeeded' && status.phase !== 'Failed') reason = 'Terminating';
  }
  const lastRestart = counted
    .map((container) => container.lastState?.terminated?.finishedAt)
    .filter((time) => typeof time === 'string')
    .sort()
    .at(-1);
  const restarts = counted.reduce((sum, container) => sum + (container.restartCount ?? 0), 0);
  return { ready: `${ready}/${total}`, status: reason, restarts, ...(lastRestart && { lastRestart }) };
}

/** Init containers up to the first that holds the Pod up; `reason` is what that one makes of STATUS. */
function summarizeInit(statuses: readonly ContainerStatus[], sidecars: ReadonlySet<string>, count: number) {
  const passed: ContainerStatus[] = [];
  let ready = 0;
  for (const [index, container] of statuses.entries()) {
    passed.push(container);
    const { state } = container;
    if (state?.terminated?.exitCode === 0) continue;
    if (sidecars.has(container.name) && container.started) {
      if (container.ready) ready++;
      continue;
    }
    const waits = state?.waiting?.reason && state.waiting.reason !== 'PodInitializing';
    const holding = state?.terminated || waits ? stateReason(state) : `${index}/${count}`;
    return { passed, ready, reason: `Init:${holding}` };
  }
  return { passed, ready, reason: undefined };
}

/** Why a container does not run, if that is known. */
function stateReason(state: ContainerState | undefined): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  const ended = state?.terminated;
  if (!ended) return undefined;
  if (ended.reason) return ended.reason;
  return ended.signal ? `Signal:${ended.signal}` : `ExitCode:${ended.exitCode}`;
}

/** Whether a condition of the Pod is True. */
export const isPodConditionTrue = (pod: Pod, type: string): boolean =>
  pod.status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;
