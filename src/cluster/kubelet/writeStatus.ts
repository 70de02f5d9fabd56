import { isSame } from '../../api/equal.ts';
import type { Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../apiserver/apiserver.ts';
import { getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { reachesApi } from './reach.ts';
import { causeOf, type PodScope } from './scope.ts';
import type { KubeletPodStatus } from './status/podStatus.ts';

const ownConditions = new Set([
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
  'PodResizePending',
  'PodResizeInProgress',
  'AllContainersRestarting',
]);

/** Takes a status as the Pod's, and writes it where it is new. Source: pkg/kubelet/status/status_manager.go. */
export function setStatus(scope: PodScope, status: KubeletPodStatus): void {
  const { worker } = scope;
  if (worker.status && isSame(worker.status, status)) return;
  worker.status = status;
  worker.isStatusUnsent = true;
  send(scope);
}

/** The Pod in the API, if it is this one and not another of its name. */
export function podInApi({ world, worker }: PodScope): Stored<Pod> | undefined {
  const pod = getObject<Stored<Pod>>(world.store, 'pods', keyOf(worker.pod.metadata));
  return pod?.metadata.uid === worker.pod.metadata.uid ? pod : undefined;
}

function send(scope: PodScope): void {
  const { world, kubelet, worker } = scope;
  if (!reachesApi(world, kubelet) || !worker.status) return;
  worker.isStatusUnsent = false;
  const pod = podInApi(scope);
  if (!pod) return;
  const { conditions } = worker.status;
  const isOwn = (type: string) => ownConditions.has(type) || conditions.some((condition) => condition.type === type);
  const foreign = (pod.status?.conditions ?? []).filter(({ type }) => !isOwn(type));
  const status = { ...worker.status, conditions: [...foreign, ...conditions] };
  const { namespace = '', name } = pod.metadata;
  const object = { ...pod, status };
  const { answer: written } = call(
    world,
    { verb: 'update', resource: 'pods', namespace, name, subresource: 'status', object },
    causeOf(scope),
  );
  if (isFailure(written)) throw new Error(`status of ${namespace}/${name}: ${written.message}`);
  const answer = written as Stored<Pod>;
  // A change of the spec is noticed when the watch tells of it.
  if (answer.metadata.generation === worker.pod.metadata.generation) worker.pod = answer;
}

/** Writes what could not be written, or was written over by the node controller. Source: needsReconcile of status_manager.go. */
export function flushStatuses(world: World, node: string): void {
  const kubelet = world.kubelets.get(node);
  if (!kubelet) return;
  for (const worker of kubelet.workers.values()) {
    const scope = { world, node, kubelet, worker };
    if (worker.isStatusUnsent || isWrittenOver(scope)) send(scope);
  }
}

function isWrittenOver(scope: PodScope): boolean {
  const own = scope.worker.status?.conditions;
  const conditions = podInApi(scope)?.status?.conditions;
  if (!own || !conditions) return false;
  return own.some(({ type, status }) => conditions.find((one) => one.type === type)?.status !== status);
}

/** Lets the object go: its containers are stopped and its volumes unmounted. */
export function deleteFromApi(scope: PodScope): void {
  const { world, kubelet } = scope;
  const pod = podInApi(scope);
  if (!pod?.metadata.deletionTimestamp || !reachesApi(world, kubelet)) return;
  const { namespace = '', name, uid } = pod.metadata;
  const options = { gracePeriodSeconds: 0, preconditions: { uid } };
  call(world, { verb: 'delete', resource: 'pods', namespace, name, options }, causeOf(scope));
}
