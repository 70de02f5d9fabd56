import type { Container, ContainerState, ContainerStatus } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import { isIn, type MomentOf } from '../machines/advance.ts';
import type { ContainerContext, Termination } from '../machines/container.ts';
import { actualOf, allocatedOf } from '../resources/allocated.ts';
import type { ContainerRecord, PodWorker } from '../state.ts';
import { effectiveUser } from '../user.ts';
import type { Role } from './spec.ts';

/** What the API says of a container, out of its machines alone. */
export function containerStatus(
  spec: Container,
  role: Role,
  record: ContainerRecord,
  worker: PodWorker,
): ContainerStatus {
  const { container, probes } = record;
  const { context } = container;
  const isRunning = isIn(container, 'running');
  const isStarted = isRunning && (!probes.startup || isIn(probes.startup.machine, 'Success'));
  const status: ContainerStatus = {
    name: spec.name,
    state: stateOf(container),
    lastState: lastStateOf(container),
    ready: isReady(role, record, isRunning, isStarted),
    restartCount: context.restartCount,
    image: context.image ?? spec.image ?? '',
    imageID: context.imageID ?? '',
  };
  if (role !== 'ephemeral') status.started = isStarted;
  if (context.containerID) {
    status.containerID = `containerd://${context.containerID}`;
    const requests = allocatedOf(worker, spec)?.requests;
    if (requests) status.allocatedResources = requests;
    status.resources = actualOf(worker, spec) ?? {};
    status.user = userStatus(spec, record, worker);
  }
  const { volumeMounts } = spec;
  if (volumeMounts) {
    status.volumeMounts = made(mounts, volumeMounts, () =>
      volumeMounts.map(({ name, mountPath, readOnly }) =>
        readOnly ? { name, mountPath, readOnly, recursiveReadOnly: 'Disabled' } : { name, mountPath },
      ),
    );
  }
  return status;
}

function userStatus(
  spec: Container,
  record: ContainerRecord,
  { pod }: PodWorker,
): NonNullable<ContainerStatus['user']> {
  const { runAsUser = record.imageUser ?? 0, runAsGroup = 0 } = effectiveUser(spec, pod);
  return made(users, spec, () => ({
    linux: { uid: runAsUser, gid: runAsGroup, supplementalGroups: [runAsGroup] },
  }));
}

// Parts of a status that follow from the spec alone, which never changes: all versions of the status share them.
const users = new WeakMap<object, NonNullable<ContainerStatus['user']>>();
const mounts = new WeakMap<object, NonNullable<ContainerStatus['volumeMounts']>>();

function made<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function isReady(role: Role, record: ContainerRecord, isRunning: boolean, isStarted: boolean): boolean {
  if (role === 'init') return isIn(record.container, 'terminated') && record.container.context.last?.exitCode === 0;
  if (role === 'ephemeral' || !isRunning || !isStarted) return false;
  return !record.probes.readiness || isIn(record.probes.readiness.machine, 'Success');
}

/** The state as the API writes it: the waiting reason is the name of the machine's state. */
export function stateOf(container: MomentOf<'container'>): ContainerState {
  const { value, context } = container;
  if (isIn(container, 'running')) return { running: { startedAt: toTimestamp(context.startedAt ?? 0) } };
  if (isIn(container, 'terminated') && context.last) return { terminated: terminated(context.last) };
  const reason = typeof value === 'object' && typeof value.waiting === 'string' ? value.waiting : 'ContainerCreating';
  return {
    waiting: withoutMessage.has(reason) || !context.message ? { reason } : { reason, message: context.message },
  };
}

const withoutMessage = new Set(['ContainerCreating', 'PodInitializing']);

function lastStateOf(container: MomentOf<'container'>): ContainerState {
  const { last, beforeLast }: ContainerContext = container.context;
  const shown = isIn(container, 'terminated') ? beforeLast : last;
  return shown ? { terminated: terminated(shown) } : {};
}

function terminated(end: Termination): NonNullable<ContainerState['terminated']> {
  return {
    exitCode: end.exitCode,
    reason: end.reason,
    ...(end.message && { message: end.message }),
    ...(end.startedAt !== undefined && { startedAt: toTimestamp(end.startedAt) }),
    ...(end.finishedAt !== undefined && { finishedAt: toTimestamp(end.finishedAt) }),
    ...(end.containerID && { containerID: `containerd://${end.containerID}` }),
  };
}
