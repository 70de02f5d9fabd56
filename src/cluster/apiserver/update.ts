import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { badRequest, conflict, type Failure, invalid, isFailure, notFound } from '../../api/status.ts';
import { type Cause, getObject, keyOf, put } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission/admission.ts';
import { admit, checkAdmission } from './admission/registry.ts';
import { create, withWarnings } from './create.ts';
import { decode } from './decode.ts';
import { removeWhenFinal } from './delete.ts';
import { draftOf, specOf } from './draft.ts';
import { checkOptions, tracked, type Writing, withTimesOf } from './managedFields.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { admissible, checkChange, isChecked, warningsOf } from './rules.ts';
import { storageKey } from './storageKey.ts';
import { strategyOf } from './strategies/registry.ts';

type UpdateRequest = Extract<ApiRequest, { verb: 'update' }>;

/** Replaces an object, or the part of it that is the subresource; a stale resourceVersion is refused with 409. */
export function update(world: World, resource: Resource, request: UpdateRequest, cause: Cause): ApiResponse {
  const { name, options, subresource } = request;
  const refused = checkOptions('UpdateOptions', options);
  if (refused) return { answer: refused };
  const decoded = decode(resource, request.object, options);
  if (isFailure(decoded)) return { answer: decoded };
  const misplaced = checkPlace(request);
  if (misplaced) return { answer: misplaced };
  const old = getObject(world.store, resource.plural, keyOf(request));
  const { resourceVersion, uid } = decoded.object.metadata ?? {};
  const { needsVersion, createsOnUpdate } = strategyOf(resource.plural);
  if (!old && createsOnUpdate && !subresource && !uid) return createFrom(world, resource, request, cause);
  const liveUid = old?.metadata.uid ?? '';
  if (uid && uid !== liveUid) {
    const key = storageKey(resource, keyOf(request), options?.dryRun ?? false);
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${liveUid}`;
    const text = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${why}`;
    return { answer: conflict(resource, name, text) };
  }
  if (!old) return { answer: notFound(resource, name) };
  if (!resourceVersion && needsVersion) return { answer: withoutVersion(resource, name) };
  if (resourceVersion && resourceVersion !== old.metadata.resourceVersion) return { answer: conflict(resource, name) };
  return storeChange(world, resource, old, decoded, { options, cause, ...(subresource && { subresource }) });
}

/** An update of what there is not makes it, where the kind allows it. Source: registry.Store Update. */
function createFrom(world: World, resource: Resource, request: UpdateRequest, cause: Cause): ApiResponse {
  const { namespace, options } = request;
  const { resourceVersion: _, ...metadata } = request.object.metadata ?? {};
  const object = { ...request.object, metadata };
  return create(
    world,
    resource,
    {
      verb: 'create',
      resource: request.resource,
      object,
      ...(namespace && { namespace }),
      ...(options && { options }),
    },
    cause,
  );
}

/** An object goes where its name says. Source: k8s.io/apiserver endpoints/handlers/rest.go checkName. */
function checkPlace({ object, name, namespace }: UpdateRequest): Failure | undefined {
  const given = object.metadata ?? {};
  if (namespace && given.namespace && given.namespace !== namespace)
    return badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (!given.name)
    return badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`);
  if (given.name !== name)
    return badRequest(`the name of the object (${given.name}) does not match the name on the URL (${name})`);
  return undefined;
}

/** The refusal of an update that does not say which state of the object it is of. Source: registry.Store Update. */
function withoutVersion(resource: Resource, name: string): Failure {
  const detail = 'must be specified for an update';
  const error = { type: 'Invalid value', field: 'metadata.resourceVersion', value: 0, detail } as const;
  return invalid({ ...resource, kind: resource.plural }, name, [error]);
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
  const { warnings } = decoded;
  const strategy = strategyOf(resource.plural);
  const draft = draftOf(resource, old, decoded.object, subresource);
  let next = tracked(world, resource, old, draft, writing);
  if (subresource === 'status') {
    const errors = isChecked(options) ? checkChange(resource.plural, next, old, subresource) : [];
    if (errors.length > 0) return withWarnings(invalid(resource, old.metadata.name, errors), warnings);
  } else {
    const write: Admission = {
      operation: 'UPDATE',
      name: old.metadata.name,
      ...(subresource && { subresource }),
      old,
      dryRun: options?.dryRun ?? false,
      isFromOutside: isChecked(options),
      warnings,
    };
    const admitted = admit(world, resource, next, write);
    if (isFailure(admitted)) return withWarnings(admitted, warnings);
    const offered = isChecked(options) ? admissible(resource.plural, admitted, warnings, false) : admitted;
    const allocation = { dryRun: write.dryRun, isChecked: isChecked(options) };
    const given = strategy.allocate?.(world, offered, old, allocation) ?? offered;
    if (isFailure(given)) return withWarnings(given, warnings);
    next = strategy.prepareForUpdate?.(world, given, old) ?? given;
    const errors = isChecked(options) ? checkChange(resource.plural, next, old, subresource) : [];
    if (errors.length > 0) return withWarnings(invalid(resource, old.metadata.name, errors), warnings);
    if (isChecked(options) && !subresource) warnings.push(...warningsOf(resource.plural, next, old));
    const refusal = checkAdmission(world, resource, next, write);
    if (refusal) return withWarnings(refusal, warnings);
    const isNewGeneration =
      !isSame(specOf(next), specOf(old)) ||
      (strategy.countsAnnotations && !isSame(next.metadata.annotations, old.metadata.annotations));
    if (strategy.hasGeneration && isNewGeneration) {
      next.metadata = { ...next.metadata, generation: (old.metadata.generation ?? 0) + 1 };
    }
  }
  if (isSame(withTimesOf(old, next), old)) return withWarnings(old, warnings);
  if (options?.dryRun) return withWarnings(next, warnings);
  strategy.hold?.(world, next);
  const removed = removeWhenFinal(world, resource, next, cause);
  if (removed) return withWarnings(removed, warnings);
  return withWarnings(put(world.store, world.now, resource.plural, next, cause).object, warnings);
}
