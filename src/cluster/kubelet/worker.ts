import type { Node, Pod, Stored } from '../../api/objects.ts';
import { toTimestamp } from '../../api/time.ts';
import { latency } from '../latency.ts';
import { laterParts } from '../later/later.ts';
import { jitter } from '../world/chance.ts';
import { push } from '../world/queue.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { rejectionOf } from './admission.ts';
import { begin, isIn } from './machines/advance.ts';
import type { KubeletMessage } from './messages.ts';
import { newProbes, stopProbes } from './probes.ts';
import { lastRelist, nextRelist } from './relist.ts';
import { areSame, wanted } from './resources/allocated.ts';
import { admittedPods } from './resources/fit.ts';
import { type PodScope, say, scopeOf, tellContainer, tellPod } from './scope.ts';
import type { ContainerRecord, KubeletState, PodWorker } from './state.ts';
import { containersOf, type SpecifiedContainer } from './status/spec.ts';
import { beginSync, deadlineOf, hasUnfinishedBusiness, refreshStatus } from './sync.ts';
import { beginTerminating, finishTerminated, forget, shortenGrace } from './terminate.ts';
import { deleteFromApi, setStatus } from './writeStatus.ts';

// Pod workers: one for each Pod, one pass at a time. Source: pkg/kubelet/pod_workers.go.

/** The kubelet hears of a Pod, or that it is gone. */
export function noticePod(world: World, node: string, uid: string, key: string): void {
  const stored = getObject<Stored<Pod>>(world.store, 'pods', key);
  const pod = stored?.metadata.uid === uid && stored.spec?.nodeName === node ? stored : undefined;
  const scope = scopeOf(world, node, uid);
  if (!scope) {
    if (pod && !isOver(pod)) takeUp(world, node, pod);
    return;
  }
  const { worker } = scope;
  if (pod) {
    const before = pod.metadata.generation === worker.pod.metadata.generation ? undefined : wanted(worker.pod);
    worker.pod = pod;
    addRecords(scope);
    if (before && !areSame(wanted(pod), before)) laterParts('a resize').kubelet.noticeResize(scope, before);
  } else worker.isGone = true;
  if (worker.isGone || worker.pod.metadata.deletionTimestamp) terminate(scope);
  else requestPass(scope);
}

const isOver = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed';

function takeUp(world: World, node: string, pod: Stored<Pod>): void {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) return;
  const worker: PodWorker = {
    pod,
    isGone: false,
    machine: begin('pod', world.now),
    containers: {},
    startTime: world.now,
    step: 0,
    isUpdatePending: false,
    lastSyncEnd: 0,
    relistAt: 0,
    wakeAt: 0,
  };
  const scope = { world, node, kubelet, worker };
  if (!pod.metadata.deletionTimestamp && reject(scope)) return;
  addRecords(scope);
  kubelet.workers.set(pod.metadata.uid, worker);
  if (pod.metadata.deletionTimestamp) terminate(scope);
  else startPass(scope);
}

/** Says no to a Pod that cannot be here; nothing of it is kept. */
function reject(scope: PodScope): boolean {
  const { world, node, kubelet, worker } = scope;
  const { pod } = worker;
  const object = getObject<Stored<Node>>(world.store, 'nodes', node);
  const others = admittedPods(kubelet, pod.metadata.uid);
  const rejection = object && rejectionOf(pod, object, others, kubelet.eviction?.conditions ?? []);
  if (!rejection) return false;
  const { reason, message } = rejection;
  say(scope, 'Warning', reason, message);
  setStatus(scope, {
    phase: 'Failed',
    reason,
    message: `Pod was rejected: ${message}`,
    ...(pod.status?.qosClass && { qosClass: pod.status.qosClass }),
    observedGeneration: pod.metadata.generation ?? 1,
    startTime: toTimestamp(world.now),
    conditions: [],
  });
  return true;
}

/** Ephemeral containers may come while the Pod runs. */
function addRecords(scope: PodScope): void {
  const { containers, pod } = scope.worker;
  for (const container of containersOf(pod)) containers[container.spec.name] ??= newRecord(scope, container);
}

