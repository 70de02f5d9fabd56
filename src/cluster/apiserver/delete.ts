import type { KubernetesObject, Stored } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { conflict, forbidden, notFound } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { type Cause, getObject, keyOf, put, remove } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { ApiRequest, ApiResponse, DeleteOptions } from './request.ts';
import { strategyOf } from './strategies/registry.ts';

/** Source: the admission plugin NamespaceLifecycle. */
const immortalNamespaces: ReadonlySet<string> = new Set(['default', 'kube-system', 'kube-public']);

type DeleteRequest = Extract<ApiRequest, { verb: 'delete' }>;

/**
 * Deletes an object: at once, or marks it for deletion where it has grace, finalizers, or a propagation policy that
 * needs one. Deleting again can only shorten the grace. Source: k8s.io/apiserver registry/rest/delete.go.
 */
export function deleteObject(world: World, resource: Resource, request: DeleteRequest, cause: Cause): ApiResponse {
  const old = getObject(world.store, resource.plural, keyOf(request));
  if (!old) return { answer: notFound(resource, request.name) };
  if (resource.plural === 'namespaces' && immortalNamespaces.has(request.name))
    return { answer: forbidden(resource, request.name, 'this namespace may not be deleted') };
  const options = request.options ?? {};
  const refused = checkPreconditions(resource, old, options);
  if (refused) return { answer: refused };
  if (options.dryRun) return { answer: old };

  const grace = Math.max(0, strategyOf(resource.plural).gracePeriod?.(old, options) ?? 0);
  const marked = mark(world, withPropagation(resource, old, options), grace);
  const removed = removeWhenFinal(world, resource, marked, cause);
  if (removed) return { answer: removed };
  if (marked === old) return { answer: old };
  return { answer: put(world.store, world.now, resource.plural, marked, cause).object };
}

function checkPreconditions(resource: Resource, object: KubernetesObject, { preconditions }: DeleteOptions) {
  const { uid, resourceVersion } = object.metadata;
  const wanted = preconditions ?? {};
  if (wanted.uid && wanted.uid !== uid)
    return conflict(
      resource,
      object.metadata.name,
      `the UID in the precondition (${wanted.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  if (wanted.resourceVersion && wanted.resourceVersion !== resourceVersion)
    return conflict(
      resource,
      object.metadata.name,
      `the ResourceVersion in the precondition (${wanted.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  return undefined;
}

/** Foreground and Orphan are finalizers that the garbage collector works off. */
function withPropagation(resource: Resource, object: KubernetesObject, options: DeleteOptions): KubernetesObject {
  const finalizer = { Foreground: 'foregroundDeletion', Orphan: 'orphan', Background: undefined }[
    options.propagationPolicy ?? 'Background'
  ];
  const finalizers = object.metadata.finalizers ?? [];
  if (!finalizer || finalizers.includes(finalizer) || resource.plural === 'pods') return object;
  return { ...object, metadata: { ...object.metadata, finalizers: [...finalizers, finalizer] } };
}

function mark(world: World, object: KubernetesObject, grace: number): KubernetesObject {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, generation } = object.metadata;
  if (deletionTimestamp && grace >= deletionGracePeriodSeconds) return object;
  const metadata = {
    ...object.metadata,
    deletionTimestamp: toTimestamp(world.now + grace * 1000),
    deletionGracePeriodSeconds: grace,
    ...(generation !== undefined && !deletionTimestamp && { generation: generation + 1 }),
  };
  const marked = { ...object, metadata } as Stored<{ status?: unknown }>;
  return object.kind === 'Namespace' ? ({ ...marked, status: { phase: 'Terminating' } } as KubernetesObject) : marked;
}

/** Removes an object that is marked, has no grace left and nobody to wait for. Answers its last state if so. */
export function removeWhenFinal(
  world: World,
  resource: Resource,
  object: KubernetesObject & { spec?: { finalizers?: string[] } },
  cause: Cause,
): KubernetesObject | undefined {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata;
  const isHeld =
    finalizers.length > 0 || (resource.plural === 'namespaces' && (object.spec?.finalizers ?? []).length > 0);
  if (!deletionTimestamp || deletionGracePeriodSeconds > 0 || isHeld) return undefined;
  if (isLastWordWorthSaying(resource, object)) put(world.store, world.now, resource.plural, object, cause);
  const change = remove(world.store, world.now, resource.plural, keyOf(object.metadata), cause);
  strategyOf(resource.plural).afterRemoval?.(world, object);
  return change?.object;
}

/** A Pod that goes after its grace is first seen with a grace of 0, then gone (recordings/lifecycle pod-create-delete). */
function isLastWordWorthSaying(resource: Resource, object: KubernetesObject): boolean {
  return resource.plural === 'pods' && object.metadata.deletionGracePeriodSeconds === 0;
}
