import { latency } from '../latency.ts';
import type { PullResult } from '../runtime/contract.ts';
import {
  check,
  createContainer,
  exec,
  imageOf,
  imagePresent,
  normalizeImage,
  pullImage,
  removeContainer,
  startContainer,
} from '../runtime/runtime.ts';
import { goDuration, isInBackOff, nextBackOff } from './backOff.ts';
import { containerConfig } from './containerConfig.ts';
import { decideImage, failPull, type Saying, sayPulled, sayPullFailed } from './images.ts';
import { checkOf, startProbes } from './probes.ts';
import { noteForRelist } from './relist.ts';
import {
  type ContainerScope,
  containerNamed,
  type PodScope,
  podText,
  say,
  tellContainer,
  tellImagePull,
} from './scope.ts';
import { onNode } from './slow.ts';
import { restartsAfter } from './status/spec.ts';
import { wait } from './step.ts';
import { beginStop, sayKilling } from './stop.ts';

// Starting one container: back-off, image, create, start, postStart hook. Each function answers whether it has to be
// waited for; the worker goes on with the next container when not. Source: startContainer of kuberuntime_container.go.

/** Begins. `lastExitAt`: when its last run known at the beginning of the sync ended. */
export function beginStart(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  return backOffBeforeRestart(scope, container) ? 'done' : ensureImage(scope, container);
}

function backOffBeforeRestart(scope: PodScope, container: ContainerScope): boolean {
  const { world, worker } = scope;
  const { record, spec } = container;
  // A container killed in this very sync is not known to have ended: what counts is the end before it.
  const ended = worker.work?.killed.includes(spec.name)
    ? record.container.context.beforeLast
    : record.container.context.last;
  if (!ended || ended.finishedAt === undefined) return false;
  if (!isInBackOff(record.backOff, ended.finishedAt, world.now)) {
    record.backOff = nextBackOff(record.backOff, ended.finishedAt, world.now);
    return false;
  }
  const length = record.backOff?.length ?? 0;
  say(
    scope,
    'Warning',
    'BackOff',
    `Back-off restarting failed container ${spec.name} in pod ${podText(scope)}`,
    container,
  );
  const message = `back-off ${goDuration(length)} restarting failed container=${spec.name} pod=${podText(scope)}`;
  tellContainer(scope, record, { type: 'RESTART_BACKED_OFF', message });
  noteBackOff(scope, ended.finishedAt + length);
  return true;
}

function noteBackOff({ worker }: PodScope, until: number): void {
  const { work } = worker;
  if (work) work.backOffUntil = Math.min(work.backOffUntil ?? until, until);
}

/** Sees to the image. Source: EnsureImageExists of images/image_manager.go. */
function ensureImage(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  const { world, node, kubelet, worker } = scope;
  const { spec, record } = container;
  const image = spec.image ?? '';
  if (record.imagePull.context.image !== image) tellImagePull(scope, record, { type: 'IMAGE_CHANGED', image });

  const failedPull = kubelet.imageBackOffs.get(backOffKey(scope, image));
  const name = normalizeImage(image);
  const decision = decideImage({
    image,
    policy: spec.imagePullPolicy,
    name,
    isPresent: name.ok && imagePresent(world, node, image),
    failedPull,
    now: world.now,
  });
  sayOf(scope, container, decision.say);
  if (decision.act === 'use') {
    tellImagePull(scope, record, { type: 'IMAGE_PRESENT' });
    return beginCreate(scope, container);
  }
  if (decision.act === 'wait') {
    const { reason, message } = decision;
    const { pull, start } = waitingEvents[reason];
    tellImagePull(scope, record, pull === 'BACKED_OFF' ? { type: pull } : { type: pull, message });
    tellContainer(scope, record, { type: start, message });
    return failed(scope, container, reason);
  }
  tellImagePull(scope, record, { type: failedPull ? 'BACKOFF_OVER' : 'PULL' });
  setStage(scope, container, 'pulling');
  pullImage(world, node, { podUid: worker.pod.metadata.uid, container: spec.name, image });
  return 'waits';
}

/** What the machines of the image pull and of the container are told where the image cannot be had for now. */
const waitingEvents = {
  InvalidImageName: { pull: 'NAME_INVALID', start: 'IMAGE_NAME_INVALID' },
  ErrImageNeverPull: { pull: 'PULL_FORBIDDEN', start: 'IMAGE_NEVER_PULLED' },
  ImagePullBackOff: { pull: 'BACKED_OFF', start: 'IMAGE_PULL_BACKED_OFF' },
} as const;

function sayOf(scope: PodScope, container: ContainerScope, { type, reason, message }: Saying): void {
  say(scope, type, reason, message, container);
}

const backOffKey = ({ worker }: PodScope, image: string): string => `${worker.pod.metadata.uid}_${image}`;

/** The pull has ended. */
export function takePull(scope: PodScope, container: ContainerScope, result: PullResult): 'waits' | 'done' {
  const { world, kubelet } = scope;
  const { record, spec } = container;
  const image = spec.image ?? '';
  if (result.ok) {
    sayOf(scope, container, sayPulled(image, result));
    tellImagePull(scope, record, { type: 'PULLED' });
    return beginCreate(scope, container);
  }
  const key = backOffKey(scope, image);
  const { message } = result;
  kubelet.imageBackOffs.set(key, failPull(kubelet.imageBackOffs.get(key), message, world.now));
  sayOf(scope, container, sayPullFailed(image, message));
  tellImagePull(scope, record, { type: 'PULL_FAILED', message });
  tellContainer(scope, record, { type: 'IMAGE_PULL_FAILED', message });
  return failed(scope, container, 'ErrImagePull');
}

