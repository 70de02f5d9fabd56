import type { RuntimeMessage } from '../runtime/contract.ts';
import type { World } from '../world/world.ts';
import { isIn } from './machines/advance.ts';
import type { KubeletMessage } from './messages.ts';
import { runProbe, takeAnswer } from './probes.ts';
import { noteForRelist, noticeExit, noticeExits } from './relist.ts';
import { containersIn, type PodScope, podText, scopeOf } from './scope.ts';
import { continueStart, startingIn, takePostStart, takePull } from './start.ts';
import { withReadiness } from './status/podStatus.ts';
import { takePreStop } from './stop.ts';
import { continueStarts, takeReset, takeResize, takeSandbox } from './sync.ts';
import { finishTerminating, goOnStopping } from './terminate.ts';
import { after, refreshAfterStart, requestPass, startPass } from './worker.ts';
import { setStatus } from './writeStatus.ts';

type PodMessage = Exclude<
  KubeletMessage | RuntimeMessage,
  { type: 'heartbeat' | 'started' | 'evictionPass' | 'podChanged' }
>;
type Answer = Extract<RuntimeMessage, { type: 'execEnded' | 'checkEnded' }>;

/** Handles a message about a Pod that the kubelet works on; of others it wants to know nothing any more. */
export function handlePodMessage(world: World, message: PodMessage): void {
  const scope = scopeOf(world, message.node, 'podUid' in message ? message.podUid : message.uid);
  if (!scope) return;
  const { worker } = scope;
  switch (message.type) {
    case 'wake':
      if (worker.wakeAt === message.at) startPass(scope);
      return;
    case 'stepDone':
      if (worker.work && worker.step === message.step) after(scope, continueWork(scope));
      return;
    case 'refreshStatus':
      refreshAfterStart(scope, message.step);
      return;
    case 'relist':
      noticeExits(scope);
      if (isIn(worker.machine, 'worker.Syncing')) requestPass(scope);
      return;
    case 'remount':
      if (isIn(worker.machine, 'worker.Syncing') && worker.sandbox) requestPass(scope);
      return;
    case 'probe':
      runProbe(scope, message.container, message.kind, message.turn);
      return;
    case 'preStopSlept':
      takePreStop(scope, message.container, true);
      return;
    case 'imagePulled': {
      const container = startingIn(scope);
      if (!container || container.spec.name !== message.container || worker.work?.starting?.stage !== 'pulling') return;
      after(scope, thenTheRest(scope, takePull(scope, container, message.result)));
      return;
    }
    case 'containerExited':
      takeExit(scope, message);
      return;
    case 'execEnded':
    case 'checkEnded':
      takeAnyAnswer(scope, message);
      return;
  }
}

/** A timed step is over. */
function continueWork(scope: PodScope): 'waits' | 'done' {
  const { work, sandbox } = scope.worker;
  if (work?.kind === 'terminating') return finishTerminating(scope);
  if (!sandbox) return takeSandbox(scope);
  if (work?.isResizing) return takeResize(scope);
  const container = startingIn(scope);
  if (!container) return 'done';
  const outcome =
    work?.starting?.stage === 'postStart'
      ? takePostStart(scope, container, undefined)
      : continueStart(scope, container);
  return thenTheRest(scope, outcome);
}

function thenTheRest(scope: PodScope, outcome: 'waits' | 'done'): 'waits' | 'done' {
  if (outcome === 'waits') return 'waits';
  delete scope.worker.work?.starting;
  return continueStarts(scope);
}

function takeExit(scope: PodScope, message: Extract<RuntimeMessage, { type: 'containerExited' }>): void {
  const container = containersIn(scope).find(
    ({ record }) => record.container.context.containerID === message.containerID,
  );
  if (!container || !isIn(container.record.container, 'running')) return;
  const { exitCode, reason, at } = message;
  container.record.exit = { exitCode, at, ...(reason && { reason }) };
  const { work } = scope.worker;
  noteForRelist(scope);
  const index = work?.stopping.indexOf(container.spec.name) ?? -1;
  if (!work || index < 0) return;
  noticeExit(scope, container);
  work.stopping.splice(index, 1);
  if (work.stopping.length > 0) return;
  if (work.kind === 'terminating') goOnStopping(scope);
  else after(scope, stopped(scope));
}

/** All that was to be stopped in this sync has stopped. */
function stopped(scope: PodScope): 'waits' | 'done' {
  const { work } = scope.worker;
  if (work?.isResetting) return takeReset(scope);
  return work?.isResizing ? takeResize(scope) : thenTheRest(scope, 'done');
}

function takeAnyAnswer(scope: PodScope, message: Answer): void {
  const [purpose, name = '', step] = message.id.split('/');
  const isSuccess = message.type === 'execEnded' ? message.exitCode === 0 && !message.timedOut : message.success;
  if (purpose === 'preStop') {
    takePreStop(scope, name, isSuccess);
    return;
  }
  if (purpose === 'postStart') {
    const container = startingIn(scope);
    if (!container || scope.worker.step !== Number(step)) return;
    const error = isSuccess ? undefined : hookError(scope, name, message);
    after(scope, thenTheRest(scope, takePostStart(scope, container, error)));
    return;
  }
  const changed = takeAnswer(scope, message.id, { isSuccess, output: outputOf(message) });
  if (!changed) return;
  const { worker, world } = scope;
  if (changed !== 'liveness' && worker.status) setStatus(scope, withReadiness(worker, worker.status, world.now));
  if (isIn(worker.machine, 'worker.Syncing')) requestPass(scope);
}

const outputOf = (message: Answer): string =>
  message.type === 'execEnded' ? (message.error ?? message.output) : message.output;

/** The text under which a failed postStart hook stands in the container's status. */
function hookError(scope: PodScope, name: string, message: Answer): string {
  const command =
    containersIn(scope).find(({ spec }) => spec.name === name)?.spec.lifecycle?.postStart?.exec?.command ?? [];
  const pod = podText(scope);
  if (message.type === 'checkEnded')
    return `Http lifecycle hook for Container "${name}" in Pod "${pod}" failed - error: ${message.output}`;
  const words = command.join(' ');
  return `Exec lifecycle hook ([${words}]) for Container "${name}" in Pod "${pod}" failed - error: command '${words}' exited with ${message.exitCode}: ${message.stderr}, message: ${JSON.stringify(message.output)}`;
}
