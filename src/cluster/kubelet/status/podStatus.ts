import type { ContainerStatus, Pod, PodCondition, PodStatus, Stored } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import { isIn } from '../machines/advance.ts';
import { podResources } from '../resources/allocated.ts';
import type { PodWorker } from '../state.ts';
import {
  containersReady,
  type Finding,
  hasMainContainerStarted,
  podInitialized,
  podReady,
  podReadyToStartContainers,
} from './conditions.ts';
import { containerStatus } from './containerStatus.ts';
import { type Phase, phaseOf } from './phase.ts';
import { containersOf, type Role } from './spec.ts';

/** As the kubelet writes it: `lastProbeTime` is null but where it tells of a resize. */
export type KubeletCondition = Omit<PodCondition, 'lastProbeTime'> & { lastProbeTime: string | null };
export type KubeletPodStatus = Omit<PodStatus, 'conditions'> & { conditions: KubeletCondition[] };

/** What a look at the machines makes: the status to be written, and the phase that the containers by themselves make. */
export interface Look {
  status: KubeletPodStatus;
  phase: Phase;
}

/**
 * The Pod's status out of its machines and nothing else but the spec and the status of before (times of transitions).
 * `isTerminal`: the containers have been stopped for good. Source: generateAPIPodStatus of kubelet_pods.go.
 */
export function lookAt(worker: PodWorker, node: { ip: string }, now: number, isTerminal: boolean): Look {
  const { pod } = worker;
  const init: ContainerStatus[] = [];
  const main: ContainerStatus[] = [];
  const ephemeral: ContainerStatus[] = [];
  const lists: Record<Role, ContainerStatus[]> = { init, sidecar: init, main, ephemeral };
  for (const { spec, role } of containersOf(pod)) {
    const record = worker.containers[spec.name];
    if (record) lists[role].push(containerStatus(spec, role, record, worker));
  }
  const all = [...init, ...main];
  const isOver = isTerminal || isIn(worker.machine, 'phase.Failed') || isIn(worker.machine, 'phase.Succeeded');
  // A Pod that the kubelet ended for a reason of its own has failed, however its containers exit.
  // One that is evicted says nothing of it before that; source: mergePodStatus of status_manager.go.
  const { reason, message } = worker.machine.context;
  const isEvicted = reason === 'Evicted';
  const isEndedByKubelet = reason !== undefined && !isEvicted;
  const phase = isEndedByKubelet ? 'Failed' : phaseOf(pod, all, isOver, hasMainContainerStarted(pod, all));

  // A kubelet that has just started goes by what the API server has. Source: generateAPIPodStatus.
  const before = worker.status?.conditions ?? ((pod.status?.conditions ?? []) as readonly KubeletCondition[]);
  const findings = [
    ...(isEvicted && isOver ? [disruption(message)] : []),
    ...resizeFindings(worker),
    ...(isRestartingAll(worker) ? [{ type: 'AllContainersRestarting', status: 'True' } as const] : []),
    podReadyToStartContainers(worker.sandbox !== undefined),
    podInitialized(pod, before, all, phase),
    podReady(pod, pod.status?.conditions ?? [], all, phase),
    containersReady(pod, all, phase),
    { type: 'PodScheduled', status: 'True' },
  ];
  const status: KubeletPodStatus = {
    observedGeneration: pod.metadata.generation ?? 1,
    phase: phaseIn(worker),
    conditions: withTimes(findings, before, pod, toTimestamp(now)),
    hostIP: node.ip,
    hostIPs: worker.status?.hostIP === node.ip ? (worker.status.hostIPs ?? []) : [{ ip: node.ip }],
    startTime: toTimestamp(worker.startTime),
    containerStatuses: main.sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...podResources(worker),
  };
  // Set one by one, after the literal: V8 is slow with keys that follow a spread.
  if (pod.status?.qosClass) status.qosClass = pod.status.qosClass;
  // Where the containers of an evicted Pod end well, it has succeeded and nothing is said.
  const isToldWhy = isOver && (!isEvicted || phase === 'Failed');
  if (isToldWhy && message) status.message = message;
  if (isToldWhy && reason) status.reason = reason;
  if (init.length > 0) status.initContainerStatuses = init;
  if (ephemeral.length > 0) status.ephemeralContainerStatuses = ephemeral;
  if (worker.shownIP) {
    status.podIP = worker.shownIP;
    status.podIPs = worker.status?.podIP === worker.shownIP ? (worker.status.podIPs ?? []) : [{ ip: worker.shownIP }];
  }
  return { status, phase };
}

