import type { KubernetesObject, Namespace, Stored } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { conflict, type Failure, type FieldError, forbidden, invalid, notFound } from '../../api/status.ts';
import { fromTimestamp, toTimestamp } from '../../api/time.ts';
import { type Cause, getObject, keyOf, put, remove } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { withWarnings } from './create.ts';
import type { ApiRequest, ApiResponse, DeleteOptions } from './request.ts';
import { strategyOf } from './strategies/registry.ts';

type DeleteRequest = Extract<ApiRequest, { verb: 'delete' }>;

/**
 * What no request may delete. Sources: the admission plugin NamespaceLifecycle; pkg/registry/scheduling/priorityclass
 * storage.go.
 */
const immortal: Record<string, { names: readonly string[]; why: string }> = {
  namespaces: { names: ['default', 'kube-system', 'kube-public'], why: 'this namespace may not be deleted' },
  priorityclasses: {
    names: ['system-node-critical', 'system-cluster-critical'],
    why: 'this is a system priority class and cannot be deleted',
  },
};

/**
 * Deletes an object: at once, or marks it for deletion where it has grace, finalizers, or a propagation policy that
 * needs one. Deleting again can only shorten the grace. Source: k8s.io/apiserver registry/rest/delete.go and
 * registry/generic/registry/store.go.
 */
export function deleteObject(world: World, resource: Resource, request: DeleteRequest, cause: Cause): ApiResponse {
  const options = request.options ?? {};
  const wrong = validateDeleteOptions(resource, options);
  if (wrong) return { answer: wrong };
  const kept = immortal[resource.plural];
  if (kept?.names.includes(request.name)) return { answer: forbidden(resource, request.name, kept.why) };
  const old = getObject(world.store, resource.plural, keyOf(request));
  if (!old) return { answer: notFound(resource, request.name) };
  const refused = checkPreconditions(resource, old, options);
  if (refused) return { answer: refused };

  const warnings = warningsOf(resource, options);
  const marked = mark(world, resource, old, options);
  if (options.dryRun) return withWarnings(marked, warnings);
  const removed = removeWhenFinal(world, resource, marked, cause);
  if (removed) return withWarnings(removed, warnings);
  if (marked === old) return withWarnings(old, warnings);
  return withWarnings(put(world.store, world.now, resource.plural, marked, cause).object, warnings);
}

/** Source: pkg/registry/batch/job/storage. */
function warningsOf({ plural }: Resource, { propagationPolicy, orphanDependents }: DeleteOptions): string[] {
  if (plural !== 'jobs' || propagationPolicy !== undefined || orphanDependents !== undefined) return [];
  return [
    'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning',
  ];
}

const policies = ['Foreground', 'Background', 'Orphan'];

/** Source: k8s.io/apimachinery pkg/apis/meta/v1/validation ValidateDeleteOptions. */
function validateDeleteOptions(
  resource: Resource,
  { propagationPolicy, orphanDependents }: DeleteOptions,
): Failure | undefined {
  if (propagationPolicy === undefined) return undefined;
  const field = 'propagationPolicy';
  const errors: FieldError[] = [];
  if (orphanDependents !== undefined) {
    const detail = 'orphanDependents and deletionPropagation cannot be both set';
    errors.push({ type: 'Invalid value', field, value: propagationPolicy, detail });
  }
  if (!policies.includes(propagationPolicy)) {
    const detail = 'supported values: "Foreground", "Background", "Orphan", "nil"';
    errors.push({ type: 'Unsupported value', field, value: propagationPolicy, detail });
  }
  if (errors.length === 0) return undefined;
  return invalid({ ...resource, group: 'meta.k8s.io', kind: 'DeleteOptions' }, '', errors);
}

