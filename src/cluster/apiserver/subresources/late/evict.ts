import type { KubernetesObject, ObjectToWrite, Pod, Stored } from '../../../../api/objects.ts';
import { resourceOf } from '../../../../api/resources.ts';
import { badRequest, type Failure, isFailure, notFound } from '../../../../api/status.ts';
import { toTimestamp } from '../../../../api/time.ts';
import { type Cause, getObject, keyOf, put } from '../../../world/store.ts';
import type { World } from '../../../world/world.ts';
import { deleteObject } from '../../delete.ts';
import type { ApiRequest, ApiResponse, DeleteOptions } from '../../request.ts';
import { type Budget, budgetsOf, takeDisruption } from './disruptionBudget.ts';

type EvictionRequest = Extract<ApiRequest, { verb: 'create' }>;

/**
 * Deletes a Pod with its grace if its PodDisruptionBudget allows it, and tells the Pod why. What runs not yet or not any
 * more disturbs nobody, and what is not ready only where too few are ready. Source: pkg/registry/core/pod/storage eviction.go.
 */
export function evict(world: World, request: EvictionRequest, cause: Cause): ApiResponse {
  const { object } = request;
  const name = request.name ?? object.metadata?.name ?? '';
  if (object.metadata?.name !== undefined && object.metadata.name !== name)
    return { answer: badRequest('name in URL does not match name in Eviction object') };
  const pod = getObject<Stored<Pod>>(world.store, 'pods', keyOf({ ...request, name }));
  if (!pod) return { answer: notFound(resourceOf('pods'), name) };
  const options = deleteOptions(object, request.options?.dryRun ?? false);
  if (isGuarded(pod)) {
    const [budget, ...more] = budgetsOf(world.store, pod);
    if (more.length > 0) return { answer: severalBudgets };
    const refusal = budget && !maySkip(pod, budget) && take(world, budget, pod, options, cause);
    if (refusal) return { answer: refusal };
  }
  return remove(world, pod, options, cause);
}

/** The options in the Eviction itself; a dry run may be asked for there as well. */
function deleteOptions(eviction: ObjectToWrite, dryRun: boolean): DeleteOptions {
  const { dryRun: own, ...options } = (eviction.deleteOptions ?? {}) as Omit<DeleteOptions, 'dryRun'> & {
    dryRun?: string[];
  };
  return { ...options, ...((dryRun || own?.includes('All')) && { dryRun: true }) };
}

/** Source: canIgnorePDB. */
const isGuarded = ({ metadata, status }: Stored<Pod>): boolean =>
  !metadata.deletionTimestamp && !['Succeeded', 'Failed', 'Pending'].includes(status?.phase ?? '');

const isReady = ({ status }: Stored<Pod>): boolean =>
  status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;

/** A Pod that is not ready may go where the budget is kept without it, or says that it may. */
function maySkip(pod: Stored<Pod>, { spec, status }: Budget): boolean {
  if (isReady(pod)) return false;
  const { currentHealthy = 0, desiredHealthy = 0 } = status ?? {};
  return spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow' || (currentHealthy >= desiredHealthy && desiredHealthy > 0);
}

/** Books the eviction in the budget, or says why it cannot be. */
function take(
  world: World,
  budget: Budget,
  pod: Stored<Pod>,
  { dryRun }: DeleteOptions,
  cause: Cause,
): Failure | undefined {
  const taken = takeDisruption(budget, pod.metadata.name, toTimestamp(world.now));
  if (isFailure(taken)) return taken;
  if (!dryRun) put(world.store, world.now, 'poddisruptionbudgets', taken as KubernetesObject, cause);
  return undefined;
}

const severalBudgets: Failure = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message: 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
  reason: '',
  code: 500,
};

function remove(world: World, pod: Stored<Pod>, options: DeleteOptions, cause: Cause): ApiResponse {
  const pods = resourceOf('pods');
  const { name, namespace } = pod.metadata;
  const request = { verb: 'delete', resource: 'pods', name, ...(namespace && { namespace }) } as const;
  const tried = deleteObject(world, pods, { ...request, options: { ...options, dryRun: true } }, cause);
  if (options.dryRun || isFailure(tried.answer)) return tried;
  const others = (pod.status?.conditions ?? []).filter(({ type }) => type !== 'DisruptionTarget');
  const told = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
    lastTransitionTime: toTimestamp(world.now),
  };
  const marked = { ...pod, status: { ...pod.status, conditions: [...others, told] } } as KubernetesObject;
  const { object } = put(world.store, world.now, 'pods', marked, cause);
  const { preconditions } = options;
  // The condition is a change of its own: who asked for a version asked for that before it.
  const asked = preconditions?.resourceVersion
    ? { ...options, preconditions: { ...preconditions, resourceVersion: object.metadata.resourceVersion } }
    : options;
  return deleteObject(world, pods, { ...request, options: asked }, cause);
}
