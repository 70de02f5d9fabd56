import { latency } from '../latency.ts';
import { laterParts } from '../later/later.ts';
import { createSandbox } from '../runtime/runtime.ts';
import { isIn } from './machines/advance.ts';
import { shouldBeRestarted } from './podactions/known.ts';
import { knownOf } from './podactions/knownOf.ts';
import { podActions } from './podactions/podActions.ts';
import { probeTheUnready } from './probes.ts';
import { noteForRelist } from './relist.ts';
import { containerNamed, containersIn, nodeIP, type PodScope, say, tellContainer, tellPod } from './scope.ts';
import { onNode } from './slow.ts';
import { beginStart } from './start.ts';
import type { Work } from './state.ts';
import { lookAt, phaseIn } from './status/podStatus.ts';
import { wait } from './step.ts';
import { beginStop, sayKilling } from './stop.ts';
import { refreshVolumes, volumeFiles, writeVolumes } from './volumes.ts';
import { setStatus } from './writeStatus.ts';

// One pass of SyncPod: say what is, then do what is to be done. Source: Kubelet.SyncPod, kubeGenericRuntimeManager.SyncPod.

export function newWork(kind: Work['kind']): Work {
  return {
    kind,
    toStart: [],
    stopping: [],
    thenStop: [],
    killed: [],
    hasStarted: false,
    hasFailed: false,
    isCancelled: false,
  };
}

/** Begins a pass: writes the status as the last pass left the machines, then acts. */
export function beginSync(scope: PodScope): 'waits' | 'done' {
  const { worker } = scope;
  worker.work = newWork('sync');
  if (worker.sandbox) {
    worker.shownIP = worker.sandbox.ip;
    refreshVolumes(scope);
  }
  const deadline = deadlineOf(worker);
  if (deadline !== undefined && deadline <= scope.world.now) return exceedDeadline(scope);
  if (refreshStatus(scope) === 'over') {
    tellPod(scope, { type: 'CONTAINERS_ENDED' });
    return 'done';
  }
  return worker.sandbox ? act(scope) : mount(scope);
}

/** When the Pod's activeDeadlineSeconds are over, if it has any. */
export function deadlineOf({ pod, startTime }: PodScope['worker']): number | undefined {
  const seconds = pod.spec?.activeDeadlineSeconds;
  return seconds === undefined ? undefined : startTime + seconds * 1000;
}

/** Source: pkg/kubelet/active_deadline.go. */
function exceedDeadline(scope: PodScope): 'done' {
  const message = 'Pod was active on the node longer than the specified deadline';
  say(scope, 'Normal', 'DeadlineExceeded', message);
  tellPod(scope, { type: 'DEADLINE_EXCEEDED', reason: 'DeadlineExceeded', message });
  setStatus(scope, look(scope).status);
  return 'done';
}

/**
 * Mounts the volumes, which is tried again until it works: half a second later, and then after twice as long each time.
 * Source: goroutinemap/exponentialbackoff; recordings/lifecycle volume-missing-secret.
 */
function mount(scope: PodScope): 'waits' {
  const { world, worker } = scope;
  const { work } = worker;
  const volumes = volumeFiles(scope);
  if (volumes instanceof Map || !work) {
    if (work) delete work.mountRetry;
    wait(scope, world.now + onNode(world, scope.node, latency.sandbox));
    return 'waits';
  }
  const { volume, error } = volumes;
  say(scope, 'Warning', 'FailedMount', `MountVolume.SetUp failed for volume "${volume}" : ${error}`);
  work.mountRetry = Math.min((work.mountRetry ?? firstMountRetry / 2) * 2, longestMountRetry);
  wait(scope, world.now + work.mountRetry);
  return 'waits';
}

const firstMountRetry = 500;
const longestMountRetry = 122_000;

/** Computes the status from the machines and writes it; answers whether the containers have all ended for good. */
export function refreshStatus(scope: PodScope): 'over' | 'goes on' {
  const { worker } = scope;
  const { phase, status } = look(scope);
  if (phase !== phaseIn(worker)) {
    if (phase === 'Running') tellPod(scope, { type: 'CONTAINERS_STARTED' });
    if (phase === 'Pending') tellPod(scope, { type: 'CONTAINERS_WAITING' });
  }
  const isOver = phase === 'Succeeded' || phase === 'Failed';
  setStatus(scope, { ...status, phase: phaseIn(worker) });
  if (!isOver) probeTheUnready(scope);
  return isOver ? 'over' : 'goes on';
}

const look = (scope: PodScope) => lookAt(scope.worker, { ip: nodeIP(scope) }, scope.world.now, false);