function checkPreconditions(resource: Resource, object: KubernetesObject, { preconditions }: DeleteOptions) {
  const { uid, resourceVersion } = object.metadata;
  const wanted = preconditions ?? {};
  // Here, and only here, the server names the kind rather than the resource.
  const about = { ...resource, plural: resource.kind };
  if (wanted.uid && wanted.uid !== uid)
    return conflict(
      about,
      object.metadata.name,
      `the UID in the precondition (${wanted.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  if (wanted.resourceVersion && wanted.resourceVersion !== resourceVersion)
    return conflict(
      about,
      object.metadata.name,
      `the ResourceVersion in the precondition (${wanted.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  return undefined;
}

/** The object with what the deletion writes on it; the same object where a deletion is under way and nothing changes. */
function mark(world: World, resource: Resource, object: KubernetesObject, options: DeleteOptions): KubernetesObject {
  const { deletionTimestamp, deletionGracePeriodSeconds: left } = object.metadata;
  const strategy = strategyOf(resource.plural);
  if (resource.plural === 'namespaces') return markNamespace(world, object as Stored<Namespace>, options);
  if (!strategy.gracePeriod) return withMark(world, withPropagation(resource, object, options), 0);
  if (deletionTimestamp && left) {
    const asked = options.gracePeriodSeconds;
    if (asked === undefined || asked >= left) return object;
    const shortened = toTimestamp(fromTimestamp(deletionTimestamp) + (asked - left) * 1000);
    const metadata = { ...object.metadata, deletionTimestamp: shortened, deletionGracePeriodSeconds: asked };
    return withPropagation(resource, { ...object, metadata }, options);
  }
  return withMark(world, withPropagation(resource, object, options), strategy.gracePeriod(object, options));
}

function withMark(world: World, object: KubernetesObject, grace: number): KubernetesObject {
  const { deletionTimestamp, deletionGracePeriodSeconds, generation } = object.metadata;
  if (deletionTimestamp && deletionGracePeriodSeconds === 0) return object;
  const metadata = {
    ...object.metadata,
    deletionTimestamp: toTimestamp(world.now + grace * 1000),
    deletionGracePeriodSeconds: grace,
    ...(generation && !deletionTimestamp && { generation: generation + 1 }),
  };
  return { ...object, metadata };
}

/** A Namespace waits for its spec.finalizers, and knows no grace. Source: pkg/registry/core/namespace/storage. */
function markNamespace(world: World, namespace: Stored<Namespace>, options: DeleteOptions): KubernetesObject {
  if (namespace.metadata.deletionTimestamp) return namespace as KubernetesObject;
  const { orphanDependents, propagationPolicy } = options;
  const wanted = {
    orphan: orphanDependents ?? propagationPolicy === 'Orphan',
    foreground: propagationPolicy === 'Foreground',
  };
  const finalizers = withGarbageFinalizers(namespace.metadata.finalizers, wanted);
  const metadata = {
    ...namespace.metadata,
    deletionTimestamp: toTimestamp(world.now),
    ...(finalizers && { finalizers }),
  };
  return { ...namespace, metadata, status: { ...namespace.status, phase: 'Terminating' } } as KubernetesObject;
}

/**
 * Foreground and Orphan are finalizers that the garbage collector works off. What the deletion asks for comes before
 * finalizers that are there, and those before what the kind does by default. Source: deletionFinalizersForGarbageCollection.
 */
function withPropagation(resource: Resource, object: KubernetesObject, options: DeleteOptions): KubernetesObject {
  if (resource.plural === 'events') return object;
  const { finalizers } = object.metadata;
  const has = (name: string) =>
    finalizers?.find((finalizer) => finalizer === orphan || finalizer === foreground) === name;
  const { orphanDependents, propagationPolicy } = options;
  const isAsked = orphanDependents !== undefined || propagationPolicy !== undefined;
  const wanted = isAsked
    ? { orphan: orphanDependents ?? propagationPolicy === 'Orphan', foreground: propagationPolicy === 'Foreground' }
    : { orphan: has(orphan) || (orphaned.includes(resource.plural) && !has(foreground)), foreground: has(foreground) };
  const next = withGarbageFinalizers(finalizers, wanted);
  return next && next !== finalizers ? { ...object, metadata: { ...object.metadata, finalizers: next } } : object;
}

/** Kinds whose dependents stay unless the deletion says otherwise, for old clients. Nobody looks for those of Events. */
const orphaned = ['jobs', 'replicationcontrollers'];

const orphan = 'orphan';
const foreground = 'foregroundDeletion';

function withGarbageFinalizers(
  finalizers: string[] | undefined,
  wanted: { orphan: boolean; foreground: boolean },
): string[] | undefined {
  const isSame = [orphan, foreground].every(
    (name) => (finalizers?.includes(name) ?? false) === wanted[name === orphan ? 'orphan' : 'foreground'],
  );
  if (isSame) return finalizers;
  const next = (finalizers ?? []).filter((finalizer) => finalizer !== orphan && finalizer !== foreground);
  if (wanted.orphan) next.push(orphan);
  if (wanted.foreground) next.push(foreground);
  return next;
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
  strategyOf(resource.plural).afterRemoval?.(world, object, cause);
  return change?.object;
}

/** A Pod that goes after its grace is first seen with a grace of 0, then gone (recordings/lifecycle pod-create-delete). */
function isLastWordWorthSaying(resource: Resource, object: KubernetesObject): boolean {
  return resource.plural === 'pods' && object.metadata.deletionGracePeriodSeconds === 0;
}