/** This attempt came to nothing; the worker will try again. */
function failed({ worker, ...rest }: PodScope, container: ContainerScope, message: string): 'done' {
  say({ worker, ...rest }, 'Warning', 'Failed', `Error: ${message}`, container);
  if (worker.work) worker.work.hasFailed = true;
  return 'done';
}

function setStage(scope: PodScope, { spec }: ContainerScope, stage: 'pulling' | 'creating' | 'starting' | 'postStart') {
  const { work } = scope.worker;
  if (work) work.starting = { name: spec.name, stage };
}

function beginCreate(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  const { world } = scope;
  setStage(scope, container, 'creating');
  wait(scope, world.now + onNode(world, scope.node, latency.containerCreate));
  return 'waits';
}

/** How often it was made before. */
function attemptOf({ record }: ContainerScope): number {
  const { containerID, restartCount } = record.container.context;
  return containerID ? restartCount + 1 : restartCount;
}

/** A timed step of the start is over: created, then started. */
export function continueStart(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  return scope.worker.work?.starting?.stage === 'creating' ? create(scope, container) : start(scope, container);
}

function create(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  const { world, node } = scope;
  const { record, spec } = container;
  const attempt = attemptOf(container);
  const config = containerConfig(scope, container, attempt);
  if ('error' in config) {
    tellContainer(scope, record, { type: 'CONFIG_FAILED', message: config.error });
    return failed(scope, container, config.error);
  }
  const made = createContainer(world, node, config);
  if ('error' in made) {
    tellContainer(scope, record, { type: 'CREATE_FAILED', message: made.error });
    return failed(scope, container, made.error);
  }
  say(scope, 'Normal', 'Created', 'Container created', container);
  if (record.previousID) removeContainer(world, node, record.previousID);
  const previous = record.container.context.containerID;
  if (previous) record.previousID = previous;
  const name = normalizeImage(spec.image ?? '');
  tellContainer(scope, record, {
    type: 'CREATED',
    containerID: made.containerID,
    image: name.ok ? name.full : (spec.image ?? ''),
    imageID: imageOf(world, node, spec.image ?? '')?.imageID ?? '',
    restartCount: attempt,
  });
  record.madeWith = spec.image ?? '';
  delete record.isReset;
  if (config.user !== undefined) record.imageUser = config.user;
  setStage(scope, container, 'starting');
  wait(scope, world.now + onNode(world, scope.node, latency.containerStart));
  return 'waits';
}

function start(scope: PodScope, container: ContainerScope): 'waits' | 'done' {
  const { world, node, worker } = scope;
  const { record, spec, role } = container;
  const { containerID = '' } = record.container.context;
  const started = startContainer(world, node, containerID);
  noteForRelist(scope);
  if (!started.ok) {
    const { exitCode, reason, message } = started;
    const termination = { containerID, exitCode, reason, message, startedAt: 0, finishedAt: world.now };
    const restarts = restartsAfter(spec, worker.pod, termination, role);
    tellContainer(scope, record, { type: 'START_FAILED', message, termination, restarts });
    return failed(scope, container, message);
  }
  say(scope, 'Normal', 'Started', 'Container started', container);
  const hook = spec.lifecycle?.postStart;
  tellContainer(scope, record, { type: 'STARTED', at: world.now, postStart: hook !== undefined });
  if (worker.work) worker.work.hasStarted = true;
  if (!hook) {
    startProbes(scope, container);
    return 'done';
  }
  setStage(scope, container, 'postStart');
  const id = `postStart/${spec.name}/${worker.step}`;
  const podUid = worker.pod.metadata.uid;
  if (hook.exec) exec(world, node, containerID, hook.exec.command ?? [], { replyTo: 'kubelet', id, podUid });
  else if (hook.sleep) wait(scope, world.now + (hook.sleep.seconds ?? 0) * 1000);
  else {
    const what = checkOf(scope, container, hook);
    if ('error' in what) return takePostStart(scope, container, what.error);
    check(world, node, podUid, id, what, 30_000);
  }
  return 'waits';
}

/** The postStart hook has ended; where it failed, the container is stopped, which is waited for. */
export function takePostStart(scope: PodScope, container: ContainerScope, error: string | undefined): 'waits' | 'done' {
  const { worker } = scope;
  const { record, spec } = container;
  if (error === undefined) {
    tellContainer(scope, record, { type: 'POST_START_ENDED' });
    startProbes(scope, container);
    return 'done';
  }
  say(scope, 'Warning', 'FailedPostStartHook', 'PostStartHook failed', container);
  sayKilling(scope, container, 'FailedPostStartHook');
  record.postStartError = error;
  if (worker.work) worker.work.hasFailed = true;
  worker.work?.stopping.push(spec.name);
  beginStop(scope, container, (worker.pod.spec?.terminationGracePeriodSeconds ?? 30) * 1000);
  return 'waits';
}

/** The container that is being started. */
export function startingIn(scope: PodScope): ContainerScope | undefined {
  const name = scope.worker.work?.starting?.name;
  return name === undefined ? undefined : containerNamed(scope, name);
}