/** The volumes are to be tried again, or the sandbox has its network. */
export function takeSandbox(scope: PodScope): 'waits' | 'done' {
  const { world, node, worker } = scope;
  if (worker.work?.mountRetry !== undefined) return mount(scope);
  const podUid = worker.pod.metadata.uid;
  worker.sandbox = createSandbox(world, node, { podUid, hostNetwork: worker.pod.spec?.hostNetwork === true });
  const volumes = volumeFiles(scope);
  if (volumes instanceof Map) writeVolumes(scope, volumes);
  noteForRelist(scope);
  setStatus(scope, look(scope).status);
  return act(scope);
}

function act(scope: PodScope): 'waits' | 'done' {
  const { worker } = scope;
  const { work, pod } = worker;
  if (!work) return 'done';
  const actions = podActions(knownOf(scope));
  if (actions.containersToReset) {
    work.isResetting = true;
    for (const { name, kill: runs } of actions.containersToReset) if (runs) kill(scope, name);
    return work.stopping.length > 0 ? 'waits' : takeReset(scope);
  }
  const { ephemeralContainers = [], initContainers = [], containers = [] } = pod.spec ?? {};
  const named = (list: readonly { name: string }[], places: readonly number[] = []) =>
    places.map((place) => list[place]?.name ?? '');
  work.toStart = [
    ...named(ephemeralContainers, actions.ephemeralContainersToStart),
    ...named(initContainers, actions.initContainersToStart),
    ...named(containers, actions.containersToStart),
  ];
  for (const { name, message } of actions.containersToKill) kill(scope, name, message);
  if (worker.actual) return resize(scope);
  if (actions.killPod) {
    for (const { spec, record } of containersIn(scope)) if (isIn(record.container, 'running')) kill(scope, spec.name);
  }
  return work.stopping.length > 0 ? 'waits' : continueStarts(scope);
}

/** All containers have stopped by a rule RestartAllContainers: they begin anew, init containers first. Source: KEP-5532. */
export function takeReset(scope: PodScope): 'waits' | 'done' {
  const { work } = scope.worker;
  if (work) delete work.isResetting;
  for (const { role, record } of containersIn(scope))
    if (role !== 'ephemeral' && record.madeWith) record.isReset = true;
  return act(scope);
}

/** Gives running containers what was admitted; those that take it only by a restart are killed and started anew. */
function resize(scope: PodScope): 'waits' {
  const { work } = scope.worker;
  const restarted = laterParts('a resize').kubelet.restartedForResize(scope);
  for (const name of restarted) kill(scope, name, `Container ${name} resize requires restart`);
  if (work) {
    work.isResizing = true;
    work.toStart.push(...restarted.filter((name) => !work.toStart.includes(name)));
  }
  if (!work?.stopping.length) wait(scope, scope.world.now + latency.resize);
  return 'waits';
}

/** The containers have other limits: the status says so, and the sync goes on. */
export function takeResize(scope: PodScope): 'waits' | 'done' {
  const { work } = scope.worker;
  if (work) delete work.isResizing;
  laterParts('a resize').kubelet.finishResize(scope);
  refreshStatus(scope);
  return continueStarts(scope);
}

function kill(scope: PodScope, name: string, message?: string): void {
  const container = containerNamed(scope, name);
  const { work } = scope.worker;
  if (!container || !work || work.stopping.includes(name)) return;
  work.stopping.push(name);
  work.killed.push(name);
  sayKilling(scope, container, message);
  const { liveness, startup } = container.record.probes;
  const failed = [liveness, startup].find((probe) => probe && isIn(probe.machine, 'Failure'));
  const seconds =
    failed?.spec.terminationGracePeriodSeconds ?? scope.worker.pod.spec?.terminationGracePeriodSeconds ?? 30;
  beginStop(scope, container, seconds * 1000);
}

/** Starts the containers that are left to start, one after the other. */
export function continueStarts(scope: PodScope): 'waits' | 'done' {
  const { work } = scope.worker;
  while (work && !work.isCancelled) {
    const name = work.toStart.shift();
    const container = name === undefined ? undefined : containerNamed(scope, name);
    if (!container) break;
    if (beginStart(scope, container) === 'waits') return 'waits';
  }
  return 'done';
}

/** Whether a look after a minute could find anything to do or to say. */
export function hasUnfinishedBusiness(scope: PodScope): boolean {
  const known = knownOf(scope);
  return containersIn(scope).some(({ spec, role, record }) => {
    if (!isIn(record.container, 'running')) return shouldBeRestarted(known, spec, role);
    return record.probes.readiness !== undefined && !isIn(record.probes.readiness.machine, 'Success');
  });
}

/** Lets go of what the containers were waiting for: they will not be started any more. */
export function giveUpStarting(scope: PodScope): void {
  for (const { record } of containersIn(scope)) tellContainer(scope, record, { type: 'POD_TERMINATING' });
}
