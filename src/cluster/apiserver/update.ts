import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { conflict, invalid, isFailure, notFound } from '../../api/status.ts';
import { type Cause, getObject, keyOf, put } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission/admission.ts';
import { admit, checkAdmission } from './admission/registry.ts';
import { withWarnings } from './create.ts';
import { decode } from './decode.ts';
import { removeWhenFinal } from './delete.ts';
import { checkOptions, tracked, type Writing, withTimesOf } from './managedFields.ts';
import type { ApiRequest, ApiResponse, WriteOptions } from './request.ts';
import { checkChange, isChecked, withDefaults } from './rules.ts';
import { strategyOf } from './strategies/registry.ts';

type UpdateRequest = Extract<ApiRequest, { verb: 'update' }>;

/** Replaces an object, or with the subresource `status` its status; a stale resourceVersion is refused with 409. */
export function update(world: World, resource: Resource, request: UpdateRequest, cause: Cause): ApiResponse {
  const refused = checkOptions('UpdateOptions', request.options);
  if (refused) return { answer: refused };
  const old = getObject(world.store, resource.plural, keyOf(request));
  if (!old) return { answer: notFound(resource, request.name) };
  const version = request.object.metadata?.resourceVersion;
  if (version && version !== old.metadata.resourceVersion) return { answer: conflict(resource, request.name) };
  const uid = request.object.metadata?.uid;
  if (uid && uid !== old.metadata.uid)
    return {
      answer: conflict(
        resource,
        request.name,
        `StorageError: invalid object, Code: 4, Key: /registry/${resource.plural}/${keyOf(request)}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${old.metadata.uid}`,
      ),
    };
  return replace(world, resource, old, request.object, request.subresource === 'status', request.options, cause);
}

/** Stores what an update came to, unless it changes nothing. */
export function replace(
  world: World,
  resource: Resource,
  old: KubernetesObject,
  wanted: ObjectToWrite,
  onlyStatus: boolean,
  options: WriteOptions | undefined,
  cause: Cause,
): ApiResponse {
  const decoded = decode(resource, wanted, options);
  if (isFailure(decoded)) return { answer: decoded };
  return storeChange(world, resource, old, decoded, { options, cause, ...(onlyStatus && { subresource: 'status' }) });
}

/** Stores what an update or a patch came to, decoded, unless it changes nothing. */
export function storeChange(
  world: World,
  resource: Resource,
  old: KubernetesObject,
  decoded: { object: ObjectToWrite; warnings: string[] },
  writing: Writing,
): ApiResponse {
  const { options, subresource, cause } = writing;
  const onlyStatus = subresource === 'status';
  const strategy = strategyOf(resource.plural);
  const changed = onlyStatus
    ? withNewStatus(old, decoded.object)
    : withNewSpec(resource, old, withDefaults(resource.plural, decoded.object));
  let next = tracked(world, resource, old, changed, writing);
  if (!onlyStatus) {
    const write: Admission = {
      operation: 'UPDATE',
      name: old.metadata.name,
      old,
      dryRun: options?.dryRun ?? false,
      isFromOutside: isChecked(options),
      warnings: decoded.warnings,
    };
    const admitted = admit(world, resource, next, write);
    if (isFailure(admitted)) return { answer: admitted };
    next = strategy.prepareForUpdate?.(world, admitted, old) ?? admitted;
    const errors = isChecked(options) ? checkChange(resource.plural, next, old) : [];
    if (errors.length === 0) errors.push(...(strategy.checkWishes?.(world, next, write.dryRun) ?? []));
    if (errors.length > 0) return { answer: invalid(resource, old.metadata.name, errors) };
    const refusal = checkAdmission(world, resource, next, write);
    if (refusal) return { answer: refusal };
    next = strategy.allocate?.(world, next, write.dryRun) ?? next;
    const isNewGeneration =
      !isSame(specOf(next), specOf(old)) ||
      (strategy.countsAnnotations && !isSame(next.metadata.annotations, old.metadata.annotations));
    if (strategy.hasGeneration && isNewGeneration) {
      next.metadata = { ...next.metadata, generation: (old.metadata.generation ?? 0) + 1 };
    }
  }
  if (isSame(withTimesOf(old, next), old)) return withWarnings(old, decoded.warnings);
  if (options?.dryRun) return withWarnings(next, decoded.warnings);
  const removed = removeWhenFinal(world, resource, next, cause);
  if (removed) return withWarnings(removed, decoded.warnings);
  return withWarnings(put(world.store, world.now, resource.plural, next, cause).object, decoded.warnings);
}

type WithSpec = KubernetesObject & { spec?: object; status?: unknown };

/** What metadata.generation counts the changes of: all but metadata and status. */
function specOf(object: KubernetesObject): unknown {
  const { metadata: _metadata, status: _status, ...rest } = object as WithSpec;
  return rest;
}

function withNewStatus(old: WithSpec, wanted: ObjectToWrite): WithSpec {
  const { labels = old.metadata.labels, annotations = old.metadata.annotations, managedFields } = wanted.metadata ?? {};
  const isMetadataSame =
    isSame(labels, old.metadata.labels) &&
    isSame(annotations, old.metadata.annotations) &&
    isSame(managedFields, old.metadata.managedFields);
  const metadata = isMetadataSame
    ? old.metadata
    : {
        ...old.metadata,
        ...(labels && { labels }),
        ...(annotations && { annotations }),
        ...(managedFields && { managedFields }),
      };
  return { ...old, metadata, status: wanted.status };
}

function withNewSpec(resource: Resource, old: WithSpec, wanted: ObjectToWrite): WithSpec {
  const strategy = strategyOf(resource.plural);
  // What the server alone writes stays as it was, whatever the client sent.
  const {
    creationTimestamp,
    uid,
    resourceVersion,
    generation,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    name,
    namespace,
    managedFields,
  } = old.metadata;
  const metadata = {
    // Who does not know of managedFields does not mean to forget them.
    ...(managedFields && { managedFields }),
    ...wanted.metadata,
    ...(namespace && { namespace }),
    ...(generation !== undefined && { generation }),
    ...(deletionTimestamp && { deletionTimestamp }),
    ...(deletionGracePeriodSeconds !== undefined && { deletionGracePeriodSeconds }),
    ...{ name, uid: wanted.metadata?.uid || uid, resourceVersion, creationTimestamp },
  };
  const status = strategy.hasStatus ? old.status : wanted.status;
  const { status: _status, ...rest } = wanted;
  return { ...rest, ...(status !== undefined && { status }), metadata } as WithSpec;
}