function newRecord(scope: PodScope, { spec, role }: SpecifiedContainer): ContainerRecord {
  const { world, worker } = scope;
  const record: ContainerRecord = {
    container: begin('container', world.now),
    imagePull: begin('imagePull', world.now, { image: spec.image ?? '' }),
    probes: newProbes(spec, role, world.now),
  };
  if (role !== 'ephemeral' && worker.pod.spec?.initContainers?.length)
    tellContainer(scope, record, { type: 'INIT_CONTAINERS_GO_FIRST' });
  return record;
}

/** The Pod is to go: by a deletion, a shorter grace than before, or because its object is gone already. */
function terminate(scope: PodScope): void {
  const { worker } = scope;
  const asked = worker.pod.metadata.deletionGracePeriodSeconds ?? worker.pod.spec?.terminationGracePeriodSeconds ?? 30;
  const grace = worker.isGone ? Math.min(asked, worker.graceSeconds ?? asked) : asked;
  const isShorter = worker.graceSeconds !== undefined && grace < worker.graceSeconds;
  worker.graceSeconds = grace;
  if (isIn(worker.machine, 'worker.Finished')) {
    if (worker.isGone) forget(scope);
    else deleteFromApi(scope);
    return;
  }
  if (isIn(worker.machine, 'worker.Terminating') && isShorter) shortenGrace(scope);
  if (!isIn(worker.machine, 'worker.Syncing')) return;
  tellPod(scope, { type: 'DELETED' });
  cancel(scope);
}

/** The kubelet itself ends a Pod, with so many seconds of grace. Source: killPodNow of pod_workers.go. */
export function evict(scope: PodScope, graceSeconds: number, message: string): void {
  const { worker } = scope;
  if (!isIn(worker.machine, 'worker.Syncing')) return;
  worker.graceSeconds = graceSeconds;
  tellPod(scope, { type: 'EVICTED', reason: 'Evicted', message });
  cancel(scope);
}

/** A sync under way is given up: at once where it only waits, else after the step that it is in. */
function cancel(scope: PodScope): void {
  const { worker } = scope;
  const { work } = worker;
  if (!work) {
    requestPass(scope);
    return;
  }
  work.isCancelled = true;
  worker.isUpdatePending = true;
  const stage = work.starting?.stage;
  if (stage === 'creating' || stage === 'starting') return;
  worker.step++;
  completePass(scope);
}

/** Wants a pass: now if the runtime was looked at since the last one ended, else when it will have been. */
export function requestPass(scope: PodScope): void {
  const { world, kubelet, worker } = scope;
  if (worker.work) {
    worker.isUpdatePending = true;
    return;
  }
  // The cache of PLEG must be newer than the last pass (podCache.GetNewerThan): up to a second of waiting.
  if (lastRelist(kubelet, world.now) > worker.lastSyncEnd) startPass(scope);
  else wakeAt(scope, nextRelist(kubelet, world.now));
}

const isAnyResizePending = ({ workers }: KubeletState): boolean =>
  [...workers.values()].some(({ resizePending }) => resizePending);

function wakeAt({ world, node, worker }: PodScope, at: number): void {
  worker.wakeAt = at;
  const message: KubeletMessage = { type: 'wake', node, uid: worker.pod.metadata.uid, at };
  push(world.queue, at, 'kubelet', message);
}

/** One pass of whatever kind the Pod's machine is at. */
export function startPass(scope: PodScope): void {
  const { worker } = scope;
  if (worker.work) return;
  worker.wakeAt = 0;
  worker.step++;
  if (isIn(worker.machine, 'worker.Syncing')) after(scope, beginSync(scope));
  else if (isIn(worker.machine, 'worker.Terminating')) after(scope, beginTerminating(scope));
  else if (isIn(worker.machine, 'worker.Terminated')) after(scope, finishTerminated(scope));
}

/** What a step came to: when nothing is waited for, the pass is complete. */
export function after(scope: PodScope, outcome: 'waits' | 'done'): void {
  if (outcome === 'done') completePass(scope);
}

