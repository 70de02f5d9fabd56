import type { Pod } from '../../api/objects.ts';
import { isIn } from './machines/advance.ts';
import type { ContainerScope } from './scope.ts';
import { restartsAfter } from './status/spec.ts';

/** What one sync is to do. Source: computePodActions of kuberuntime_manager.go. */
export interface PodActions {
  /** Nothing is left to run: stop all that is there. */
  killPod: boolean;
  toKill: { name: string; message: string }[];
  /** In this order. */
  toStart: string[];
}

/** What is to be killed and started, by the machines of the Pod's containers. */
export function podActions(pod: Pick<Pod, 'spec'>, containers: readonly ContainerScope[]): PodActions {
  const actions: PodActions = { killPod: false, toKill: [], toStart: [] };
  if (!initActions(pod, containers, actions) || actions.killPod) return actions;
  let kept = 0;
  for (const container of containers.filter(({ role }) => role === 'main')) {
    if (!isIn(container.record.container, 'running')) {
      if (isToBeStarted(container, pod)) actions.toStart.push(container.spec.name);
    } else if (!killIfDue(container, pod, actions)) kept++;
  }
  if (kept === 0 && actions.toStart.length === 0) actions.killPod = true;
  return actions;
}

/** Init containers one after the other, sidecars among them; answers whether the main ones may run. */
function initActions(pod: Pick<Pod, 'spec'>, containers: readonly ContainerScope[], actions: PodActions): boolean {
  const hasBegun = containers.some(({ role, record }) => role === 'main' && record.madeWith !== undefined);
  for (const container of containers) {
    if (container.role === 'main') break;
    const { record, role, spec } = container;
    const isRunning = isIn(record.container, 'running');
    if (role === 'sidecar') {
      if (isRunning && killIfDue(container, pod, actions)) continue;
      if (!isRunning) actions.toStart.push(spec.name);
      const hasStarted = isRunning && (!record.probes.startup || isIn(record.probes.startup.machine, 'Success'));
      if (!hasStarted && !hasBegun) return false;
      continue;
    }
    if (hasBegun || record.container.context.last?.exitCode === 0) continue;
    if (isRunning) killIfDue(container, pod, actions);
    else if (isToBeStarted(container, pod)) actions.toStart.push(spec.name);
    else actions.killPod = true;
    return false;
  }
  return true;
}

/** Whether a container that does not run is to run. Source: kubecontainer.ShouldContainerBeRestarted. */
export function isToBeStarted({ spec, role, record }: ContainerScope, pod: Pick<Pod, 'spec'>): boolean {
  const { last } = record.container.context;
  return !last || restartsAfter(spec, pod, last, role);
}

/** Adds a running container to those to be killed where its spec changed or a probe gave it up. */
function killIfDue(container: ContainerScope, pod: Pick<Pod, 'spec'>, actions: PodActions): boolean {
  const { spec, role, record } = container;
  const { liveness, startup } = record.probes;
  const killed = { exitCode: 137 };
  let message: string;
  let isRestarted = restartsAfter(spec, pod, killed, role);
  if (role === 'main' && record.madeWith !== undefined && record.madeWith !== spec.image) {
    message = `Container ${spec.name} definition changed`;
    isRestarted = true;
  } else if (liveness && isIn(liveness.machine, 'Failure')) message = `Container ${spec.name} failed liveness probe`;
  else if (startup && isIn(startup.machine, 'Failure')) message = `Container ${spec.name} failed startup probe`;
  else return false;
  if (isRestarted) actions.toStart.push(spec.name);
  actions.toKill.push({ name: spec.name, message: isRestarted ? `${message}, will be restarted` : message });
  return true;
}
