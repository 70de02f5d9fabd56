import type { Pod } from '../../../api/objects.ts';
import { restartRuleOf } from '../status/spec.ts';
import { addInitActions, isFailed } from './init.ts';
import {
  type Known,
  killUnknown,
  knownNamed,
  type PodActions,
  restartsAfterKill,
  restartsOnFailure,
  shouldBeRestarted,
} from './known.ts';

/** What is to be done for a Pod next. Source: computePodActions of kuberuntime_manager.go. */
export function podActions(known: Known): PodActions {
  const { pod, containers } = known;
  const { createSandbox, attempt, sandboxID } = sandboxChanged(known);
  const actions: PodActions = {
    killPod: createSandbox,
    createSandbox,
    sandboxID,
    attempt,
    initContainersToStart: [],
    containersToStart: [],
    containersToKill: [],
  };
  if (createSandbox) {
    beginAnew(known, actions);
    return actions;
  }
  if (known.restartAllContainers) {
    actions.containersToReset = containersToReset(known);
    return actions;
  }
  const ephemeral = (pod.spec?.ephemeralContainers ?? []).flatMap(({ name }, index) =>
    containers.some((container) => container.name === name) ? [] : [index],
  );
  if (ephemeral.length > 0) actions.ephemeralContainersToStart = ephemeral;
  if (addInitActions(known, actions) && !actions.killPod) addMainActions(known, actions);
  return actions;
}

/** Source: PodSandboxChanged of kuberuntime/util/util.go. */
export function sandboxChanged({ pod, sandboxes }: Pick<Known, 'pod' | 'sandboxes'>) {
  const [newest] = sandboxes;
  if (!newest) return { createSandbox: true, attempt: 0, sandboxID: '' };
  const next = { createSandbox: true, attempt: newest.attempt + 1, sandboxID: newest.id };
  const ready = sandboxes.filter(({ state }) => state === 'READY').length;
  if (ready > 1 || newest.state !== 'READY') return next;
  const hostNetwork = isOnHost(pod);
  // A sandbox in another network than the Pod's has no id that could be kept.
  if (newest.hostNetwork !== undefined && newest.hostNetwork !== hostNetwork) return { ...next, sandboxID: '' };
  if (!hostNetwork && !newest.ip) return next;
  return { createSandbox: false, attempt: newest.attempt, sandboxID: newest.id };
}

const isOnHost = ({ spec }: Pick<Pod, 'spec'>): boolean => spec?.hostNetwork === true;

/** There is no usable sandbox: all begins from the first init container, unless nothing is to run any more. */
function beginAnew(known: Known, actions: PodActions): void {
  const { pod, containers } = known;
  const { initContainers = [], containers: main = [], restartPolicy } = pod.spec ?? {};
  if (!restartsOnFailure(known) && actions.attempt !== 0 && containers.length > 0) {
    actions.createSandbox = false;
    return;
  }
  const hasSucceeded = (name: string) => {
    const status = knownNamed(known, name);
    return status?.state === 'exited' && status.exitCode === 0;
  };
  const toStart = main.flatMap(({ name }, index) =>
    restartPolicy === 'OnFailure' && hasSucceeded(name) ? [] : [index],
  );
  if (toStart.length === 0 && isInitDone(known)) {
    actions.createSandbox = false;
    return;
  }
  if (initContainers.length > 0) actions.initContainersToStart = [0];
  else actions.containersToStart = toStart;
}

function isInitDone(known: Known): boolean {
  const init = known.pod.spec?.initContainers ?? [];
  const last = init.at(-1);
  const status = last && knownNamed(known, last.name);
  return !last || (status !== undefined && status.state === 'exited' && !isFailed(status));
}

/** All containers, those whose rule asked for it last: they tell that it is under way still. */
function containersToReset(known: Known): NonNullable<PodActions['containersToReset']> {
  const { initContainers = [], containers = [] } = known.pod.spec ?? {};
  const found = [...containers, ...initContainers].flatMap((container) => {
    const status = knownNamed(known, container.name);
    if (!status) return [];
    const hasAsked =
      status.state === 'exited' && restartRuleOf(container, status.exitCode)?.action === 'RestartAllContainers';
    return [{ hasAsked, reset: { id: status.id, name: status.name, kill: status.state === 'running' } }];
  });
  return [...found.filter(({ hasAsked }) => !hasAsked), ...found.filter(({ hasAsked }) => hasAsked)].map(
    ({ reset }) => reset,
  );
}

function addMainActions(known: Known, actions: PodActions): void {
  let kept = 0;
  for (const [index, container] of (known.pod.spec?.containers ?? []).entries()) {
    const status = knownNamed(known, container.name);
    if (status?.state !== 'running') {
      if (!shouldBeRestarted(known, container, 'main')) continue;
      actions.containersToStart.push(index);
      if (status?.state === 'unknown') actions.containersToKill.push(killUnknown(status, 'Container'));
      continue;
    }
    const { id, name } = status;
    const why = status.specChanged
      ? ({ text: 'definition changed', reason: '' } as const)
      : known.liveness?.[id] === 'Failure'
        ? ({ text: 'failed liveness probe', reason: 'LivenessProbe' } as const)
        : known.startup?.[id] === 'Failure'
          ? ({ text: 'failed startup probe', reason: 'StartupProbe' } as const)
          : undefined;
    if (!why) {
      kept++;
      continue;
    }
    const message = `Container ${name} ${why.text}`;
    const restarts = status.specChanged || restartsAfterKill(known, container);
    if (restarts) actions.containersToStart.push(index);
    actions.containersToKill.push({
      id,
      name,
      message: restarts ? `${message}, will be restarted` : message,
      reason: why.reason,
    });
  }
  if (kept > 0 || actions.containersToStart.length > 0) return;
  actions.killPod = true;
  // Sidecars are not to keep the Pod alive.
  actions.initContainersToStart = [];
}
