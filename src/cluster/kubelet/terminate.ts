import { removeContainer, removeSandbox } from '../runtime/runtime.ts';
import { isIn } from './machines/advance.ts';
import { stopProbes } from './probes.ts';
import { noticeExits } from './relist.ts';
import { containerNamed, containersIn, nodeIP, type PodScope, tellContainer, tellPod } from './scope.ts';
import { lookAt, phaseIn } from './status/podStatus.ts';
import { wait } from './step.ts';
import { beginStop, sayKilling } from './stop.ts';
import { giveUpStarting, newWork, refreshStatus } from './sync.ts';
import { deleteFromApi, setStatus } from './writeStatus.ts';

// SyncTerminatingPod and SyncTerminatedPod of kubelet.go.

/** From the end of the last container until its sandbox is stopped. Source: recordings/lifecycle service-endpointslice. */
const sandboxStop = 150;

/** Stops all that runs: the main containers together, then the sidecars from the last to the first. */
export function beginTerminating(scope: PodScope): 'waits' {
  const { worker } = scope;
  const work = newWork('terminating');
  worker.work = work;
  giveUpStarting(scope);
  refreshStatus(scope);
  const running = containersIn(scope).filter(({ record }) => isIn(record.container, 'running'));
  for (const container of running) {
    sayKilling(scope, container);
    stopProbes(scope, container.record, ['liveness', 'startup']);
    const { name } = container.spec;
    if (container.role === 'sidecar') work.thenStop.push(name);
    else work.stopping.push(name);
  }
  for (const name of [...work.stopping]) stopNow(scope, name);
  goOnStopping(scope);
  return 'waits';
}

function stopNow(scope: PodScope, name: string): void {
  const container = containerNamed(scope, name);
  if (container) beginStop(scope, container, graceOf(scope));
}

function graceOf({ worker }: PodScope): number {
  return (worker.graceSeconds ?? worker.pod.spec?.terminationGracePeriodSeconds ?? 30) * 1000;
}

/** The grace was made shorter: what still runs gets the new one. */
export function shortenGrace(scope: PodScope): void {
  for (const name of scope.worker.work?.stopping ?? []) stopNow(scope, name);
}

/** One of the containers has stopped: the next sidecar, or the sandbox. */
export function goOnStopping(scope: PodScope): void {
  const { world, worker } = scope;
  const { work } = worker;
  if (!work || work.stopping.length > 0) return;
  const next = work.thenStop.pop();
  if (next === undefined) {
    wait(scope, world.now + sandboxStop);
    return;
  }
  work.stopping.push(next);
  stopNow(scope, next);
}

/** All is stopped: the last word about the containers. */
export function finishTerminating(scope: PodScope): 'done' {
  const { world, node, worker } = scope;
  noticeExits(scope);
  removeSandbox(world, node, worker.pod.metadata.uid);
  delete worker.sandbox;
  for (const { record } of containersIn(scope)) stopProbes(scope, record);
  const { phase } = lookAt(worker, { ip: nodeIP(scope) }, world.now, true);
  const hasOutcome = phase === 'Succeeded' || phase === 'Failed';
  tellPod(scope, hasOutcome ? { type: 'CONTAINERS_STOPPED', outcome: phase } : { type: 'CONTAINERS_STOPPED' });
  setStatus(scope, lookAt(worker, { ip: nodeIP(scope) }, world.now, true).status);
  return 'done';
}

/** Volumes are gone too: containers of which nothing is known count as failed, and the object may go. */
export function finishTerminated(scope: PodScope): 'done' {
  const { world, worker } = scope;
  const conditions = worker.status?.conditions;
  const containers = containersIn(scope);
  const isInitialized = containers.every(
    ({ role, record }) => role !== 'init' || record.container.context.last?.exitCode === 0,
  );
  let isAnyUnknown = false;
  for (const { role, record } of containers) {
    if (role === 'ephemeral' && !record.madeWith) continue;
    if (isIn(record.container, 'terminated') || (role === 'main' && !isInitialized)) continue;
    if (role !== 'main' && !isInitialized && !record.madeWith) continue;
    isAnyUnknown = true;
    tellContainer(scope, record, { type: 'COULD_NOT_BE_LOCATED' });
  }
  tellPod(scope, { type: 'CLEANED_UP' });
  const { status } = lookAt(worker, { ip: nodeIP(scope) }, world.now, true);
  // Conditions are not computed anew here: TerminatePod of the status manager changes containers and phase alone.
  setStatus(scope, isAnyUnknown && conditions ? { ...status, conditions, phase: phaseIn(worker) } : status);
  deleteFromApi(scope);
  return 'done';
}

/** Forgets a Pod whose object is gone, with the containers it left behind. */
export function forget({ world, node, kubelet, worker }: PodScope): void {
  for (const { container, previousID } of Object.values(worker.containers)) {
    const { containerID } = container.context;
    for (const id of [containerID, previousID]) if (id) removeContainer(world, node, id);
  }
  const { uid } = worker.pod.metadata;
  for (const key of [...kubelet.imageBackOffs.keys()]) if (key.startsWith(`${uid}_`)) kubelet.imageBackOffs.delete(key);
  kubelet.workers.delete(uid);
}