function completePass(scope: PodScope): void {
  const { world, node, kubelet, worker } = scope;
  const { work } = worker;
  delete worker.work;
  worker.lastSyncEnd = world.now;
  if (isIn(worker.machine, 'worker.Finished')) {
    if (worker.machine.context.reason === 'Evicted') {
      const message: KubeletMessage = { type: 'evictionPass', node, boot: kubelet.boot };
      push(world.queue, world.now + latency.apiCall, 'kubelet', message);
    }
    if (worker.isGone) forget(scope);
    return;
  }
  if (work?.kind === 'terminating' && isAnyResizePending(kubelet))
    laterParts('a resize').kubelet.retryResizes(scope, requestPass);
  if (work?.hasStarted) {
    const message: KubeletMessage = { type: 'refreshStatus', node, uid: worker.pod.metadata.uid, step: worker.step };
    push(world.queue, world.now + latency.startNoticed, 'kubelet', message);
  }
  const isTransition = !isIn(worker.machine, 'worker.Syncing');
  if (isTransition && work?.kind === 'sync' && work.isCancelled) {
    worker.isUpdatePending = false;
    startPass(scope);
  } else if (isTransition || worker.isUpdatePending) {
    worker.isUpdatePending = false;
    wakeAt(scope, nextRelist(kubelet, world.now));
  } else {
    const delay = delayOf(scope, work);
    const times = [deadlineOf(worker), ...(delay === undefined ? [] : [world.now + delay])];
    const next = Math.min(...times.filter((time) => time !== undefined));
    if (Number.isFinite(next)) wakeAt(scope, nextTick(scope, Math.max(next, world.now)));
  }
}

/** How long the worker sleeps if nothing happens. Source: podWorkers.completeWork. */
function delayOf(scope: PodScope, work: PodWorker['work']): number | undefined {
  const { world } = scope;
  if (work?.hasFailed) return jitter(world.chance, latency.podWorkerBackOff, 0.5);
  if (work?.backOffUntil !== undefined) {
    const rest = Math.min(work.backOffUntil - world.now, latency.podWorkerResync);
    return jitter(world.chance, rest, 0.5);
  }
  return hasUnfinishedBusiness(scope) ? jitter(world.chance, latency.podWorkerResync, 0.5) : undefined;
}

/** Workers that are due are looked for once a second. */
function nextTick({ kubelet }: PodScope, at: number): number {
  return at + ((((kubelet.tickPhase - at) % 1000) + 1000) % 1000);
}

/** A status after a pass in which something was started; not where another pass has begun. */
export function refreshAfterStart(scope: PodScope, step: number): void {
  const { worker } = scope;
  if (worker.work || worker.step !== step || !isIn(worker.machine, 'worker.Syncing')) return;
  if (worker.sandbox) worker.shownIP = worker.sandbox.ip;
  refreshStatus(scope);
}

/** The kubelet has started anew: workers forget what they were about; after a reboot no container is left. */
export function resumeAfterBoot(world: World, node: string, hasRebooted: boolean): void {
  const kubelet = world.kubelets.get(node);
  for (const uid of kubelet?.workers.keys() ?? []) {
    const scope = scopeOf(world, node, uid);
    if (!scope) continue;
    const { worker } = scope;
    delete worker.work;
    worker.step++;
    worker.isUpdatePending = false;
    worker.lastSyncEnd = 0;
    worker.wakeAt = 0;
    if (hasRebooted) loseContainers(scope);
    // The others are taken up again when the API server has said which Pods are to be here.
    if (!isIn(worker.machine, 'worker.Syncing')) startPass(scope);
  }
}

/** The runtime knows nothing any more of what ran before the power went. */
function loseContainers(scope: PodScope): void {
  const { worker } = scope;
  delete worker.sandbox;
  delete worker.shownIP;
  for (const record of Object.values(worker.containers)) {
    delete record.backOff;
    delete record.stop;
    delete record.exit;
    delete record.previousID;
    stopProbes(scope, record);
    if (isIn(record.container, 'running')) tellContainer(scope, record, { type: 'COULD_NOT_BE_LOCATED' });
  }
}
