import { check, exec, stopContainer } from '../runtime/runtime.ts';
import type { Milliseconds } from '../world/queue.ts';
import { push } from '../world/queue.ts';
import { isIn } from './machines/advance.ts';
import type { KubeletMessage } from './messages.ts';
import { checkOf } from './probes.ts';
import { type ContainerScope, containerNamed, type PodScope, say, tellContainer } from './scope.ts';

/** Containers get at least this long between SIGTERM and SIGKILL. Source: kuberuntime minimumGracePeriodInSeconds. */
const leastGrace = 2000;

/** Says that a container is being stopped, and why. */
export function sayKilling(scope: PodScope, container: ContainerScope, message?: string): void {
  say(scope, 'Normal', 'Killing', message ?? `Stopping container ${container.spec.name}`, container);
}

/** Stops a running container: preStop hook, SIGTERM, SIGKILL. Its exit comes from the runtime. Source: killContainer. */
export function beginStop(scope: PodScope, container: ContainerScope, grace: Milliseconds): void {
  const { world, node, worker } = scope;
  const { record, spec } = container;
  const hook = spec.lifecycle?.preStop;
  const runsHook = hook !== undefined && grace > 0;
  const isFirst = record.stop === undefined;
  record.stop = { since: world.now, grace };
  tellContainer(scope, record, { type: 'KILLING', preStop: runsHook });
  if (!runsHook || !isFirst) {
    terminate(scope, container);
    return;
  }
  const { containerID = '' } = record.container.context;
  const podUid = worker.pod.metadata.uid;
  const id = `preStop/${spec.name}`;
  if (hook.sleep) {
    const seconds = Math.min((hook.sleep.seconds ?? 0) * 1000, grace);
    const message: KubeletMessage = { type: 'preStopSlept', node, uid: podUid, container: spec.name };
    push(world.queue, world.now + seconds, 'kubelet', message);
  } else if (hook.exec) {
    exec(world, node, containerID, hook.exec.command ?? [], { replyTo: 'kubelet', id, podUid, timeout: grace });
  } else {
    const what = checkOf(scope, container, hook);
    if ('error' in what) takePreStop(scope, spec.name, false);
    else check(world, node, podUid, id, what, grace);
  }
}

/** The preStop hook has ended, well or not. */
export function takePreStop(scope: PodScope, name: string, isSuccess: boolean): void {
  const container = containerNamed(scope, name);
  if (!container || !isIn(container.record.container, 'running.PreStopHook')) return;
  if (!isSuccess) say(scope, 'Warning', 'FailedPreStopHook', 'PreStopHook failed', container);
  tellContainer(scope, container.record, { type: 'PRE_STOP_ENDED' });
  terminate(scope, container);
}

function terminate({ world, node }: PodScope, { record }: ContainerScope): void {
  const { since, grace } = record.stop ?? { since: world.now, grace: 0 };
  const { containerID = '' } = record.container.context;
  stopContainer(world, node, containerID, Math.max(grace - (world.now - since), leastGrace));
}