const disruption = (message = ''): Finding => ({
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'TerminationByKubelet',
  message,
});

const isRestartingAll = ({ work, containers }: PodWorker): boolean =>
  work?.isResetting === true || Object.values(containers).some(({ isReset }) => isReset);

/** That a resize waits, or is under way. Source: pkg/kubelet/status SetPodResizePendingCondition. */
function resizeFindings({ resizePending, actual }: PodWorker): Finding[] {
  const findings: Finding[] = [];
  if (resizePending) {
    const { reason, message } = resizePending;
    findings.push({ type: 'PodResizePending', status: 'True', reason, message });
  }
  if (actual) findings.push({ type: 'PodResizeInProgress', status: 'True' });
  return findings;
}

/** The phase that the Pod's machine is in. */
export function phaseIn(worker: PodWorker): Phase {
  const { value } = worker.machine;
  return (typeof value === 'object' ? value.phase : 'Pending') as Phase;
}

function withTimes(
  findings: readonly Finding[],
  before: readonly KubeletCondition[],
  pod: Stored<Pod>,
  now: string,
): KubeletCondition[] {
  const observedGeneration = pod.metadata.generation ?? 1;
  const scheduledAt = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.lastTransitionTime;
  return findings.map(({ type, status, reason, message }) => {
    const old = before.find((condition) => condition.type === type);
    const since = type === 'PodScheduled' ? scheduledAt : old?.status === status ? old.lastTransitionTime : now;
    const lastTransitionTime = since ?? now;
    // What did not change is shared with the status of before: less to keep, less to compare.
    if (
      old?.status === status &&
      old.observedGeneration === observedGeneration &&
      old.lastTransitionTime === lastTransitionTime &&
      (old.reason ?? '') === (reason ?? '') &&
      (old.message ?? '') === (message ?? '')
    )
      return old;
    const lastProbeTime = type.startsWith('PodResize') ? now : null;
    const condition: KubeletCondition = { type, observedGeneration, status, lastProbeTime, lastTransitionTime };
    if (reason) condition.reason = reason;
    if (message) condition.message = message;
    return condition;
  });
}

/**
 * A status with nothing changed but who is ready and who has started: what a probe's result does while the Pod
 * terminates. Source: statusManager.SetContainerReadiness.
 */
export function withReadiness(worker: PodWorker, status: KubeletPodStatus, now: number): KubeletPodStatus {
  const { pod } = worker;
  const specified = containersOf(pod);
  const renew = (list: PodStatus['containerStatuses']) =>
    (list ?? []).map((old) => {
      const own = specified.find(({ spec }) => spec.name === old.name);
      const record = worker.containers[old.name];
      if (!own || !record || !old.state?.running) return old;
      const { ready } = containerStatus(own.spec, own.role, record, worker);
      return ready === old.ready ? old : { ...old, ready };
    });
  const containerStatuses = renew(status.containerStatuses);
  const initContainerStatuses = status.initContainerStatuses && renew(status.initContainerStatuses);
  const all = [...(initContainerStatuses ?? []), ...containerStatuses];
  const phase = (status.phase ?? 'Pending') as Phase;
  const renewed = withTimes(
    [podReady(pod, pod.status?.conditions ?? [], all, phase), containersReady(pod, all, phase)],
    status.conditions,
    pod,
    toTimestamp(now),
  );
  const conditions = status.conditions.map((old) => renewed.find(({ type }) => type === old.type) ?? old);
  return { ...status, conditions, containerStatuses, ...(initContainerStatuses && { initContainerStatuses }) };
}
