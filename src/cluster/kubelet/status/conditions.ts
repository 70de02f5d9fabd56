import type { Container, ContainerStatus, Pod, PodCondition } from '../../../api/objects.ts';
import type { Phase } from './phase.ts';
import { isSidecar, statusOf } from './spec.ts';

/** A condition without its times. Source of all here: pkg/kubelet/status/generate.go. */
export type Finding = Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>;

/** What is asked of the conditions of before. */
type Condition = Pick<PodCondition, 'type' | 'status'>;

const yes = (type: string): Finding => ({ type, status: 'True' });
const no = (type: string, reason: string, message?: string): Finding =>
  message ? { type, status: 'False', reason, message } : { type, status: 'False', reason };
/** As Go prints a list of strings. */
const list = (names: readonly string[]): string => `[${names.join(' ')}]`;

/** Whether all containers are ready. `statuses` of init and main together, undefined where nothing is known of them. */
export function containersReady(
  pod: Pick<Pod, 'spec'>,
  statuses: readonly ContainerStatus[] | undefined,
  phase: Phase | undefined,
): Finding {
  const type = 'ContainersReady';
  if (!statuses) return no(type, 'UnknownContainerStatuses');
  const counted = [...(pod.spec?.initContainers ?? []).filter(isSidecar), ...(pod.spec?.containers ?? [])];
  const unknown = counted.filter(({ name }) => !statusOf(statuses, name)).map(({ name }) => name);
  const unready = counted.filter(({ name }) => statusOf(statuses, name)?.ready === false).map(({ name }) => name);
  if (phase === 'Succeeded' && unknown.length === 0) return no(type, 'PodCompleted');
  if (phase === 'Failed') return no(type, 'PodFailed');
  const message = join(unknown, unready, 'unready');
  return message ? no(type, 'ContainersNotReady', message) : yes(type);
}

const join = (unknown: readonly string[], bad: readonly string[], word: string): string =>
  [
    unknown.length > 0 && `containers with unknown status: ${list(unknown)}`,
    bad.length > 0 && `containers with ${word} status: ${list(bad)}`,
  ]
    .filter(Boolean)
    .join(', ');

/** Whether the Pod is ready: its containers, and its readiness gates among `conditions`. */
export function podReady(
  pod: Pick<Pod, 'spec'>,
  conditions: readonly Condition[],
  statuses: readonly ContainerStatus[] | undefined,
  phase: Phase | undefined,
): Finding {
  const containers = containersReady(pod, statuses, phase);
  if (containers.status !== 'True') return { ...containers, type: 'Ready' };
  const messages: string[] = [];
  for (const { conditionType } of pod.spec?.readinessGates ?? []) {
    const condition = conditions.find(({ type }) => type === conditionType);
    if (!condition) messages.push(`corresponding condition of pod readiness gate "${conditionType}" does not exist.`);
    else if (condition.status !== 'True')
      messages.push(`the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`);
  }
  return messages.length > 0 ? no('Ready', 'ReadinessGatesNotReady', messages.join(', ')) : yes('Ready');
}

/** Whether the init containers are done; once they were, by the conditions of before, it stays so. */
export function podInitialized(
  pod: Pick<Pod, 'spec'>,
  before: readonly Condition[],
  statuses: readonly ContainerStatus[] | undefined,
  phase: Phase | undefined,
): Finding {
  const type = 'Initialized';
  const containers = pod.spec?.initContainers ?? [];
  if (!statuses && containers.length > 0) return no(type, 'UnknownContainerStatuses');
  const known = statuses ?? [];
  const unknown = containers.filter(({ name }) => !statusOf(known, name)).map(({ name }) => name);
  const incomplete = containers.filter((container) => isIncomplete(container, known)).map(({ name }) => name);
  if (phase === 'Succeeded' && unknown.length === 0) return { ...yes(type), reason: 'PodCompleted' };
  const wasInitialized = before.some((condition) => condition.type === type && condition.status === 'True');
  if (wasInitialized || hasMainContainerStarted(pod, known)) return yes(type);
  const message = join(unknown, incomplete, 'incomplete');
  return message ? no(type, 'ContainersNotInitialized', message) : yes(type);
}

function isIncomplete(container: Container, statuses: readonly ContainerStatus[]): boolean {
  const status = statusOf(statuses, container.name);
  if (!status) return false;
  return isSidecar(container) ? !status.started : !status.ready;
}

/** Source: kubecontainer.HasAnyRegularContainerStarted. */
export function hasMainContainerStarted(pod: Pick<Pod, 'spec'>, statuses: readonly ContainerStatus[]): boolean {
  return (pod.spec?.containers ?? []).some(({ name }) => {
    const status = statusOf(statuses, name);
    return Boolean(status?.state?.running ?? status?.state?.terminated);
  });
}

/** Whether the sandbox is there and has its network. */
export function podReadyToStartContainers(hasSandbox: boolean): Finding {
  return { type: 'PodReadyToStartContainers', status: hasSandbox ? 'True' : 'False' };
}
