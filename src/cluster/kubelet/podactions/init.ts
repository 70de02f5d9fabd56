import type { Container } from '../../../api/objects.ts';
import { isSidecar } from '../status/spec.ts';
import {
  type Known,
  type KnownContainer,
  killUnknown,
  knownNamed,
  type PodActions,
  restartsAfterKill,
  shouldBeRestarted,
} from './known.ts';

/** Ended badly: also where the kernel killed it for its memory and it exited 0. Source: isInitContainerFailed. */
export const isFailed = ({ state, exitCode, reason }: KnownContainer): boolean =>
  (state === 'exited' && (exitCode !== 0 || reason === 'OOMKilled')) || state === 'unknown';

/** What an init container does to the whole, looked at from the last to the first. */
type Finding = 'initialized' | 'failed' | 'goes on';

/**
 * Adds what is to be done about the init containers, sidecars among them, and answers whether the main containers may
 * run. Source: computeInitContainerActions of kuberuntime_container.go.
 */
export function addInitActions(known: Known, actions: PodActions): boolean {
  const containers = known.pod.spec?.initContainers ?? [];
  if (containers.length === 0) return true;
  const wasInitialized = (known.pod.spec?.containers ?? []).some(
    ({ name }) => knownNamed(known, name)?.state === 'running',
  );
  let isInitialized = wasInitialized;
  // Those before one that is known have been done with: of them only sidecars are kept running.
  let isPast = wasInitialized;
  const toStart = new Set<number>();
  for (let index = containers.length - 1; index >= 0; index--) {
    const container = containers[index];
    if (!container) continue;
    const status = knownNamed(known, container.name);
    if (!status) {
      if (isPast && isSidecar(container)) toStart.add(index);
      continue;
    }
    if (isPast && !isSidecar(container)) continue;
    const finding = look(known, actions, { container, status, index, toStart });
    if (finding === 'failed') {
      actions.killPod = true;
      actions.initContainersToStart = [];
      return false;
    }
    if (finding === 'initialized') {
      if (index === containers.length - 1) isInitialized = true;
      else if (!isPast) toStart.add(index + 1);
    }
    isPast = true;
  }
  if (!isPast) toStart.add(0);
  actions.initContainersToStart = [...toStart].sort((a, b) => a - b);
  return isInitialized;
}

interface Looked {
  container: Container;
  status: KnownContainer;
  index: number;
  toStart: Set<number>;
}

function look(known: Known, actions: PodActions, looked: Looked): Finding {
  const { container, status, index, toStart } = looked;
  if (status.state === 'created') {
    toStart.add(index);
    return 'goes on';
  }
  if (isSidecar(container)) return lookAtSidecar(known, actions, looked);
  if (status.state === 'running') return 'goes on';
  if (status.state === 'exited') {
    if (!isFailed(status)) return 'initialized';
    if (!shouldBeRestarted(known, container, 'init')) return 'failed';
    toStart.add(index);
    return 'goes on';
  }
  if (!restartsAfterKill(known, container)) return 'failed';
  actions.containersToKill.push(killUnknown(status, 'Init container'));
  toStart.add(index);
  return 'goes on';
}

function lookAtSidecar(known: Known, actions: PodActions, { container, status, index, toStart }: Looked): Finding {
  const { id, name } = status;
  const restart = (message?: string, reason: '' | 'LivenessProbe' | 'StartupProbe' = '') => {
    if (message) actions.containersToKill.push({ id, name, message: `Init container ${name} ${message}`, reason });
    toStart.add(index);
  };
  if (status.state === 'unknown') actions.containersToKill.push(killUnknown(status, 'Init container'));
  if (status.state !== 'running') {
    restart();
    return 'goes on';
  }
  const startup = container.startupProbe ? known.startup?.[id] : 'Success';
  if (startup !== 'Success') {
    if (startup === 'Failure') restart('failed startup probe', 'StartupProbe');
    return 'goes on';
  }
  if (status.specChanged) restart('definition changed');
  else if (container.livenessProbe && known.liveness?.[id] === 'Failure')
    restart('failed liveness probe', 'LivenessProbe');
  return 'initialized';
}
